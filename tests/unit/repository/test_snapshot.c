#include <unistd.h>

#include "made.h"

typedef struct {
  ArdRepository *repository;
  ArdSettings *settings;
  ArdNotes *notes;
  ArdSnapshot *snapshot;
} Case;

static Case
read_case (const char *rev, ArdSettings *settings)
{
  Case made = { made_open (), settings ? settings : ard_settings_new (), ard_notes_new (), NULL };
  g_autoptr (GError) error = NULL;
  ArdOid commit = { 0 };

  if (rev)
    commit = made_commit (made.repository, rev);
  made.snapshot = ard_snapshot_read (made.repository, rev ? &commit : NULL, made.settings, made.notes, &error);
  ck_assert_msg (made.snapshot != NULL, "%s", error ? error->message : "");
  for (guint i = 1; i < made.snapshot->entries->len; i++)
    ck_assert_int_lt (strcmp (g_array_index (made.snapshot->entries, ArdEntry, i - 1).path,
                              g_array_index (made.snapshot->entries, ArdEntry, i).path),
                      0);
  return made;
}

static void
free_case (Case *made)
{
  ard_snapshot_free (made->snapshot);
  ard_notes_free (made->notes);
  ard_settings_free (made->settings);
  ard_repository_free (made->repository);
}

static guint
flags (const Case *made, const char *path)
{
  const ArdEntry *entry = made_entry (made->snapshot, path);

  ck_assert_msg (entry != NULL, "not listed: %s", path);
  return entry->flags;
}

static char *
bytes (const Case *made, const char *path, GError **error)
{
  const ArdEntry *entry = made_entry (made->snapshot, path);
  guint index = (guint) (entry - &g_array_index (made->snapshot->entries, ArdEntry, 0));
  g_autoptr (GBytes) data = ard_snapshot_bytes (made->snapshot, made->repository, index, error);
  gsize size;
  const char *text = data ? g_bytes_get_data (data, &size) : NULL;

  return data ? g_strndup (text, size) : NULL;
}

/* The id that git gives the bytes on disk. */
static void
check_id (const Case *made, const char *path)
{
  g_autofree char *script = g_strdup_printf ("printf %%s $(git hash-object --no-filters '%s')", path);
  g_autofree char *git = made_run (script);
  g_autofree char *ours = ard_oid_to_hex (made->repository, &made_entry (made->snapshot, path)->blob);

  ck_assert_str_eq (ours, git);
}

START_TEST (a_commit_lists_its_regular_files)
{
  made_do ("mkdir -p d/e; seq 1 3 > d/e/x; : > empty; seq 4 6 > a; chmod +x a; ln -s a link; git add .;"
           "git update-index --add --cacheinfo 160000,1111111111111111111111111111111111111111,sub; git commit -qm 1;"
           "seq 7 9 > a; seq 1 2 > untracked");

  Case made = read_case ("HEAD", NULL);
  g_autofree char *text = bytes (&made, "a", NULL), *nothing = bytes (&made, "empty", NULL);

  ck_assert_uint_eq (made.snapshot->entries->len, 3);
  ck_assert_str_eq (text, "4\n5\n6\n");
  ck_assert_str_eq (nothing, "");
  ck_assert_int_eq (made_entry (made.snapshot, "d/e/x")->size_bytes, 6);
  ck_assert (!made.snapshot->work_tree);
  ck_assert (made_noted (made.notes, "link", "symbolic link"));
  ck_assert (made_noted (made.notes, "sub", "submodule"));
  free_case (&made);
}
END_TEST

