#include "made.h"
#include "repository/copies.h"

#define TEST ARD_FILE_TEST
#define EXAMPLE ARD_FILE_EXAMPLE
#define VENDORED ARD_FILE_VENDORED
#define MIGRATION ARD_FILE_MIGRATION

typedef struct {
  const char *path;
  guint flags;
} Row;

static const Row names[] = {
  /* by the file's own name, after the conventions of pytest, go test, JUnit, Jest, RSpec, git */
  { "pkg/x_test.go", TEST },
  { "test_x.py", TEST },
  { "a/FooTest.java", TEST },
  { "a/StoreIT.java", TEST },
  { "a/AUDIT.java", 0 },
  { "a/TypeSpec.java", 0 },
  { "a/StackSpec.scala", TEST },
  { "a/b.spec.ts", TEST },
  { "lib/tests.c", TEST },
  { "sh/t0001-init.sh", TEST },
  { "src/latest.c", 0 },
  { "src/attest.py", 0 },
  { "src/Latest.java", 0 },
  { "testing.c", 0 },
  /* by one folder's name */
  { "src/test/java/A.java", TEST },
  { "a/__tests__/b.js", TEST },
  { "contest/a.go", 0 },
  /* by the words of a folder's name: projects of .NET, source sets of Gradle and Xcode, folders of npm */
  { "Backup/UnitTest/Disk/Linux.cs", TEST },
  { "Web.UnitTests/Program.cs", TEST },
  { "Shop.Tests/Program.cs", TEST },
  { "UITests/launch.m", TEST },
  { "app/src/androidTest/kotlin/Rule.kt", TEST },
  { "lib/src/testFixtures/kotlin/Made.kt", TEST },
  { "packages/test-helpers/wait.js", TEST },
  { "packages/testhelpers/wait.js", TEST },
  { "apps/web-e2e/run.ts", TEST },
  { "apps/e2e-utils/run.ts", TEST },
  { "integration-tests/run.sh", TEST },
  { "integration-tests/src/main/java/Probe.java", TEST },
  { "plugins/ABTest/run.php", 0 },
  { "gpu/hitTest/ray.c", 0 },
  { "src/latestNews/a.js", 0 },
  { "src/testimonials/a.js", 0 },
  { "src/test-results/view.js", 0 },
  { "src/e2e-keys/a.js", 0 },
  /* what others test with is the product of its module */
  { "spring-test/src/main/java/MockMvc.java", 0 },
  { "spring-test/src/main/java/junit/RunnerTest.java", 0 },
  { "koin-test/src/commonMain/kotlin/Verify.kt", 0 },
  { "spring-test/src/test/java/Mvc.java", TEST },
  { "src/main/window.test.ts", TEST },
  { "src/domain/kotlin/order.test.ts", TEST },
  /* examples */
  { "Client.UsageExample/Program.cs", EXAMPLE },
  { "examples-native/a.c", EXAMPLE },
  { "resolver/example.js", EXAMPLE },
  { "resolver/example", 0 },
  { "resolver/exampleOf.js", 0 },
  { "documentation/manual/code/Hello.java", EXAMPLE },
  { "Documentation/howto.c", EXAMPLE },
  { "lib/documentation/page.js", 0 },
  { "java/com/example/E.java", 0 },
  { "net/samples/package.json", EXAMPLE },
  { "net/samples/send.js", EXAMPLE },
  { "audio/samples/rate.c", 0 },
  { "shop/demo-page/view.js", 0 },
  { "packages/demo-app/package.json", EXAMPLE },
  { "packages/demo-app/view.js", EXAMPLE },
  /* Go: the package beside or around it makes it one to test with */
  { "store/db/open.go", 0 },
  { "store/db/dbtest/reset.go", TEST },
  { "integration/scenario.go", TEST },
  { "store/integration/client.go", 0 },
  { "integration/web/client.ts", TEST },
  { "store/db/dbtest/images/run.sh", TEST },
  { "fs/read.go", 0 },
  { "fstest/mock.go", TEST },
  { "speedtest/run.go", 0 },
  { "web/open.js", 0 },
  { "webtest/open.js", 0 },
  /* runners of tests in a browser: called after one, and its settings are there */
  { "playwright/playwright.config.ts", TEST },
  { "playwright/compose/build.sh", TEST },
  { "ui/cypress.json", 0 },
  { "ui/cypress/support/commands.js", TEST },
  { "packages/detox/run.js", 0 },
  /* scripts and style sheets whose name has a full release; lines of releases, steps of the product */
  { "js/dropzone-5.5.0.js", VENDORED },
  { "js/jquery-3.7.1-ui-1.13.3.js", VENDORED },
  { "js/core-1.6.0-compat-compressed.js", VENDORED },
  { "css/tribute-5.1.3.css", VENDORED },
  { "js/report-2024.01.15.js", 0 },
  { "js/api-1.2.js", 0 },
  { "js/upgrade-1.2.3.js", 0 },
  { "migrations/users-1.2.3.js", 0 },
  { "src/parse-1.2.3.py", 0 },
  /* numbered steps, as Rails, Django, Laravel, Flyway, knex, goose and Entity Framework name them */
  { "db/migrate/20260811000000_add_key.rb", MIGRATION },
  { "shop/migrations/0001_initial.py", MIGRATION },
  { "database/migrations/2014_10_12_000000_create_users.php", MIGRATION },
  { "src/main/java/db/migration/V2_1__Fill.java", MIGRATION },
  { "server/migrations/20240413141308_optimize.ts", MIGRATION },
  { "Data/Migrations/20241011172428_People.cs", MIGRATION },
  { "core/Updates/4.0.0-b1.php", MIGRATION },
  { "shop/migrations/__init__.py", 0 },
  { "core/migrate/Runner.java", 0 },
  { "src/updates/2d.c", 0 },
  { "src/2024_report.py", 0 },
  { "fuzzing/broker/broker_fuzz.cpp", TEST },
  { "server/signer/mock.go", TEST },
  { "store/mock_store.go", TEST },
  { "src/mockery.go", 0 },
  { "packages/shop-test-utils/src/database.ts", TEST },
  { "src/main/java/db/migration/Version.java", 0 },
  /* what is called external may be the way out of the product, but at the root */
  { "external/lib/a.c", VENDORED },
  { "core/external/provider.go", 0 },
};

