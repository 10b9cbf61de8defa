#include "copies.h"

/* Files 0 … n - 1 and n … 2 n - 1 are copies of each other, pair by pair, up to that line of 100. */
static void
add_classes (Facts *facts, guint n, guint32 end)
{
  for (guint i = 0; i < n; i++) {
    add_class (facts, 2, end);
    add_copy (facts, i, 1, end, 1);
    add_copy (facts, n + i, 1, end, 2);
  }
}

static Facts
make_files (const char *const *paths, guint n)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "forked-folder", 3, 20);
  for (guint i = 0; i < n; i++)
    add_file (&facts, paths[i], 100);
  return facts;
}

static const char *const brands[] = {
  "brand-a/cart.js", "brand-a/ui/list.js", "brand-a/ui/page.js",
  "brand-b/cart.js", "brand-b/ui/list.js", "brand-b/ui/page.js",
};

START_TEST (folders_whose_files_are_copies_by_name_and_text_are_a_fork)
{
  Facts facts = make_files (brands, 6);

  add_classes (&facts, 3, 50);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_forked_folder), 1);
  ck_assert_uint_eq (found (&facts, 0)->file, 3);
  ck_assert_uint_eq (found (&facts, 0)->other, 0);
  ck_assert_str_eq (found (&facts, 0)->subject, "brand-a");
  ck_assert_double_eq (found (&facts, 0)->value, 3);
  facts_free (&facts);
}
END_TEST

START_TEST (files_that_share_a_small_part_are_no_fork)
{
  Facts facts = make_files (brands, 6);

  add_classes (&facts, 3, 49);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_forked_folder), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (copies_of_other_names_are_no_fork)
{
  const char *const paths[] = { "a/one.js", "a/three.js", "a/two.js", "b/four.js", "b/six.js", "b/zen.js" };
  Facts facts = make_files (paths, 6);

  add_classes (&facts, 3, 90);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_forked_folder), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_few_copies_among_many_files_are_no_fork)
{
  const char *const paths[] = { "a/1.js", "a/2.js", "a/3.js", "b/1.js", "b/2.js", "b/3.js", "a/4.js",
                                "a/5.js", "a/6.js", "a/7.js", "b/4.js", "b/5.js", "b/6.js", "b/7.js" };
  Facts facts = facts_new ();
  const guint order[] = { 0, 1, 2, 6, 7, 8, 9, 3, 4, 5, 10, 11, 12, 13 };

  set_thresholds (&facts, "forked-folder", 3, 20);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_file (&facts, paths[order[i]], 100);
  for (guint i = 0; i < 3; i++) {
    add_class (&facts, 2, 90);
    add_copy (&facts, i, 1, 90, 1);
    add_copy (&facts, 7 + i, 1, 90, 2);
  }
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_forked_folder), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (test_code_is_no_fork)
{
  Facts facts = make_files (brands, 6);

  for (guint i = 0; i < 6; i++)
    ard_file (facts.corpus, i)->flags = ARD_FILE_TEST;
  add_classes (&facts, 3, 90);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_forked_folder), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    folders_whose_files_are_copies_by_name_and_text_are_a_fork,
    files_that_share_a_small_part_are_no_fork,
    copies_of_other_names_are_no_fork,
    a_few_copies_among_many_files_are_no_fork,
    test_code_is_no_fork,
  };

  return run_tests ("forked-folder", tests, G_N_ELEMENTS (tests));
}