START_TEST (attributes_of_the_analysed_commit_speak)
{
  made_do (
      "mkdir -p gen vendor; for f in gen/a.c b.c vendor/own.c c.c vendor/x.c; do echo > $f; done;"
      "printf 'gen/* linguist-generated\\nvendor/own.c -linguist-vendored\\nc.c linguist-vendored=true\\n' > "
      ".gitattributes;"
      "git add .; git commit -qm 1; printf '* linguist-generated\\n' > .gitattributes; git add .; git commit -qm 2");

  Case made = read_case ("HEAD~", NULL);

  ck_assert_uint_eq (flags (&made, "gen/a.c"), ARD_FILE_GENERATED);
  ck_assert_uint_eq (flags (&made, "b.c"), 0);
  ck_assert_uint_eq (flags (&made, "vendor/own.c"), 0);
  ck_assert_uint_eq (flags (&made, "c.c"), ARD_FILE_VENDORED);
  ck_assert_uint_eq (flags (&made, "vendor/x.c"), ARD_FILE_VENDORED);
  ck_assert (made_noted (made.notes, "gen/a.c", "linguist-generated in .gitattributes"));
  ck_assert (made_noted (made.notes, "vendor/x.c", "vendored by the names"));
  free_case (&made);
  made = read_case (NULL, NULL);
  ck_assert_uint_eq (flags (&made, "b.c"), ARD_FILE_GENERATED);
  free_case (&made);
}
END_TEST

START_TEST (names_of_folders_and_files_tell_by_convention)
{
  made_do (
      "for f in node_modules/a.js lib/third_party/z.c deps/d.c lib/deps/own.c package-lock.json src/vendored.c "
      "api.pb.go jq/jquery-3.6.0.js"
      " app.min.js tests/a.py src/test_b.py src/c_test.go src/D.test.ts src/XTest.java src/contest.py t/t.sh src/t/u.sh"
      " latest/attest.c docs/examples/e.c lib/examples/e.py java/com/example/E.java docs/conf.py doc.c; do mkdir -p "
      "$(dirname $f); echo > $f; done; git add -f .; git commit -qm 1");

  Case made = read_case ("HEAD", NULL);

  ck_assert_uint_eq (flags (&made, "node_modules/a.js"), ARD_FILE_VENDORED);
  ck_assert_uint_eq (flags (&made, "lib/third_party/z.c"), ARD_FILE_VENDORED);
  ck_assert_uint_eq (flags (&made, "deps/d.c"), ARD_FILE_VENDORED);
  ck_assert_uint_eq (flags (&made, "lib/deps/own.c"), 0);
  ck_assert_uint_eq (flags (&made, "package-lock.json"), ARD_FILE_GENERATED);
  ck_assert_uint_eq (flags (&made, "src/vendored.c"), 0);
  ck_assert_uint_eq (flags (&made, "api.pb.go"), ARD_FILE_GENERATED);
  ck_assert_uint_eq (flags (&made, "jq/jquery-3.6.0.js"), ARD_FILE_VENDORED);
  ck_assert_uint_eq (flags (&made, "app.min.js"), ARD_FILE_MINIFIED);
  ck_assert_uint_eq (flags (&made, "tests/a.py"), ARD_FILE_TEST);
  ck_assert_uint_eq (flags (&made, "docs/examples/e.c"), ARD_FILE_EXAMPLE);
  ck_assert_uint_eq (flags (&made, "lib/examples/e.py"), ARD_FILE_EXAMPLE);
  ck_assert_uint_eq (flags (&made, "docs/conf.py"), ARD_FILE_EXAMPLE);
  ck_assert_uint_eq (flags (&made, "java/com/example/E.java"), 0);
  ck_assert_uint_eq (flags (&made, "doc.c"), 0);
  ck_assert_uint_eq (flags (&made, "src/test_b.py"), ARD_FILE_TEST);
  ck_assert_uint_eq (flags (&made, "src/c_test.go"), ARD_FILE_TEST);
  ck_assert_uint_eq (flags (&made, "src/D.test.ts"), ARD_FILE_TEST);
  ck_assert_uint_eq (flags (&made, "src/XTest.java"), ARD_FILE_TEST);
  ck_assert_uint_eq (flags (&made, "src/contest.py"), 0);
  ck_assert_uint_eq (flags (&made, "t/t.sh"), ARD_FILE_TEST);
  ck_assert_uint_eq (flags (&made, "src/t/u.sh"), ARD_FILE_TEST);
  ck_assert_uint_eq (flags (&made, "latest/attest.c"), 0);
  free_case (&made);
}
END_TEST

