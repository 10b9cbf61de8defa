#include "made.h"

#define ANNE "Anne <anne@x>"
#define BERT "Bert <bert@x>"

static Made made;

static void
begin (void)
{
  made_begin (&made);
}

static void
end (void)
{
  made_end (&made);
}

static const ArdCommit *
find_commit (const ArdCorpus *corpus, const char *subject)
{
  for (guint32 i = 0; i < corpus->commits->len; i++)
    if (strcmp (ard_commit (corpus, i)->subject, subject) == 0)
      return ard_commit (corpus, i);
  ck_abort_msg ("no commit %s", subject);
}

static guint
kind_of (const ArdCorpus *corpus, const char *subject)
{
  return find_commit (corpus, subject)->flags & ~(guint) ARD_COMMIT_IN_WINDOW;
}

START_TEST (commits_are_told_apart)
{
  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, "a", "1\n");
  made_commit (&made, "main", 1, ANNE, "Fixed the crash of a", "");
  made_file (&made, "a", "2\n");
  made_commit (&made, "main", 2, ANNE, "fix a typo", "");
  made_file (&made, "a", "3\n");
  made_commit (&made, "main", 3, ANNE, "Undo\n\nThis reverts commit 0123456789.\n", "");
  made_file (&made, "a", "4\n");
  made_commit (&made, "side", 5, ANNE, "beside", "from refs/heads/main\n");
  made_file (&made, "b", "1\n");
  made_commit (&made, "main", 4, "dependabot[bot] <bot@x>", "bump", "");
  made_file (&made, "a", "5\n");
  made_commit (&made, "main", 6, ANNE, "merge", "merge refs/heads/side\n");
  made_file (&made, "b", "1\n");
  made_commit (&made, "main", 7, ANNE, "many", "");
  for (guint i = 0; i < 101; i++) {
    g_autofree char *path = g_strdup_printf ("many/%u", i);

    made_file (&made, path, "1\n");
  }
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert_uint_eq (kind_of (corpus, "start"), 0);
  ck_assert_uint_eq (kind_of (corpus, "Fixed the crash of a"), ARD_COMMIT_FIX);
  ck_assert_uint_eq (kind_of (corpus, "fix a typo"), 0);
  ck_assert_uint_eq (kind_of (corpus, "Undo"), ARD_COMMIT_FIX | ARD_COMMIT_REVERT);
  ck_assert_uint_eq (kind_of (corpus, "bump"), ARD_COMMIT_BOT);
  ck_assert_uint_eq (kind_of (corpus, "merge"), ARD_COMMIT_MERGE);
  ck_assert_uint_eq (kind_of (corpus, "many"), ARD_COMMIT_MASS);
  ck_assert_uint_eq (find_commit (corpus, "merge")->n_changes, 0);
  ck_assert_uint_eq (find_commit (corpus, "many")->n_changes, 101);
  ck_assert_double_gt (corpus->team, 0);
  ck_assert_double_le (corpus->team, 1);
  /* "start", the two fixes, the typo and the revert; not the bot. */
  ck_assert_uint_eq (made_find (corpus, "a")->revisions, 4);
  ck_assert_uint_eq (made_find (corpus, "a")->revisions_total, 5);
  ck_assert_uint_eq (made_find (corpus, "a")->fixes, 3);
}
END_TEST

START_TEST (a_folder_that_moves_is_a_mass_commit_by_its_files_not_by_its_rows)
{
  made_commit (&made, "main", 0, ANNE, "start", "");
  for (guint i = 0; i < 60; i++) {
    g_autofree char *path = g_strdup_printf ("old/%u", i), *text = g_strdup_printf ("file %u\n", i);

    made_file (&made, path, text);
  }
  made_commit (&made, "main", 1, ANNE, "move", "");
  g_string_append (made.stream, "R old new\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert_uint_eq (find_commit (corpus, "move")->n_changes, 120);
  ck_assert_uint_eq (kind_of (corpus, "move"), 0);
}
END_TEST

START_TEST (a_commit_named_in_the_ignore_file_is_not_counted)
{
  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, "a", "1\n");
  made_import (&made);
  made_run (made.folder, "cd repository && git config user.name Anne && git config user.email anne@x && "
                         "git rev-parse HEAD >.git-blame-ignore-revs && git add . && git commit -qm ignore");

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 1, NULL);

  ck_assert (find_commit (corpus, "start")->flags & ARD_COMMIT_IGNORED);
  ck_assert (!(find_commit (corpus, "ignore")->flags & ARD_COMMIT_IGNORED));
}
END_TEST