static void
commit_files (const char *script)
{
  g_autoptr (GString) all = g_string_new (script);

  g_string_append (all, "git add -f .; git commit -qm 1");
  made_do (all->str);
}

static ArdSnapshot *
read_files (ArdRepository *repository, gboolean work_tree)
{
  ArdSettings *settings = ard_settings_new ();
  ArdNotes *notes = ard_notes_new ();
  ArdOid commit = made_commit (repository, "HEAD");
  ArdSnapshot *snapshot = ard_snapshot_read (repository, work_tree ? NULL : &commit, settings, notes, NULL);

  ck_assert_ptr_nonnull (snapshot);
  ard_settings_free (settings);
  ard_notes_free (notes);
  return snapshot;
}

/* The same of the commit and of the work tree. */
static void
check (const Row *rows, guint n)
{
  ArdRepository *repository = made_open ();

  for (guint work_tree = 0; work_tree < 2; work_tree++) {
    ArdSnapshot *snapshot = read_files (repository, work_tree == 1);

    for (guint i = 0; i < n; i++) {
      const ArdEntry *entry = made_entry (snapshot, rows[i].path);

      ck_assert_msg (entry && entry->flags == rows[i].flags, "%s: %u", rows[i].path, entry ? entry->flags : 0);
    }
    ard_snapshot_free (snapshot);
  }
  ard_repository_free (repository);
}

START_TEST (names_and_neighbours_tell_tests_and_examples)
{
  g_autoptr (GString) script = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (script, "mkdir -p \"$(dirname '%s')\"; echo %u > '%s';", names[i].path, i, names[i].path);
  commit_files (script->str);
  check (names, G_N_ELEMENTS (names));
}
END_TEST