static void
set_list (char ***list, const char *values)
{
  g_strfreev (*list);
  *list = g_strsplit (values, "\n", -1);
}

START_TEST (globs_of_the_settings_speak)
{
  ArdSettings *settings = ard_settings_new ();

  set_list (&settings->paths_exclude, "docs/\n*.tmp\n/only.c");
  set_list (&settings->paths_generated, "**/out/*.c");
  set_list (&settings->paths_vendored, "lib/[xz]*\nlib/**/deep.c");
  set_list (&settings->paths_tests, "checks");
  made_do (
      "for f in docs/a.md src/docs/b.md x.tmp d/y.tmp only.c d/only.c out/g.c d/out/h.c d/out/e/i.c lib/xa.c lib/ya.c "
      "lib/a/b/deep.c"
      " checks/k.c d/checks/m.c recheck.c; do mkdir -p $(dirname $f); echo > $f; done; git add .; git commit -qm 1");

  Case made = read_case ("HEAD", settings);

  ck_assert_ptr_null (made_entry (made.snapshot, "docs/a.md"));
  ck_assert_ptr_null (made_entry (made.snapshot, "src/docs/b.md"));
  ck_assert_ptr_null (made_entry (made.snapshot, "x.tmp"));
  ck_assert_ptr_null (made_entry (made.snapshot, "d/y.tmp"));
  ck_assert_ptr_null (made_entry (made.snapshot, "only.c"));
  ck_assert_uint_eq (flags (&made, "d/only.c"), 0);
  ck_assert_uint_eq (flags (&made, "out/g.c"), ARD_FILE_GENERATED);
  ck_assert_uint_eq (flags (&made, "d/out/h.c"), ARD_FILE_GENERATED);
  ck_assert_uint_eq (flags (&made, "d/out/e/i.c"), 0);
  ck_assert_uint_eq (flags (&made, "lib/xa.c"), ARD_FILE_VENDORED);
  ck_assert_uint_eq (flags (&made, "lib/ya.c"), 0);
  ck_assert_uint_eq (flags (&made, "lib/a/b/deep.c"), ARD_FILE_VENDORED);
  ck_assert_uint_eq (flags (&made, "checks/k.c"), ARD_FILE_TEST);
  ck_assert_uint_eq (flags (&made, "d/checks/m.c"), ARD_FILE_TEST);
  ck_assert_uint_eq (flags (&made, "recheck.c"), 0);
  ck_assert (made_noted (made.notes, "docs/a.md", "paths.exclude"));
  free_case (&made);
}
END_TEST

START_TEST (many_files_of_one_reason_are_a_few_notes)
{
  made_do ("mkdir vendor; for i in $(seq 1 60); do echo $i > vendor/$i; done; git add .; git commit -qm 1");

  Case made = read_case ("HEAD", NULL);

  ck_assert_uint_eq (made.snapshot->entries->len, 60);
  ck_assert_uint_eq (made.notes->len, 21);
  ck_assert (made_noted (made.notes, NULL, "40 more files"));
  free_case (&made);
}
END_TEST

START_TEST (a_large_file_is_listed_and_not_read)
{
  ArdSettings *settings = ard_settings_new ();

  settings->paths_max_file_bytes = 2000;
  made_do ("seq 1 1000 > big; seq 1 9 > small; git add .; git commit -qm 1; seq 1 1000 > new; truncate -s 200M huge");

  Case made = read_case ("HEAD", settings);
  g_autoptr (GError) error = NULL;

  ck_assert_uint_eq (flags (&made, "big"), ARD_FILE_TOO_LARGE);
  ck_assert_uint_eq (flags (&made, "small"), 0);
  ck_assert (made_noted (made.notes, "big", "paths.max_file_bytes"));
  ck_assert_ptr_null (bytes (&made, "big", &error));
  ck_assert_ptr_nonnull (error);

  ArdSnapshot *disk = ard_snapshot_read (made.repository, NULL, settings, made.notes, NULL);
  ArdOid zero = { 0 };

  ck_assert_uint_eq (made_entry (disk, "huge")->flags, ARD_FILE_TOO_LARGE);
  ck_assert_int_eq (made_entry (disk, "huge")->size_bytes, 200 * 1024 * 1024);
  ck_assert_mem_eq (&made_entry (disk, "huge")->blob, &zero, sizeof zero);
  ard_snapshot_free (disk);
  free_case (&made);
}
END_TEST

