#include "bill.h"

#include "scoring/formula.h"

static const struct {
  double number;
  const char *text;
} numbers[] = {
  { 0, "0" },
  { 1500, "1500" },
  { 0.5, "0.5" },
  { 1.24, "1.24" },
  { 0.012345678, "0.0123457" },
  { 0.1, "0.1" },
  { 123456.7, "123457" },
  { 12345678, "12345678" },
  { 99999.96, "100000" },
  { 0.99999999, "1" },
  { -2.5, "-2.5" },
  { 0.00001, "1e-05" },
  { 100, "100" },
};

START_TEST (numbers_have_six_digits_and_no_idle_zeros)
{
  g_autoptr (GString) text = g_string_new (NULL);

  ard_formula_append_number (text, numbers[_i].number);
  ck_assert_str_eq (text->str, numbers[_i].text);
}
END_TEST

START_TEST (a_pattern_takes_its_numbers_in_order)
{
  g_autofree char *text = ard_formula_fill ("# × # / (1 + #)", 1.24, 0.5, 3.0);

  ck_assert_str_eq (text, "1.24 × 0.5 / (1 + 3)");
}
END_TEST

START_TEST (sums_are_of_products_or_of_numbers)
{
  const double left[] = { 2.5, 1 }, right[] = { 0.25, 0.3 };
  g_autofree char *products = ard_formula_sum (left, right, 2), *plain = ard_formula_sum (left, NULL, 2);
  g_autofree char *nothing = ard_formula_sum (left, right, 0);

  ck_assert_str_eq (products, "2.5 × 0.25 + 1 × 0.3");
  ck_assert_str_eq (plain, "2.5 + 1");
  ck_assert_str_eq (nothing, "0");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("formula");
  TCase *cases = tcase_create ("formula");

  tcase_add_loop_test (cases, numbers_have_six_digits_and_no_idle_zeros, 0, G_N_ELEMENTS (numbers));
  tcase_add_test (cases, a_pattern_takes_its_numbers_in_order);
  tcase_add_test (cases, sums_are_of_products_or_of_numbers);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