START_TEST (the_window_and_the_lines_window_are_kept)
{
  made_commit (&made, "main", 0, ANNE, "old", "");
  made_file (&made, "a", "1\n");
  made_commit (&made, "main", 4, ANNE, "counted", "");
  made_file (&made, "a", "1\n2\n");
  made_commit (&made, "main", 1200, ANNE, "window", "");
  made_file (&made, "a", "1\n2\n3\n");
  made_commit (&made, "main", 1100, ANNE, "now", "");
  made_file (&made, "a", "1\n2\n3\n4\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 1, NULL);

  ck_assert_int_eq (corpus->now_s, MADE_TIME_S (1100));
  ck_assert_int_eq (ard_change (corpus, find_commit (corpus, "old")->first_change)->added, -1);
  ck_assert_int_eq (ard_change (corpus, find_commit (corpus, "counted")->first_change)->added, 1);
  ck_assert (!(find_commit (corpus, "counted")->flags & ARD_COMMIT_IN_WINDOW));
  ck_assert (find_commit (corpus, "window")->flags & ARD_COMMIT_IN_WINDOW);
  ck_assert (made_has_note (corpus, NULL, "lines of 1 commits not counted"));
}
END_TEST

START_TEST (people_pass_through_the_mailmap_and_co_authors_count)
{
  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, ".mailmap", "Anne Real <anne@x> <anne@old>\n");
  made_commit (&made, "main", 1, "anne <anne@old>", "pair\n\nCo-authored-by: Bert <bert@x>\n", "");
  made_file (&made, "a", "1\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 3, NULL);

  ck_assert_uint_eq (made_find (corpus, "a")->authors, 2);
  ck_assert_str_eq (ard_author (corpus, find_commit (corpus, "pair")->author)->name, "Anne Real");
  for (guint32 i = 1; i < corpus->authors->len; i++)
    ck_assert_str_le (ard_author (corpus, i - 1)->name, ard_author (corpus, i)->name);
}
END_TEST

/* The people of the commit, each but the last followed by ", ". Yours. */
static char *
name_people (const ArdCorpus *corpus, const ArdCommit *commit)
{
  GString *names = g_string_new (NULL);

  for (guint32 i = 0; i < commit->n_people; i++)
    g_string_append_printf (names, "%s%s", i ? ", " : "", ard_author (corpus, ard_people (corpus, commit)[i])->mail);
  return g_string_free (names, FALSE);
}

START_TEST (a_co_author_without_an_address_is_who_has_that_name_or_nobody)
{
  made_commit (&made, "main", 0, "Bert Berg <bert@x>", "start", "");
  made_commit (&made, "main", 1, ANNE, "pair\n\nCo-authored-by: Bert Berg\nCo-authored-by: Zoe Unknown\n", "");
  made_file (&made, "a", "1\n");
  made_import (&made);
  made.settings->people_merge = FALSE;

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  g_autofree char *people = name_people (corpus, find_commit (corpus, "pair"));

  ck_assert_str_eq (people, "anne@x, bert@x");
}
END_TEST

START_TEST (files_say_what_they_are)
{
  made.settings->paths_max_file_bytes = 4096;
  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, "src/parse.c", "int\nparse (void)\n{\n  return 1;\n}\n");
  made_file (&made, "src/other.c", "int\nother (void)\n{\n  return 1;\n}\n");
  made_file (&made, "tests/test_parse.c", "int\nmain (void)\n{\n  return 0;\n}\n");
  made_file (&made, "made.go", "// Code generated by hand. DO NOT EDIT.\n\npackage made\n");
  g_string_append (made.stream, "M 100644 inline blob.bin\ndata 4\na");
  g_string_append_len (made.stream, "\0bc\n", 4);

  g_autofree char *large = g_strnfill (5000, 'x');

  made_file (&made, "large.txt", large);
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert_uint_eq (made_find (corpus, "src/parse.c")->flags, ARD_FILE_TESTED);
  ck_assert_uint_eq (made_find (corpus, "src/other.c")->flags, 0);
  ck_assert_uint_eq (made_find (corpus, "tests/test_parse.c")->flags, ARD_FILE_TEST);
  ck_assert_uint_eq (made_find (corpus, "made.go")->flags, ARD_FILE_GENERATED);
  ck_assert_uint_eq (made_find (corpus, "blob.bin")->flags, ARD_FILE_BINARY);
  ck_assert_uint_eq (made_find (corpus, "large.txt")->flags, ARD_FILE_TOO_LARGE);
  ck_assert_uint_eq (made_find (corpus, "src/parse.c")->n_functions, 1);
  ck_assert (made_has_note (corpus, "blob.bin", "binary"));
  ck_assert (made_has_note (corpus, "made.go", "generated"));
}
END_TEST