START_TEST (a_missing_object_is_a_note)
{
  made_do ("seq 1 3 > a; seq 1 4 > b; git add .; git commit -qm 1; o=$(git rev-parse HEAD:a); rm -f "
           ".git/objects/${o:0:2}/${o:2}");

  Case made = read_case ("HEAD", NULL);

  ck_assert_uint_eq (made.snapshot->entries->len, 1);
  ck_assert (made_noted (made.notes, "a", "git fsck"));
  free_case (&made);
}
END_TEST

START_TEST (the_work_tree_is_what_is_on_disk_and_not_ignored)
{
  made_do (
      "mkdir -p d node_modules/p ignored; seq 1 3 > a; seq 1 4 > gone; seq 1 5 > d/b; seq 1 6 > forced.log; echo "
      "'*.log' > .gitignore;"
      "echo /node_modules >> .gitignore; echo ignored/ >> .gitignore; git add .; git add -f forced.log; git commit -qm "
      "1; rm gone;"
      "seq 9 12 > a; seq 1 7 > new; seq 1 8 > x.log; seq 1 9 > node_modules/p/i.js; echo '!keep.log' > d/.gitignore;"
      "echo > d/keep.log; echo > d/drop.log; echo > ignored/f");

  Case made = read_case (NULL, NULL);
  const char *listed[] = { ".gitignore", "a", "d/.gitignore", "d/b", "d/keep.log", "forced.log", "new" };
  g_autofree char *text = bytes (&made, "a", NULL);

  ck_assert (made.snapshot->work_tree);
  ck_assert_uint_eq (made.snapshot->entries->len, G_N_ELEMENTS (listed));
  for (guint i = 0; i < G_N_ELEMENTS (listed); i++) {
    ck_assert_str_eq (g_array_index (made.snapshot->entries, ArdEntry, i).path, listed[i]);
    check_id (&made, listed[i]);
  }
  ck_assert_str_eq (text, "9\n10\n11\n12\n");
  free_case (&made);
}
END_TEST

/* Rules of every kind; git itself says what is left. */
static gboolean
is_edited (void)
{
  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdNotes) notes = ard_notes_new ();
  ArdOid head = made_commit (repository, "HEAD");

  ard_repository_set_head (repository, &head);

  ArdSnapshot *snapshot = ard_snapshot_read (repository, NULL, settings, notes, NULL);
  gboolean edited = snapshot->edited;

  ard_snapshot_free (snapshot);
  return edited;
}

/* Of each line, whether `git status` would name a file that is listed. */
START_TEST (the_work_tree_is_edited_when_a_listed_file_is_not_as_committed)
{
  made_do (
      "mkdir d; seq 1 3 > a; seq 4 6 > d/b; printf '*.o\n' > .gitignore; ln -s a link; git add .; git commit -qm 1;"
      "sleep 1; git status -s; : > ignored.o");
  ck_assert (!is_edited ());
  made_do ("touch a");
  ck_assert (!is_edited ());
  made_do ("seq 1 2 > a");
  ck_assert (is_edited ());
  made_do ("git add a");
  ck_assert (is_edited ());
  made_do ("git reset -q --hard; rm d/b");
  ck_assert (is_edited ());
  made_do ("git rm -q --cached d/b");
  ck_assert (is_edited ());
  made_do ("git reset -q --hard; echo > new");
  ck_assert (is_edited ());
  made_do ("rm new; git mv a c");
  ck_assert (is_edited ());
  made_do ("git reset -q --hard; git sparse-checkout set --no-cone /a /.gitignore");
  ck_assert (!is_edited ());
}
END_TEST

