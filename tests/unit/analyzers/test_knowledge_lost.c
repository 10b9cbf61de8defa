#include "known.h"

/* Person 0, gone, owns the file; person 1 is here. */
static Facts
make_lost (void)
{
  Facts facts = facts_new ();

  set_thresholds (&facts, "knowledge-lost", 5, 20);
  add_person (&facts, FALSE);
  add_person (&facts, TRUE);
  add_worked (&facts, "a.c");
  add_knowledge (&facts, 0, TRUE, 40, 1, 25);
  return facts;
}

START_TEST (a_file_whose_owner_is_gone_and_that_others_only_touch_is_found)
{
  Facts facts = make_lost ();

  add_knowledge (&facts, 1, FALSE, 1, 40, 0.5);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_lost), 1);
  ck_assert_double_eq (found (&facts, 0)->value, 25);
  ck_assert_int_eq (found (&facts, 0)->severity, ARD_SEVERITY_CRITICAL);
  ck_assert_uint_eq (found (&facts, 0)->author, 0);
  facts_free (&facts);
}
END_TEST

START_TEST (who_took_it_over_knows_it)
{
  Facts facts = make_lost ();

  add_knowledge (&facts, 1, FALSE, 3, 40, 2);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_lost), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (nothing_is_lost_while_the_owner_is_here_or_nobody_asks)
{
  Facts facts = make_lost ();

  ard_person (facts.corpus, 0)->active = TRUE;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_lost), 0);
  facts_free (&facts);

  facts = make_lost ();
  ard_file (facts.corpus, 0)->revisions = 0;
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_knowledge_lost), 0);
  facts_free (&facts);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_file_whose_owner_is_gone_and_that_others_only_touch_is_found,
                                 who_took_it_over_knows_it, nothing_is_lost_while_the_owner_is_here_or_nobody_asks };

  return run_tests ("knowledge_lost", tests, G_N_ELEMENTS (tests));
}
