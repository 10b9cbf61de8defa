#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "model/error.h"
#include "model/layers.h"

static gboolean
forbids (const char *text, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArdLayerRule) rule = ard_layer_rule_parse (text, &error);

  ck_assert_msg (rule != NULL, "%s: %s", text, error ? error->message : "");
  return ard_layer_rule_forbids (rule, from, to);
}

START_TEST (an_order_forbids_the_way_back_and_nothing_else)
{
  const char *rule = "ui -> service -> data";

  ck_assert (forbids (rule, "data/a.c", "service/b.c"));
  ck_assert (forbids (rule, "data/a.c", "ui/b.c"));
  ck_assert (!forbids (rule, "ui/a.c", "service/b.c"));
  ck_assert (!forbids (rule, "ui/a.c", "data/b.c"));
  ck_assert (!forbids (rule, "ui/a.c", "ui/b.c"));
  ck_assert (!forbids (rule, "data/a.c", "other/b.c"));
  ck_assert (!forbids (rule, "other/a.c", "ui/b.c"));
}
END_TEST

START_TEST (may_not_use_names_what_is_forbidden)
{
  ck_assert (forbids ("model, store may not use cli, reports", "store/a.c", "reports/x/b.c"));
  ck_assert (!forbids ("model, store may not use cli, reports", "store/a.c", "model/b.c"));
  ck_assert (!forbids ("model may not use cli", "cli/a.c", "model/b.c"));
}
END_TEST

START_TEST (may_only_use_names_what_is_allowed_beside_the_layer_itself)
{
  ck_assert (forbids ("analyzers may only use model", "analyzers/a.c", "cli/b.c"));
  ck_assert (!forbids ("analyzers may only use model", "analyzers/a.c", "model/b.c"));
  ck_assert (!forbids ("analyzers may only use model", "analyzers/a.c", "analyzers/b.c"));
  ck_assert (!forbids ("analyzers may only use model", "cli/a.c", "reports/b.c"));
}
END_TEST

START_TEST (a_layer_is_a_whole_name_of_a_folder_or_a_file)
{
  ck_assert (!forbids ("a may not use b", "ab/x.c", "b/x.c"));
  ck_assert (!forbids ("a may not use b", "x/a/x.c", "b/x.c"));
  ck_assert (forbids ("src/a/ may not use src/b.c", "src/a/x/y.c", "src/b.c"));
}
END_TEST

START_TEST (one_star_is_one_name_and_two_are_any_number)
{
  ck_assert (forbids ("packages/*/ui may not use packages/*/db", "packages/shop/ui/a.ts", "packages/shop/db/b.ts"));
  ck_assert (!forbids ("packages/*/ui may not use packages/*/db", "packages/x/y/ui/a.ts", "packages/shop/db/b.ts"));
  ck_assert (forbids ("**/ui may not use **/db/*", "a/b/ui/x.c", "db/y.c"));
  ck_assert (forbids ("**/ui may not use **/db", "ui/x.c", "a/b/db/y.c"));
  ck_assert (!forbids ("**/ui may not use **/db", "a/gui/x.c", "a/b/db/y.c"));
}
END_TEST

START_TEST (what_is_no_rule_is_said_with_the_forms_that_are)
{
  const char *const broken[] = { "",
                                 "ui",
                                 "ui >> data",
                                 "ui ->",
                                 "-> data",
                                 "a may use b",
                                 "may not use b",
                                 "a b may not use c",
                                 "a may not use",
                                 "/a -> b",
                                 "a//b -> c",
                                 "a -> ,b c",
                                 "a/*.c -> b" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GError) error = NULL;
    ArdLayerRule *rule = ard_layer_rule_parse (broken[i], &error);

    ck_assert_msg (rule == NULL, "\"%s\" was taken", broken[i]);
    ck_assert (g_error_matches (error, ARD_ERROR, ARD_ERROR_USAGE));
    ck_assert (strstr (error->message, "may not use") != NULL);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("layers");
  TCase *cases = tcase_create ("layers");

  tcase_add_test (cases, an_order_forbids_the_way_back_and_nothing_else);
  tcase_add_test (cases, may_not_use_names_what_is_forbidden);
  tcase_add_test (cases, may_only_use_names_what_is_allowed_beside_the_layer_itself);
  tcase_add_test (cases, a_layer_is_a_whole_name_of_a_folder_or_a_file);
  tcase_add_test (cases, one_star_is_one_name_and_two_are_any_number);
  tcase_add_test (cases, what_is_no_rule_is_said_with_the_forms_that_are);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