START_TEST (what_git_converts_when_it_checks_out_is_not_edited)
{
  made_do ("printf '*.txt text eol=crlf\n' > .gitattributes; seq 1 3 > a.txt; git add .; git commit -qm 1;"
           "rm a.txt; git checkout -q a.txt; sleep 1; touch a.txt; sleep 1; git status -s; grep -q 1 a.txt");
  ck_assert (!is_edited ());
  made_do ("printf '1\r\n3\r\n' > a.txt");
  ck_assert (is_edited ());
}
END_TEST

START_TEST (ignore_rules_are_read_as_git_reads_them)
{
  made_do ("mkdir -p a/b/c build/x src/build doc/deep/er sp 'q r' out/keep cache/tracked t/u/v;"
           "for d in . a a/b a/b/c build build/x src src/build doc doc/deep doc/deep/er sp 'q r' out out/keep cache "
           "cache/tracked t t/u t/u/v;"
           "do for f in f.c f.o f.log x.tmp keep.o 'end ' '#hash' '!bang' 'st*r' name foo.html; do echo > \"$d/$f\"; "
           "done; done;"
           "git add -f cache/tracked/f.c; printf '%s\\n' '# comment' '*.o' '!keep.o' '/build' 'src/build/' 'end\\ ' "
           "'\\#hash' '\\!bang'"
           " 'st\\*r' 'doc/**/name' '**/er/*.log' 'q r/' 'out/*' '!out/keep' '/cache' 't/**' '!t/u/' 'f.[k-m]og' "
           "'a/*/x.tmp' '[!a-z]oo.html'"
           " 'trailing   ' '/' '' > .gitignore; printf 'name\\n!f.o\\n' > a/b/.gitignore; printf '*.c\\n' > "
           "a/b/c/.gitignore;"
           "printf '\\357\\273\\277x.tmp\\r\\n' > sp/.gitignore; echo 'sp/f.c' > .git/info/exclude");

  Case made = read_case (NULL, NULL);
  g_autofree char *git = made_run ("git ls-files -co --exclude-standard -z | tr '\\000' '\\n' | LC_ALL=C sort");
  g_autoptr (GString) ours = g_string_new (NULL);

  for (guint i = 0; i < made.snapshot->entries->len; i++)
    g_string_append_printf (ours, "%s\n", g_array_index (made.snapshot->entries, ArdEntry, i).path);
  ck_assert_str_eq (ours->str, git);
  free_case (&made);
}
END_TEST

START_TEST (ids_are_those_of_the_bytes_on_disk_when_git_converts)
{
  made_do (
      "git config filter.rot.clean 'tr a-z n-za-m'; git config filter.rot.smudge 'tr a-z n-za-m';"
      "printf '*.crlf text eol=crlf\\n*.id ident\\n*.rot filter=rot\\n' > .gitattributes; printf 'a\\nb\\n' > x.crlf;"
      "printf '$Id$\\n' > x.id; echo hello > x.rot; git add .; git commit -qm 1; rm x.*; git checkout -q .; sleep 1.1;"
      "git update-index --refresh");

  Case made = read_case (NULL, NULL);

  check_id (&made, "x.crlf");
  check_id (&made, "x.id");
  check_id (&made, "x.rot");
  free_case (&made);
}
END_TEST

START_TEST (an_edit_of_the_same_size_in_the_same_second_is_seen)
{
  made_do ("printf 'aaaa\\n' > a; git add .; git commit -qm 1; printf 'bbbb\\n' > a");

  Case made = read_case (NULL, NULL);

  check_id (&made, "a");
  free_case (&made);
}
END_TEST