START_TEST (three_changes_together_make_a_test_known)
{
  char text[] = "int\nx (void)\n{\n  return 0;\n}\n";
  char *digit = strchr (text, '0');

  for (gint i = 0; i < 3; i++) {
    made_commit (&made, "main", i, ANNE, "step", "");
    *digit = (char) ('0' + i);
    made_file (&made, "a.c", text);
    if (i > 0)
      made_file (&made, "b.c", text);
    made_file (&made, "tests/all.c", text);
  }
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert_uint_eq (made_find (corpus, "a.c")->flags, ARD_FILE_TESTED);
  ck_assert_uint_eq (made_find (corpus, "b.c")->flags, 0);
}
END_TEST

START_TEST (functions_of_one_name_are_numbered)
{
  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, "0.py", "def g():\n    pass\n");
  made_file (&made, "a.py", "def f():\n    pass\n\n\ndef g():\n    pass\n\n\ndef f():\n    pass\n");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  const ArdFile *file = made_find (corpus, "a.py");

  ck_assert_uint_eq (file->n_functions, 3);
  ck_assert_uint_eq (ard_function (corpus, file->first_function)->ordinal, 0);
  ck_assert_uint_eq (ard_function (corpus, file->first_function + 1)->ordinal, 0);
  ck_assert_uint_eq (ard_function (corpus, file->first_function + 2)->ordinal, 1);
}
END_TEST

START_TEST (a_quote_is_valid_and_bounded)
{
  g_autofree char *wide = g_strnfill (399, 'w');
  g_autofree char *text = g_strconcat ("one\r\ntwo \xff\nthree\n", wide, "\xc3\xa9tail\nlast", NULL);

  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, "a.txt", text);
  made_file (&made, "empty.txt", "");
  made_import (&made);

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 1, NULL);
  g_autoptr (ArdRepository) repository = made_open (&made);
  guint32 file = ard_corpus_find_file (corpus, "a.txt");
  g_autofree char *all = ard_corpus_quote (corpus, repository, file, 1, 5, 100);
  g_autofree char *two = ard_corpus_quote (corpus, repository, file, 2, 5, 2);
  g_autofree char *beyond = ard_corpus_quote (corpus, repository, file, 6, 9, 10);
  g_autofree char *empty = ard_corpus_quote (corpus, repository, ard_corpus_find_file (corpus, "empty.txt"), 1, 1, 9);
  g_autofree char *expected = g_strconcat ("one\ntwo \xef\xbf\xbd\nthree\n", wide, "\nlast\n", NULL);

  ck_assert_str_eq (all, expected);
  ck_assert_str_eq (two, "two \xef\xbf\xbd\nthree\n");
  ck_assert_ptr_null (beyond);
  ck_assert_ptr_null (empty);
}
END_TEST

/* Every field of every row, as text. */
static char *
dump (const ArdCorpus *corpus)
{
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *f = ard_file (corpus, i);

    g_string_append_printf (
        text, "%s %s %x %u %u %u %a %" G_GINT64_MODIFIER "x %s %" G_GINT64_MODIFIER "x %u %u %u %u %u %u %a %a\n",
        f->path, f->language, f->flags, f->lines, f->code_lines, f->comment_lines, f->error_share, f->digest, f->origin,
        f->identity, f->revisions_total, f->revisions, f->fixes, f->authors, f->added, f->deleted, f->days_month,
        f->fixes_month);
  }
  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *f = ard_function (corpus, i);

    g_string_append_printf (text, "%u %s %u %u %u %" G_GINT64_MODIFIER "x %u\n", f->file, f->facts.name,
                            f->facts.start_line, f->facts.cognitive, f->facts.parent, f->facts.digest,
                            f->facts.sketch[3]);
  }
  for (guint32 i = 0; i < corpus->captures->len; i++)
    g_string_append_printf (text, "%u %s\n", ard_capture (corpus, i)->facts.start_line,
                            ard_capture (corpus, i)->facts.text);
  for (guint32 i = 0; i < corpus->commits->len; i++)
    g_string_append_printf (text, "%u %x %s\n", ard_commit (corpus, i)->author, ard_commit (corpus, i)->flags,
                            ard_commit (corpus, i)->subject);
  for (guint32 i = 0; i < corpus->changes->len; i++) {
    const ArdChange *c = ard_change (corpus, i);

    g_string_append_printf (text, "%u %u %s %d %d %a\n", c->commit, c->file, c->path, c->added, c->deleted, c->share);
  }
  for (guint i = 0; i < corpus->notes->len; i++)
    g_string_append_printf (text, "%s %s\n", g_array_index (corpus->notes, ArdNote, i).path,
                            g_array_index (corpus->notes, ArdNote, i).reason);
  return g_string_free (text, FALSE);
}

