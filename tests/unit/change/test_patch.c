/* Whether a fix would apply to a twin. Expected answers are what `patch` would do, and what a reader of both would say.
 */
#include "change/patch.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "open the first channel\nread all of its frames\ncount the frames read\n"
#define TAIL "close the first channel\nreport the frames read\nforget the channel again\n"
#define BEFORE HEAD "divide frames by seconds\n" TAIL
#define AFTER HEAD "divide frames by seconds unless zero\n" TAIL

static ArdPatchSpan place;

static void
fill (ArdPatchText *text, const char *lines, gboolean names)
{
  g_auto (GStrv) rows = g_strsplit (lines, "\n", -1);

  ard_patch_text_init (text);
  for (guint i = 0; rows[i]; i++)
    ard_patch_text_add (text, i + 1, rows[i], strlen (rows[i]));
  ard_patch_text_end (text, names);
}

/* A fix of one hunk, from 0, held against all lines of a twin. */
static gboolean
try (const char *before, const char *after, ArdHunk hunk, const char *now, const char *twin)
{
  g_auto (ArdPatchText) old = { 0 }, new = { 0 }, today = { 0 }, other = { 0 };
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
  const ArdPatchSpan all = { 1, 1000 };
  const ArdPatch patch = { &old, &new, hunks, &today };

  fill (&old, before, FALSE);
  fill (&new, after, TRUE);
  fill (&today, now, FALSE);
  fill (&other, twin, FALSE);
  g_array_append_val (hunks, hunk);
  return ard_patch_applies (&patch, &other, &all, 1, &place);
}

static const ArdHunk fourth = { 3, 1, 3, 1, FALSE };

START_TEST (a_fix_of_lines_that_stand_in_the_twin_applies_where_they_stand)
{
  ck_assert (try (BEFORE, AFTER, fourth, AFTER, "another beginning\nof its own\n" BEFORE));
  ck_assert_uint_eq (place.start_line, 6);
  ck_assert_uint_eq (place.end_line, 6);
}
END_TEST

START_TEST (white_space_braces_and_blank_lines_make_no_difference)
{
  ck_assert (try (BEFORE, AFTER, fourth, AFTER, HEAD "\n\t divide  frames by seconds {\n}\n" TAIL));
}
END_TEST

START_TEST (a_twin_with_other_lines_there_is_none_of_its_business)
{
  ck_assert (!try (BEFORE, AFTER, fourth, AFTER, HEAD "divide frames by minutes\n" TAIL));
}
END_TEST

START_TEST (a_twin_that_got_the_fix_needs_none)
{
  ck_assert (!try (BEFORE, AFTER, fourth, AFTER, AFTER));
}
END_TEST

/* One line taken out and one of six around it are two of seven. */
START_TEST (one_line_alone_among_others_is_a_coincidence)
{
  ck_assert (!try (BEFORE, AFTER, fourth, AFTER, "a\nb\ncount the frames read\ndivide frames by seconds\nc\nd\n"));
}
END_TEST

START_TEST (lines_of_a_word_tell_nothing)
{
  ck_assert (!try ("x++\ny++\nelse\nz--\ndone\n", "x++\ny++\nelse\nz++\ndone\n", fourth, "x++\ny++\nelse\nz++\ndone\n",
                   "x++\ny++\nelse\nz--\ndone\n"));
}
END_TEST

START_TEST (what_is_only_added_says_nothing_about_the_twin)
{
  const ArdHunk inserted = { 4, 0, 4, 1, FALSE };
  static const char after[] = HEAD "divide frames by seconds\ncheck the seconds too\n" TAIL;

  ck_assert (!try (BEFORE, after, inserted, after, BEFORE));
}
END_TEST

/* The line that is taken out comes back between others. */
START_TEST (what_is_put_around_lines_takes_nothing_out)
{
  static const char after[] = HEAD "when seconds are known\ndivide frames by seconds\nand else wait\n" TAIL;
  const ArdHunk hunk = { 3, 1, 3, 3, FALSE };

  ck_assert (!try (BEFORE, after, hunk, after, BEFORE));
}
END_TEST

/* The first of the two lines that were brought stands some lines above. */
START_TEST (what_the_fix_brought_may_be_there_already)
{
  static const char after[] = HEAD "ask for the seconds first\ndivide frames by these\n" TAIL;
  const ArdHunk hunk = { 3, 1, 3, 2, FALSE };

  ck_assert (try (BEFORE, after, hunk, after, BEFORE));
  ck_assert (!try (BEFORE, after, hunk, after, "ask for the seconds first\nand begin\n" BEFORE));
}
END_TEST

/* "clock" stands in the fixed text before the fix, and in the second twin alone. */
START_TEST (a_fix_that_speaks_of_names_that_the_twin_has_not_is_none_of_its)
{
  static const char before[] = "take the clock out\n" BEFORE;
  static const char after[] = "take the clock out\n" HEAD "divide the clock by frames\n" TAIL;
  const ArdHunk hunk = { 4, 1, 4, 1, FALSE };

  ck_assert (!try (before, after, hunk, after, BEFORE));
  ck_assert (try (before, after, hunk, after, BEFORE "and then\ntake the clock out\n"));
}
END_TEST