START_TEST (what_is_no_regular_file_is_a_note)
{
  made_do ("seq 1 3 > a; ln -s a link; ln -s loop2 loop1; ln -s loop1 loop2; ln -s . self; ln -s /etc outside; mkfifo "
           "pipe; mkdir nested;"
           "git -C nested init -q; echo > nested/f; git add a link; git commit -qm 1");

  Case made = read_case (NULL, NULL);

  ck_assert_uint_eq (made.snapshot->entries->len, 1);
  ck_assert (made_noted (made.notes, "link", "symbolic link"));
  ck_assert (made_noted (made.notes, "loop1", "symbolic link"));
  ck_assert (made_noted (made.notes, "self", "symbolic link"));
  ck_assert (made_noted (made.notes, "outside", "symbolic link"));
  ck_assert (made_noted (made.notes, "pipe", "neither a regular file nor a folder"));
  ck_assert (made_noted (made.notes, "nested", "a repository of its own"));
  free_case (&made);
}
END_TEST

START_TEST (a_tracked_folder_replaced_by_a_link_does_not_lead_out)
{
  made_do ("mkdir d; seq 1 3 > d/a; git add .; git commit -qm 1; mkdir ../$(basename $PWD)-out; seq 1 9 > "
           "../$(basename $PWD)-out/a;"
           "rm -r d; ln -s ../$(basename $PWD)-out d");

  Case made = read_case (NULL, NULL);

  ck_assert_uint_eq (made.snapshot->entries->len, 0);
  ck_assert (made_noted (made.notes, "d", "symbolic link"));
  free_case (&made);
  made_do ("rm -r ../$(basename $PWD)-out");
}
END_TEST

static void
check_changed (const char *script)
{
  made_do ("mkdir d; seq 1 3 > d/a; git add .; git commit -qm 1");

  Case made = read_case (NULL, NULL);
  g_autoptr (GError) error = NULL;

  made_do (script);
  ck_assert_ptr_null (bytes (&made, "d/a", &error));
  ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_REPOSITORY));
  free_case (&made);
}

START_TEST (a_file_that_changes_after_listing_is_an_error)
{
  check_changed ("seq 1 4 > d/a");
}
END_TEST

START_TEST (a_file_that_vanishes_after_listing_is_an_error)
{
  check_changed ("rm d/a");
}
END_TEST

START_TEST (a_file_that_becomes_a_link_after_listing_is_an_error)
{
  check_changed ("cp d/a b; rm d/a; ln -s ../b d/a");
}
END_TEST

START_TEST (a_folder_that_becomes_a_link_after_listing_is_an_error)
{
  check_changed ("mv d e; ln -s e d");
}
END_TEST

START_TEST (a_file_that_becomes_a_pipe_after_listing_is_an_error)
{
  check_changed ("rm d/a; mkfifo d/a");
}
END_TEST

START_TEST (a_file_that_grows_huge_after_listing_is_an_error)
{
  check_changed ("truncate -s 300M d/a");
}
END_TEST

START_TEST (an_unreadable_file_is_a_note)
{
  made_do ("seq 1 3 > a; mkdir d; seq 1 3 > d/b; git add .; git commit -qm 1; chmod 0 a d");
  if (geteuid () == 0) {
    ck_assert_int_eq (setegid (65534), 0);
    made_do ("chown -R 65534 .; chmod 700 .");
    ck_assert_int_eq (seteuid (65534), 0);
  }

  Case made = read_case (NULL, NULL);

  ck_assert_uint_eq (made.snapshot->entries->len, 0);
  ck_assert (made_noted (made.notes, "a", "not read: "));
  ck_assert (made_noted (made.notes, "d", "not read: "));
  free_case (&made);
  if (getuid () == 0)
    ck_assert_int_eq (seteuid (0), 0);
}
END_TEST

