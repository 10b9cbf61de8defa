#include "made.h"

START_TEST (an_include_in_quotes_is_beside_the_file_first)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "lib/a.c", "C");
  imports (corpus, "x.h");
  add (corpus, "lib/x.h", "C");
  add (corpus, "x.h", "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "lib/a.c", "lib/x.h"), STRONG);
  ck_assert_int_eq (edge (corpus, "lib/a.c", "x.h"), NONE);
}
END_TEST

START_TEST (a_name_that_one_file_alone_ends_in_is_that_file)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "include/curl/curl.h", "C");
  add (corpus, "src/a.c", "C");
  imports (corpus, "curl/curl.h");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/a.c", "include/curl/curl.h"), STRONG);
}
END_TEST

START_TEST (of_several_the_one_in_a_folder_above_is_meant)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "lib/setup.h", "C");
  add (corpus, "lib/vtls/a.c", "C");
  imports (corpus, "setup.h");
  add (corpus, "src/setup.h", "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "lib/vtls/a.c", "lib/setup.h"), STRONG);
  ck_assert_int_eq (edge (corpus, "lib/vtls/a.c", "src/setup.h"), NONE);
}
END_TEST

START_TEST (of_several_the_one_below_a_root_that_the_folder_is_known_to_use_is_meant)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "one/inc/only.h", "C");
  add (corpus, "one/inc/util.h", "C");
  add (corpus, "src/a.c", "C");
  imports (corpus, "only.h");
  imports (corpus, "util.h");
  add (corpus, "two/inc/util.h", "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/a.c", "one/inc/util.h"), STRONG);
  ck_assert_int_eq (edge (corpus, "src/a.c", "two/inc/util.h"), NONE);
}
END_TEST

START_TEST (a_name_that_two_folders_have_and_nothing_tells_apart_is_none)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "one/util.h", "C");
  add (corpus, "src/a.c", "C");
  imports (corpus, "util.h");
  add (corpus, "two/util.h", "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/a.c", "one/util.h"), NONE);
  ck_assert_int_eq (edge (corpus, "src/a.c", "two/util.h"), NONE);
}
END_TEST

START_TEST (a_header_of_the_system_is_never_one_of_ours)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.c", "C");
  capture (corpus, ARD_CAPTURE_IMPORT, "string.h", ARD_TRAIT_SYSTEM);
  capture (corpus, ARD_CAPTURE_IMPORT, "zlib.h", ARD_TRAIT_SYSTEM);
  add (corpus, "compat/string.h", "C");
  add (corpus, "wrap/zlib.h", "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.c", "compat/string.h"), NONE);
  ck_assert_int_eq (edge (corpus, "a.c", "wrap/zlib.h"), NONE);
}
END_TEST

START_TEST (a_header_in_angles_is_found_below_include)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "include/fmt/core.h", "C++");
  add (corpus, "src/a.cc", "C++");
  capture (corpus, ARD_CAPTURE_IMPORT, "fmt/core.h", ARD_TRAIT_SYSTEM);
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "src/a.cc", "include/fmt/core.h"), STRONG);
}
END_TEST

START_TEST (dots_lead_up_and_never_out_of_the_repository)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a/b.c", "C");
  imports (corpus, "../c/d.h");
  imports (corpus, "../../../etc/x.h");
  add (corpus, "c/d.h", "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a/b.c", "c/d.h"), STRONG);
}
END_TEST

START_TEST (a_header_and_its_own_second_half_are_one_unit)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "format-inl.h", "C++");
  imports (corpus, "format.h");
  add (corpus, "format.h", "C++");
  imports (corpus, "format-inl.h");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "format-inl.h", "format.h"), STRONG);
  ck_assert_int_eq (edge (corpus, "format.h", "format-inl.h"), WEAK);
}
END_TEST

START_TEST (an_include_below_all_declarations_of_a_header_is_weak)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  add (corpus, "a.h", "C")->lines = 200;
  imports (corpus, "b.h");
  imports (corpus, "c.h")->start_line = 195;
  add (corpus, "b.h", "C");
  add (corpus, "c.h", "C");
  resolve (corpus);
  ck_assert_int_eq (edge (corpus, "a.h", "b.h"), STRONG);
  ck_assert_int_eq (edge (corpus, "a.h", "c.h"), WEAK);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    an_include_in_quotes_is_beside_the_file_first,
    a_name_that_one_file_alone_ends_in_is_that_file,
    of_several_the_one_in_a_folder_above_is_meant,
    of_several_the_one_below_a_root_that_the_folder_is_known_to_use_is_meant,
    a_name_that_two_folders_have_and_nothing_tells_apart_is_none,
    a_header_of_the_system_is_never_one_of_ours,
    a_header_in_angles_is_found_below_include,
    dots_lead_up_and_never_out_of_the_repository,
    a_header_and_its_own_second_half_are_one_unit,
    an_include_below_all_declarations_of_a_header_is_weak,
  };

  return run_tests ("c", tests, G_N_ELEMENTS (tests));
}