/* A random history of edits, moves and deletions by three people over four years. */
static void
make_random_history (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  const char *people[] = { ANNE, BERT, "Cleo <cleo@x>" };
  const char *messages[] = { "fix it", "more", "Revert \"more\"", "step\n\nCo-authored-by: Bert <bert@x>\n" };
  char *texts[30] = { NULL };

  for (gint i = 0; i < 200; i++) {
    guint at = (guint) g_rand_int_range (random, 0, 30), to = (guint) g_rand_int_range (random, 0, 30);
    g_autofree char *path = g_strdup_printf ("src/f%u.c", at), *new_path = g_strdup_printf ("src/f%u.c", to);

    made_commit (&made, "main", 7 * i, people[g_rand_int_range (random, 0, 3)],
                 messages[g_rand_int_range (random, 0, 4)], "");
    if (texts[at] && !texts[to] && at != to) {
      made_delete (&made, path);
      made_file (&made, new_path, texts[at]);
      texts[to] = g_steal_pointer (&texts[at]);
    } else {
      char *old = texts[at];

      texts[at] = g_strdup_printf ("%sint\nf%d (int a)\n{\n  return a > %d ? a : -1; /* TODO: %d */\n}\n",
                                   old ? old : "", i, i, i);
      g_free (old);
      made_file (&made, path, texts[at]);
    }
  }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  made_import (&made);
}

static char *
build_and_dump (const char *rev, guint jobs, gboolean stored)
{
  g_autofree char *why = NULL;
  ArdStore *store = stored ? ard_store_open ("made", &why) : NULL;
  g_autoptr (ArdCorpus) corpus = made_build (&made, rev, FALSE, jobs, store);

  if (store)
    ard_store_free (store);
  return dump (corpus);
}

START_TEST (bytes_are_the_same_for_any_jobs_and_any_store)
{
  make_random_history ();

  g_autofree char *plain = build_and_dump ("main", 1, FALSE);
  g_autofree char *parallel = build_and_dump ("main", 4, FALSE);
  /* The store first learns what an older head needs: other windows, other counts. */
  g_autofree char *older = build_and_dump ("main~60", 2, TRUE);
  g_autofree char *cold = build_and_dump ("main", 2, TRUE);
  g_autofree char *warm = build_and_dump ("main", 3, TRUE);
  g_autofree char *older_warm = build_and_dump ("main~60", 1, TRUE);
  g_autofree char *older_plain = build_and_dump ("main~60", 1, FALSE);

  ck_assert_uint_gt (strlen (plain), 10000);
  ck_assert_str_eq (plain, parallel);
  ck_assert_str_eq (plain, cold);
  ck_assert_str_eq (plain, warm);
  ck_assert_str_eq (older, older_plain);
  ck_assert_str_eq (older_warm, older_plain);
}
END_TEST

START_TEST (a_change_of_the_attributes_on_disk_is_seen_through_the_store)
{
  static const char *const commands[] = {
    "printf '* -diff\\n' >repository/.gitattributes",
    "printf '* diff\\n' >repository/.gitattributes",
    "mkdir -p repository/src && printf '* -diff\\n' >repository/src/.gitattributes",
    "rm repository/.gitattributes repository/src/.gitattributes",
    "mkdir -p repository/.git/info && printf '* diff=odd\\n' >repository/.git/info/attributes",
    "git -C repository config diff.odd.binary true",
  };
  g_autofree char *before = NULL;

  make_random_history ();
  made_run (made.folder, "git -C repository reset -q --hard");
  before = build_and_dump ("main", 2, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    made_run (made.folder, commands[i]);

    g_autofree char *stored = build_and_dump ("main", 2, TRUE);
    g_autofree char *plain = build_and_dump ("main", 2, FALSE);

    ck_assert_msg (g_str_equal (stored, plain), "%s", commands[i]);
    /* "diff" alone and a driver without setting change nothing that text has not. */
    ck_assert_msg (g_str_equal (plain, before) == (i == 1 || i == 3 || i == 4), "%s", commands[i]);
  }
}
END_TEST

START_TEST (every_change_ends_on_at_most_one_file)
{
  make_random_history ();

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);
  guint32 owned = 0, listed = 0;

  for (guint32 i = 0; i < corpus->changes->len; i++)
    owned += ard_change (corpus, i)->file != ARD_NONE;
  for (guint32 i = 0; i < corpus->files->len; i++)
    listed += ard_file (corpus, i)->n_changes;
  ck_assert_uint_gt (owned, 100);
  ck_assert_uint_eq (owned, listed);
  ck_assert_uint_eq (owned, corpus->by_file->len);
}
END_TEST