START_TEST (hostile_names_on_disk_are_listed)
{
  const char *names[] = { "<script>", "new\nline", "quote\"'", "]]>",        "inv\377\376",
                          "-rf",      ":(top)",    "[a]*",     "back\\slash" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    made_write (names[i], "x\n", -1);

  Case made = read_case (NULL, NULL);

  ck_assert_uint_eq (made.snapshot->entries->len, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text = bytes (&made, names[i], NULL);

    ck_assert_str_eq (text, "x\n");
  }
  free_case (&made);
}
END_TEST

START_TEST (a_path_longer_than_the_system_takes_is_read)
{
  made_do ("n=$(printf '%0200d' 1); for i in $(seq 1 25); do mkdir $n; cd $n; done 2>/dev/null; echo deep > f");

  Case made = read_case (NULL, NULL);
  const char *path;

  ck_assert_uint_eq (made.snapshot->entries->len, 1);
  path = g_array_index (made.snapshot->entries, ArdEntry, 0).path;
  ck_assert_uint_eq (strlen (path), 25 * 201 + 1);

  g_autofree char *text = bytes (&made, path, NULL);

  ck_assert_str_eq (text, "deep\n");
  free_case (&made);
}
END_TEST

START_TEST (a_bare_repository_has_no_work_tree)
{
  made_do ("git config core.bare true; mv .git/* .; rmdir .git 2>/dev/null || rm -r .git");

  g_autoptr (ArdRepository) repository = made_open ();
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (ard_snapshot_read (repository, NULL, settings, NULL, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "bare"));
}
END_TEST

START_TEST (a_sparse_checkout_says_what_is_missing)
{
  made_do ("mkdir d e; echo 1 > d/x; echo 2 > e/y; git add .; git commit -qm 1; git sparse-checkout set --no-cone /d/");

  Case made = read_case (NULL, NULL);

  ck_assert_uint_eq (made.snapshot->entries->len, 1);
  ck_assert (made_noted (made.notes, "e/y", "sparse checkout"));
  free_case (&made);
}
END_TEST

int
main (void)
{
  TCase *tests = tcase_create ("snapshot");

  tcase_add_test (tests, a_commit_lists_its_regular_files);
  tcase_add_test (tests, attributes_of_the_analysed_commit_speak);
  tcase_add_test (tests, names_of_folders_and_files_tell_by_convention);
  tcase_add_test (tests, globs_of_the_settings_speak);
  tcase_add_test (tests, many_files_of_one_reason_are_a_few_notes);
  tcase_add_test (tests, a_large_file_is_listed_and_not_read);
  tcase_add_test (tests, a_missing_object_is_a_note);
  tcase_add_test (tests, the_work_tree_is_what_is_on_disk_and_not_ignored);
  tcase_add_test (tests, the_work_tree_is_edited_when_a_listed_file_is_not_as_committed);
  tcase_add_test (tests, what_git_converts_when_it_checks_out_is_not_edited);
  tcase_add_test (tests, ignore_rules_are_read_as_git_reads_them);
  tcase_add_test (tests, ids_are_those_of_the_bytes_on_disk_when_git_converts);
  tcase_add_test (tests, an_edit_of_the_same_size_in_the_same_second_is_seen);
  tcase_add_test (tests, what_is_no_regular_file_is_a_note);
  tcase_add_test (tests, a_tracked_folder_replaced_by_a_link_does_not_lead_out);
  tcase_add_test (tests, a_file_that_changes_after_listing_is_an_error);
  tcase_add_test (tests, a_file_that_vanishes_after_listing_is_an_error);
  tcase_add_test (tests, a_file_that_becomes_a_link_after_listing_is_an_error);
  tcase_add_test (tests, a_folder_that_becomes_a_link_after_listing_is_an_error);
  tcase_add_test (tests, a_file_that_becomes_a_pipe_after_listing_is_an_error);
  tcase_add_test (tests, a_file_that_grows_huge_after_listing_is_an_error);
  tcase_add_test (tests, an_unreadable_file_is_a_note);
  tcase_add_test (tests, hostile_names_on_disk_are_listed);
  tcase_add_test (tests, a_path_longer_than_the_system_takes_is_read);
  tcase_add_test (tests, a_bare_repository_has_no_work_tree);
  tcase_add_test (tests, a_sparse_checkout_says_what_is_missing);
  return made_suite ("snapshot", tests);
}
