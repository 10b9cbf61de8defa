#include "corpus/lines.h"
#include "made.h"

/* Two versions of one text, each as a blob of a repository. */
typedef struct {
  Made made;
  ArdRepository *repository;
  ArdOid old, new;
} Versions;

static void
versions_init (Versions *versions, const char *old, const char *new)
{
  Made *made = &versions->made;

  made_begin (made);
  made_commit (made, "main", 0, "Anne <anne@x>", "one", "");
  made_file (made, "old", old);
  made_file (made, "new", new);
  made_import (made);

  g_autoptr (ArdCorpus) corpus = made_build (made, "main", FALSE, 1, NULL);

  versions->old = made_find (corpus, "old")->blob;
  versions->new = made_find (corpus, "new")->blob;
  versions->repository = made_open (made);
}

static void
versions_clear (Versions *versions)
{
  ard_repository_free (versions->repository);
  made_end (&versions->made);
}

/* Numbers in one line, "1 4 "; yours. */
static char *
list (const GArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%u ", g_array_index (lines, guint32, i));
  return g_string_free (text, FALSE);
}

static char *
removed (const char *language, const char *old, const char *new)
{
  Versions versions;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint32));

  versions_init (&versions, old, new);
  ard_lines_removed (versions.repository, language, &versions.old, &versions.new, lines);
  versions_clear (&versions);
  return list (lines);
}

/* Of old, line 1 changed and line 3 went; counted from 0. */
START_TEST (lines_that_a_change_took_out_are_named_by_their_old_numbers)
{
  g_autofree char *lines = removed ("C", "int a;\nint b;\nint c;\nint d;\n", "int a;\nlong b;\nint c;\n");

  ck_assert_str_eq (lines, "1 3 ");
}
END_TEST

START_TEST (blank_lines_braces_and_comments_are_no_code)
{
  g_autofree char *lines = removed ("C", "a ();\n\n{\n}\n// why\n/* so */\n * on\nb ();\n", "b ();\n");

  ck_assert_str_eq (lines, "0 ");
}
END_TEST

/* '#' begins a comment in Python and a directive in C. */
START_TEST (a_comment_is_one_by_the_marks_of_its_language)
{
  g_autofree char *python = removed ("Python", "# one\nx = 1\n", "x = 1\n");
  g_autofree char *c = removed ("C", "# one\nx = 1\n", "x = 1\n");
  g_autofree char *lua = removed ("Lua", "-- one\nx = 1\n", "x = 1\n");

  ck_assert_str_eq (python, "");
  ck_assert_str_eq (c, "0 ");
  ck_assert_str_eq (lua, "");
}
END_TEST

START_TEST (a_line_that_is_only_indented_anew_was_not_taken_out)
{
  g_autofree char *lines = removed ("C", "a ();\nb ();\n", "if (x)\n  a ();\nb ();\n");

  ck_assert_str_eq (lines, "");
}
END_TEST

/* New line 2 is old 1, moved by the line put in before it; new 1 is in no older version. */
START_TEST (lines_are_carried_past_those_put_in_before_them)
{
  Versions versions;
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < 3; i++)
    g_array_append_val (wanted, i);
  versions_init (&versions, "a ();\nb ();\n", "a ();\nnew ();\nb ();\n");
  ck_assert (ard_lines_carry (versions.repository, &versions.old, &versions.new, wanted, carried, left));
  versions_clear (&versions);

  g_autofree char *places = list (carried), *fresh = list (left);

  ck_assert_str_eq (places, "0 1 ");
  ck_assert_str_eq (fresh, "1 ");
}
END_TEST

START_TEST (a_line_indented_anew_is_carried)
{
  Versions versions;
  guint32 line = 1;
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (wanted, line);
  versions_init (&versions, "a ();\nb ();\n", "if (x)\n  a ();\nb ();\n");
  ck_assert (ard_lines_carry (versions.repository, &versions.old, &versions.new, wanted, carried, left));
  versions_clear (&versions);

  g_autofree char *places = list (carried);

  ck_assert_str_eq (places, "0 ");
  ck_assert_uint_eq (left->len, 0);
}
END_TEST

START_TEST (a_version_that_cannot_be_read_tells_nothing)
{
  Versions versions;
  static const ArdOid none;
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint32));

  versions_init (&versions, "a ();\n", "b ();\n");
  ck_assert (!ard_lines_carry (versions.repository, &none, &versions.new, wanted, carried, carried));
  ard_lines_removed (versions.repository, "C", &none, &versions.new, carried);
  ck_assert_uint_eq (carried->len, 0);
  versions_clear (&versions);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("corpus/lines");
  TCase *cases = tcase_create ("lines");

  tcase_set_timeout (cases, 60);
  tcase_add_test (cases, lines_that_a_change_took_out_are_named_by_their_old_numbers);
  tcase_add_test (cases, blank_lines_braces_and_comments_are_no_code);
  tcase_add_test (cases, a_comment_is_one_by_the_marks_of_its_language);
  tcase_add_test (cases, a_line_that_is_only_indented_anew_was_not_taken_out);
  tcase_add_test (cases, lines_are_carried_past_those_put_in_before_them);
  tcase_add_test (cases, a_line_indented_anew_is_carried);
  tcase_add_test (cases, a_version_that_cannot_be_read_tells_nothing);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