START_TEST (a_library_with_the_licence_of_another_owner_is_bundled)
{
  static const Row rows[] = {
    { "libs/qrcode/lib/QRcode/input.php", VENDORED },
    { "libs/qrcode/LICENSE", VENDORED },
    { "libs/queue/job.php", 0 },
    { "libs/ours/ours.php", 0 },
    { "libs/same/same.php", 0 },
    { "libs/gnu/gnu.c", VENDORED },
    { "libs/bare/bare.c", 0 },
    { "libs/LICENSE", 0 },
    { "packages/other/other.js", 0 },
    { "lib/alone.php", 0 },
    { "libs/kept/kept.c", 0 },
  };

  commit_files (
      "l() { mkdir -p $1; printf 'The MIT License\\n\\nCopyright (c) 2010 %s\\n\\nPermission is hereby' \"$2\" > "
      "$1/LICENSE; };"
      "l . 'Jane Doe and contributors'; echo 'A thing of Jane Doe, with help by Ann' > README.md;"
      "l libs/qrcode 'Dominik Dzienia <d@example.org>'; mkdir -p libs/qrcode/lib/QRcode; echo > "
      "libs/qrcode/lib/QRcode/input.php;"
      "mkdir -p libs/queue; echo > libs/queue/job.php; l libs/ours 'J. Jane Doe (the author)'; echo > "
      "libs/ours/ours.php;"
      "mkdir -p libs/same; cp LICENSE libs/same/; echo > libs/same/same.php; mkdir -p libs/gnu libs/bare;"
      "echo '  GNU GENERAL PUBLIC LICENSE Version 2' > libs/gnu/COPYING; echo > libs/gnu/README; echo > libs/gnu/gnu.c;"
      "cp libs/gnu/COPYING libs/bare/; echo > libs/bare/bare.c; l libs 'Somebody Else'; l packages/other 'Somebody "
      "Else';"
      "echo > packages/other/other.js; mkdir -p lib; echo > lib/alone.php;"
      "l libs/kept 'Somebody Else'; echo > libs/kept/kept.c; echo 'libs/kept/* -linguist-vendored' > .gitattributes;");
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (a_folder_called_after_a_release_that_holds_a_library_is_bundled)
{
  static const Row rows[] = {
    { "web/pdfjs-4.3.136/web/pdf.mjs", VENDORED },
    { "web/pdfjs-4.3.136/web/locale.txt", VENDORED },
    { "web/jquery-ui-1.12.1.custom/jquery-ui.js", VENDORED },
    { "plugins/geo/maxminddb-1.12.2/src/read.c", VENDORED },
    { "plugins/geo/lookup.c", 0 },
    { "lib/runtime-2.4.1/run.c", VENDORED },
    /* lines of releases, releases of what a module is built for, steps of the product, dates, its own licence */
    { "src/scala-2.13/scala.js", 0 },
    { "connectors/kafka-0.10/kafka.js", 0 },
    { "modules/spark-3.1.2/README.md", 0 },
    { "modules/spark-3.1.2/Spark.scala", 0 },
    { "db/schema-1.0.0/schema.js", 0 },
    { "docs/versioned/version-2.0.1/version.js", EXAMPLE },
    { "migrations/upgrade-1.2.3/upgrade.js", 0 },
    { "reports/sales-2024.01.15/sales.js", 0 },
    { "modules/ours-1.0.0/ours.c", 0 },
    { "thing-1.2.3/thing.js", 0 },
  };
  g_autoptr (GString) script = g_string_new ("echo 'The Thing' > README.md; echo 'Apache License of all' > LICENSE;");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (script, "mkdir -p \"$(dirname '%s')\"; echo %u > '%s';", rows[i].path, i, rows[i].path);
  g_string_append (script, "echo 1 > plugins/geo/maxminddb-1.12.2/README.md; echo > plugins/geo/maxminddb-1.12.2/NEWS;"
                           "echo 'Another License' > lib/runtime-2.4.1/LICENSE; cp LICENSE modules/ours-1.0.0/;");
  commit_files (script->str);
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (a_library_of_the_same_licence_is_bundled_when_it_was_a_repository_of_its_own)
{
  static const Row rows[] = {
    { "lib/http/serve.c", VENDORED }, { "lib/http/deps/loop/loop.c", VENDORED },
    { "lib/avro/read.c", VENDORED },  { "lib/part/part.c", 0 },
    { "packages/own/own.c", 0 },
  };

  commit_files (
      "echo 'The Thing' > README.md; printf 'Apache License\\n (c) You must retain all notices\\n' > LICENSE;"
      "for d in lib/http lib/avro lib/part packages/own; do mkdir -p $d; echo > $d/README;"
      "echo > $d/CMakeLists.txt; cp LICENSE $d/; done; mkdir -p lib/http/.github/workflows lib/http/deps/loop;"
      "echo > lib/http/.github/workflows/test.yml; echo > lib/http/serve.c; echo > lib/http/deps/loop/loop.c;"
      "echo > lib/avro/AUTHORS; echo > lib/avro/ChangeLog; echo > lib/avro/read.c; echo > lib/part/ChangeLog;"
      "echo > lib/part/part.c; echo > packages/own/.travis.yml; echo > packages/own/own.c;");
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (packages_that_a_record_of_pip_names_are_bundled_and_the_handler_beside_them_is_not)
{
  static const Row rows[] = {
    { "lambda/mako/cmd.py", VENDORED },
    { "lambda/mako/patched.py", VENDORED },
    { "lambda/six.py", VENDORED },
    { "lambda/Mako-1.1.3.dist-info/RECORD", VENDORED },
    { "lambda/handler.py", 0 },
    { "lambda/shop/__init__.py", 0 },
    { "lambda/sqlalchemy/base.py", VENDORED },
    { "old/validate.py", VENDORED },
    { "old/run.py", 0 },
    { "src/thing/a.py", 0 },
    { "src/thing.egg-info/top_level.txt", 0 },
  };

  commit_files ("echo 'The Thing' > README.md; mkdir -p lambda/mako lambda/shop lambda/sqlalchemy;"
                "for i in Mako-1.1.3 six-1.15.0; do mkdir lambda/$i.dist-info; done;"
                "printf '../../bin/render,sha256=a,1\\nMako-1.1.3.dist-info/RECORD,,\\nmako/cmd.py,sha256=b,2\\n' > "
                "lambda/Mako-1.1.3.dist-info/RECORD; printf 'six.py,,\\n__pycache__/six.pyc,,\\n' > "
                "lambda/six-1.15.0.dist-info/RECORD; echo > lambda/mako/cmd.py; echo 1 > lambda/mako/patched.py;"
                "echo > lambda/six.py; echo > lambda/handler.py; echo '# Copyright 2020 The Thing' > "
                "lambda/shop/__init__.py; echo '# Copyright (C) 2005-2020 the SQLAlchemy authors' > "
                "lambda/sqlalchemy/__init__.py; echo > lambda/sqlalchemy/base.py;"
                "mkdir -p old/validate-1.0-py2.7.egg-info src/thing src/thing.egg-info; echo validate > "
                "old/validate-1.0-py2.7.egg-info/top_level.txt; echo > old/validate.py; echo > old/run.py;"
                "echo > src/thing/a.py; echo thing > src/thing.egg-info/top_level.txt;");
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (a_folder_of_libraries_in_which_five_packages_have_releases_of_their_own_is_bundled)
{
  static const Row rows[] = {
    { "lib/p5/__init__.py", VENDORED }, { "lib/plain/a.py", VENDORED },        { "shop/lib/p5/__init__.py", 0 },
    { "shop/p5/__init__.py", 0 },       { "shop/same/lib/p5/__init__.py", 0 },
  };

  commit_files ("echo 'The Thing' > README.md; p() { mkdir -p $1; echo \"__version__ = '$2'\" > $1/__init__.py; };"
                "for i in 1 2 3 4 5; do p lib/p$i 1.$i.0; p shop/p$i 1.$i.0; p shop/same/lib/p$i 1.0; done;"
                "for i in 1 2 3 5; do p shop/lib/p$i 2.$i; done; mkdir lib/plain; echo > lib/plain/a.py;");
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

/* The first comment of a script, and whose it is. */
static const struct {
  const char *head, *path;
  gboolean foreign;
} banners[] = {
  { "/*!\n * Bootstrap v3.3.5 (http://getbootstrap.com)\n * Copyright 2011-2015 Twitter, Inc.\n * Licensed under MIT\n "
    "*/",
    "js/bootstrap.js", TRUE },
  { "//! moment.js\n//! version : 2.10.6\n//! authors : Tim Wood, Iskren Chernev\n//! license : MIT\n\nx();",
    "js/moment.js", TRUE },
  { "/* Font Face Observer v2.3.0 - \xc2\xa9 Bram Stein. License: BSD-3-Clause */", "js/fontfaceobserver.standalone.js",
    TRUE },
  { "/*! pako 2.0.4 https://github.com/nodeca/pako @license (MIT AND Zlib) */", "lib/pako.js", TRUE },
  /* the library's own address */
  { "// CodeMirror, copyright (c) by Marijn Haverbeke and others\n// Distributed under an MIT license: "
    "https://codemirror.net/5/LICENSE\n",
    "libraries/codemirror/addon/show-hint.js", TRUE },
  { "// Copyright (c) 2017 Jo Roe <jo@example.org>\n// This software is licensed under a MIT License\n// "
    "https://github.com/joroe/unpacker.js\n",
    "js/unpacker.js", TRUE },
  { "// Copyright (c) 2017 Jo Roe <jo@example.org>\n// This software is licensed under a MIT License\n// "
    "https://example.org/copyright\n",
    "js/unpacker.js", FALSE },
  { "// Copyright (c) 2017 Jane Doe\n// MIT License\n// https://github.com/janedoe/unpacker.js\n", "js/unpacker.js",
    FALSE },
  { "/*! Select2 4.0.0 | https://github.com/select2/select2/LICENSE.md */", "js/select2/i18n/af.js", TRUE },
  { "/* bootstrap3-typeahead.js v4.0.2\n * Copyright 2014 Bass Jobsen\n * License: Apache */", "shop/js/script.js",
    FALSE },                                                                     /* pasted into it */
  { "'use strict';\n/*! xyz v1.2.3 | (c) Jo Roe | MIT */", "js/xyz.js", FALSE }, /* not the first thing in it */
  { "/*! thing.js v1.2.3 | (c) 2020 Jane Doe | MIT */", "js/thing.js", FALSE },
  { "/*! part v1.2.3 | https://github.com/janedoe/part | MIT */", "js/part.js", FALSE },
  { "/*! xyz v1.2.3 | (c) Jo Roe */", "js/xyz.js", FALSE }, /* no licence */
  { "/**\n * Shop view\n * @author Jo Roe\n * @version 1.2.3\n * @license GPL\n */", "js/shop.js", FALSE },
  { "/* Jo Roe wrote this.\n * Licensed under the Apache License, Version 2.0 (c) Jo Roe\n */", "js/jo.js", FALSE },
  { "/* Needs what has\n requires jquery v1.7.2\n (c) Jo Roe, MIT license */", "js/needs.js", FALSE },
  { "/* Speller based on Googie v4.0.1\n * Copyright (C) 2006 Jo Roe\n * License: GPL */", "js/speller.js", FALSE },
  { "/* Speller v4.0.1\n * Copyright (C) 2006 Jo Roe\n * Copyright (C) Jane Doe\n * License: GPL */", "js/speller.js",
    FALSE },
  { "/* never closed v1.2.3 (c) Jo Roe MIT", "js/never.js", FALSE },
  { "", "js/a.js", FALSE },
};

START_TEST (a_script_with_the_banner_of_another_owners_library_is_foreign)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *head = g_ascii_strdown (banners[_i].head, -1);

  ard_licence_add_words (owners, "the thing of jane doe, https://github.com/janedoe/thing");
  ck_assert_msg (ard_banner_is_foreign (head, banners[_i].path, owners) == banners[_i].foreign, "%s", head);
}
END_TEST

START_TEST (a_script_with_a_foreign_banner_is_vendored_and_its_neighbours_are_not)
{
  static const Row rows[] = { { "web/js/moment.js", VENDORED }, { "web/js/shop.js", 0 } };

  commit_files ("echo 'The Thing of Jane Doe' > README.md; mkdir -p web/js; echo 'sell();' > web/js/shop.js;"
                "printf '/*! moment.js v2.29.4 | (c) Tim Wood | MIT */\\nx();\\n' > web/js/moment.js;");
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (without_a_project_at_the_root_no_library_is_bundled)
{
  static const Row rows[] = { { "lib/all/all.c", 0 } };

  commit_files ("mkdir -p lib/all; echo 'Copyright (c) 2010 Jane Doe' > lib/all/LICENSE; echo > lib/all/all.c;");
  check (rows, 1);
}
END_TEST

START_TEST (what_the_product_depends_on_is_no_owner_and_a_line_with_all_rights_names_one)
{
  static const Row rows[] = {
    { "libs/umzug/index.js", VENDORED },
    { "libs/busboy/index.js", VENDORED },
    { "libs/ours/index.js", 0 },
  };

  commit_files ("printf '{ \"name\": \"shop\", \"dependencies\": { \"sequelize\": \"^6.0.0\" },\\n\"author\": \"Jane "
                "Doe\" }\\n' > "
                "package.json; for i in umzug busboy ours; do mkdir -p libs/$i; echo > libs/$i/index.js; done;"
                "echo 'Copyright (c) 2014 Sequelize contributors' > libs/umzug/LICENSE;"
                "echo 'Copyright Brian White. All rights reserved.' > libs/busboy/LICENSE;"
                "echo 'Copyright Jane Doe. All rights reserved.' > libs/ours/LICENSE;");
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

START_TEST (a_licence_that_is_no_text_says_nothing)
{
  static const Row rows[] = { { "libs/a/a.c", 0 }, { "libs/b/b.c", 0 } };

  commit_files ("echo > README; mkdir -p libs/a libs/b; : > libs/a/LICENSE; echo > libs/a/a.c; echo > libs/b/b.c;"
                "head -c 70000 /dev/zero > libs/b/LICENSE; ");
  check (rows, G_N_ELEMENTS (rows));
}
END_TEST

int
main (void)
{
  TCase *tests = tcase_create ("roles");

  tcase_add_test (tests, names_and_neighbours_tell_tests_and_examples);
  tcase_add_test (tests, a_library_with_the_licence_of_another_owner_is_bundled);
  tcase_add_test (tests, a_folder_called_after_a_release_that_holds_a_library_is_bundled);
  tcase_add_test (tests, a_library_of_the_same_licence_is_bundled_when_it_was_a_repository_of_its_own);
  tcase_add_test (tests, packages_that_a_record_of_pip_names_are_bundled_and_the_handler_beside_them_is_not);
  tcase_add_test (tests, a_folder_of_libraries_in_which_five_packages_have_releases_of_their_own_is_bundled);
  tcase_add_loop_test (tests, a_script_with_the_banner_of_another_owners_library_is_foreign, 0, G_N_ELEMENTS (banners));
  tcase_add_test (tests, a_script_with_a_foreign_banner_is_vendored_and_its_neighbours_are_not);
  tcase_add_test (tests, without_a_project_at_the_root_no_library_is_bundled);
  tcase_add_test (tests, what_the_product_depends_on_is_no_owner_and_a_line_with_all_rights_names_one);
  tcase_add_test (tests, a_licence_that_is_no_text_says_nothing);
  return made_suite ("roles", tests);
}