START_TEST (a_broken_pattern_is_an_error_of_usage)
{
  g_autoptr (GError) error = NULL;
  ArdOid commit;

  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, "a", "1\n");
  made_import (&made);
  g_strfreev (made.settings->history_fix_patterns);
  made.settings->history_fix_patterns = g_strsplit ("(", ",", -1);

  g_autoptr (ArdRepository) repository = made_open (&made);
  ArdBuild build = { .settings = made.settings, .languages = made.languages, .jobs = 1 };

  ck_assert (ard_repository_resolve (repository, "main", &commit, NULL));
  ck_assert_ptr_null (ard_corpus_build (repository, &commit, FALSE, &build, &error));
  ck_assert_int_eq (error->code, 2); /* ARD_ERROR_USAGE, the exit status */
}
END_TEST

START_TEST (a_damaged_object_is_a_note)
{
  made_commit (&made, "main", 0, ANNE, "start", "");
  made_file (&made, "a.c", "int a;\n");
  made_file (&made, "b.c", "int b;\n");
  made_import (&made);
  made_run (made.folder, "cd repository && git unpack-objects <.git/objects/pack/*.pack || true; "
                         "p=$(ls .git/objects/pack/*.pack 2>/dev/null) && mv $p x && rm .git/objects/pack/* && "
                         "git unpack-objects <x; o=$(git rev-parse main:a.c); f=.git/objects/$(echo $o | cut -c1-2)/"
                         "$(echo $o | cut -c3-); rm -f $f; echo rubbish >$f");

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 2, NULL);

  ck_assert (made_has_note (corpus, "a.c", ""));
  ck_assert_uint_eq (made_find (corpus, "b.c")->lines, 1);
  ck_assert (made_has_note (corpus, NULL, "lines of commit"));
  ck_assert_uint_eq (corpus->changes->len, 2);
  ck_assert_int_eq (ard_change (corpus, 1)->added, -1);
  ck_assert_double_eq_tol (ard_change (corpus, 1)->share, 0.5, 1e-6);
}
END_TEST

START_TEST (a_shallow_clone_is_read_as_far_as_it_goes)
{
  for (gint i = 0; i < 5; i++) {
    g_autofree char *text = g_strdup_printf ("%d\n", i);

    made_commit (&made, "main", i, ANNE, "step", "");
    made_file (&made, "a", text);
  }
  made_import (&made);
  made_run (made.folder,
            "git clone -q --depth 2 file://$PWD/repository shallow && rm -rf repository && mv shallow repository");

  g_autoptr (ArdCorpus) corpus = made_build (&made, "main", FALSE, 1, NULL);

  ck_assert (corpus->shallow);
  ck_assert_uint_eq (corpus->commits->len, 2);
  ck_assert (made_has_note (corpus, NULL, "git fetch --unshallow"));
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("build");
  TCase *cases = tcase_create ("build");

  tcase_set_timeout (cases, 60);
  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, commits_are_told_apart);
  tcase_add_test (cases, a_folder_that_moves_is_a_mass_commit_by_its_files_not_by_its_rows);
  tcase_add_test (cases, a_commit_named_in_the_ignore_file_is_not_counted);
  tcase_add_test (cases, the_window_and_the_lines_window_are_kept);
  tcase_add_test (cases, people_pass_through_the_mailmap_and_co_authors_count);
  tcase_add_test (cases, a_co_author_without_an_address_is_who_has_that_name_or_nobody);
  tcase_add_test (cases, files_say_what_they_are);
  tcase_add_test (cases, three_changes_together_make_a_test_known);
  tcase_add_test (cases, functions_of_one_name_are_numbered);
  tcase_add_test (cases, a_quote_is_valid_and_bounded);
  tcase_add_test (cases, bytes_are_the_same_for_any_jobs_and_any_store);
  tcase_add_test (cases, a_change_of_the_attributes_on_disk_is_seen_through_the_store);
  tcase_add_test (cases, every_change_ends_on_at_most_one_file);
  tcase_add_test (cases, a_broken_pattern_is_an_error_of_usage);
  tcase_add_test (cases, a_damaged_object_is_a_note);
  tcase_add_test (cases, a_shallow_clone_is_read_as_far_as_it_goes);
  suite_add_tcase (all, cases);
  return all;
}

int
main (void)
{
  SRunner *runner = srunner_create (suite ());

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
