#include "errors.h"

#define DROPPED ARD_TRAIT_DISCARDED

START_TEST (a_coroutine_s_name_that_the_function_imports_may_be_another_s)
{
  for (guint32 inside = 0; inside < 2; inside++) {
    Facts facts = facts_new ();

    add_source (&facts, "a.py", "Python");
    add_function (&facts, "save")->traits = ARD_FUNCTION_ASYNC;
    add_row (&facts, ARD_CAPTURE_CALL, 0, "db.insert", ARD_TRAIT_AWAITED, ARD_NONE);
    add_function (&facts, "close");
    add_row (&facts, ARD_CAPTURE_IMPORT, inside ? 1 : ARD_NONE, "shop.saving", 0, ARD_NONE);
    add_row (&facts, ARD_CAPTURE_CALL, 1, "save", DROPPED, ARD_NONE);
    ck_assert_uint_eq (run_one (&facts, &ard_analyzer_unhandled_async), 1);
    ck_assert_double_eq (found (&facts, 0)->value, inside ? 0.5 : 2);
    facts_free (&facts);
  }
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = { a_coroutine_s_name_that_the_function_imports_may_be_another_s };

  return run_tests ("floating", tests, G_N_ELEMENTS (tests));
}