START_TEST (a_fix_that_was_taken_back_is_missed_by_nobody)
{
  ck_assert (!try (BEFORE, AFTER, fourth, BEFORE, BEFORE));
}
END_TEST

START_TEST (a_fix_that_took_lines_out_applies_where_they_stand_unless_it_was_taken_back)
{
  const ArdHunk out = { 3, 1, 3, 0, FALSE };

  ck_assert (try (BEFORE, HEAD TAIL, out, HEAD TAIL, BEFORE));
  ck_assert (!try (BEFORE, HEAD TAIL, out, BEFORE, BEFORE));
}
END_TEST

START_TEST (new_indentation_is_no_fix)
{
  ck_assert (!try (BEFORE, HEAD "  divide frames by  seconds {\n" TAIL, fourth, BEFORE, BEFORE));
}
END_TEST

START_TEST (another_value_is_that_of_the_fixed_text_alone)
{
  static const struct {
    const char *old, *new;
    gboolean applies;
  } rows[] = { { "divide the frames by 25\n", "divide the frames by 30\n", FALSE },
               { "divide the frames by 'pal'\n", "divide the frames by 'don\\'t'\n", FALSE },
               { "divide the frames by Rate.PAL\n", "divide the frames by Rate.NTSC\n", FALSE },
               { "divide the frames if true\n", "divide the frames if false\n", FALSE },
               { "divide the frames by rate(25)\n", "divide the frames by speed(25)\n", TRUE },
               { "divide the frames <= 25\n", "divide the frames < 25\n", TRUE },
               { "don't divide the frames\n", "don't divide other frames\n", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *before = g_strconcat (HEAD, rows[i].old, TAIL, NULL);
    g_autofree char *after = g_strconcat (HEAD, rows[i].new, TAIL, NULL);

    ck_assert_int_eq (try (before, after, fourth, after, before), rows[i].applies);
  }
}
END_TEST

/* The first hunk has six changed lines; the second, which the twin has not, two or four: 6 of 8, 6 of 10. */
START_TEST (a_fix_applies_when_three_quarters_of_it_do)
{
  static const char before[] = HEAD "divide frames by seconds\nround the frames down\nkeep the frames left\n" TAIL;
  g_autofree char *now = g_strconcat (before, "one more here\ntwo more here\n", NULL);
  static const char after[] = HEAD "divide frames by minutes\nround the frames up\nkeep the frames gone\n" TAIL
                                   "four less here\nfive less here\n";
  const ArdHunk rows[] = { { 3, 3, 3, 3, FALSE }, { 9, 1, 9, 1, FALSE }, { 9, 2, 9, 2, FALSE } };
  const ArdPatchSpan all = { 1, 1000 };

  for (guint i = 1; i <= 2; i++) {
    g_auto (ArdPatchText) old = { 0 }, new = { 0 }, twin = { 0 };
    g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
    const ArdPatch patch = { &old, &new, hunks, &new };

    fill (&old, now, FALSE);
    fill (&new, after, TRUE);
    fill (&twin, before, FALSE);
    g_array_append_vals (hunks, rows, 1);
    g_array_append_vals (hunks, rows + i, 1);
    ck_assert_int_eq (ard_patch_applies (&patch, &twin, &all, 1, &place), i == 1);
  }
}
END_TEST

/* The fourth line is farther than three lines from the tenth. */
START_TEST (only_the_copies_are_looked_at)
{
  g_auto (ArdPatchText) old = { 0 }, new = { 0 }, twin = { 0 };
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
  const ArdPatchSpan spans[] = { { 10, 20 }, { 7, 20 } };
  const ArdPatch patch = { &old, &new, hunks, &new };

  fill (&old, BEFORE, FALSE);
  fill (&new, AFTER, TRUE);
  fill (&twin, BEFORE, FALSE);
  g_array_append_val (hunks, fourth);
  ck_assert (!ard_patch_applies (&patch, &twin, spans, 1, &place));
  ck_assert (ard_patch_applies (&patch, &twin, spans + 1, 1, &place));
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    a_fix_of_lines_that_stand_in_the_twin_applies_where_they_stand,
    white_space_braces_and_blank_lines_make_no_difference,
    a_twin_with_other_lines_there_is_none_of_its_business,
    a_twin_that_got_the_fix_needs_none,
    one_line_alone_among_others_is_a_coincidence,
    lines_of_a_word_tell_nothing,
    what_is_only_added_says_nothing_about_the_twin,
    what_is_put_around_lines_takes_nothing_out,
    what_the_fix_brought_may_be_there_already,
    a_fix_that_speaks_of_names_that_the_twin_has_not_is_none_of_its,
    a_fix_that_was_taken_back_is_missed_by_nobody,
    a_fix_that_took_lines_out_applies_where_they_stand_unless_it_was_taken_back,
    new_indentation_is_no_fix,
    another_value_is_that_of_the_fixed_text_alone,
    a_fix_applies_when_three_quarters_of_it_do,
    only_the_copies_are_looked_at,
  };
  Suite *suite = suite_create ("patch");
  TCase *cases = tcase_create ("patch");
  SRunner *runner;
  int failed;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    tcase_add_test (cases, tests[i]);
  suite_add_tcase (suite, cases);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
