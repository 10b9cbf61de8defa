#include <check.h>
#include <stdlib.h>

#include "reports/text.h"

static void
expect (char *got, const char *wanted)
{
  ck_assert_str_eq (got, wanted);
  g_free (got);
}

START_TEST (invalid_bytes_become_the_replacement_character)
{
  expect (ard_text_utf8 ("caf\xc3\xa9 \xff"), "caf\xc3\xa9 \xef\xbf\xbd");
  expect (ard_text_utf8 ("\xed\xa0\x80"), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}
END_TEST

/* https://www.w3.org/TR/xml/#charsets: #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF] */
START_TEST (what_xml_forbids_is_replaced_and_nothing_else)
{
  expect (ard_text_xml ("a\tb\nc\rd\x01\x0b\x1f"), "a\tb\nc\rd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  expect (ard_text_xml ("\xef\xbf\xbd\xef\xbf\xbe\xef\xbf\xbf"), "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  expect (ard_text_xml ("<]]>\xf0\x9f\x98\x80\x7f"), "<]]>\xf0\x9f\x98\x80\x7f");
}
END_TEST

START_TEST (a_line_holds_no_line_break_and_no_mark_that_turns_the_direction)
{
  expect (ard_text_line ("a\nb\rc\td"), "a\xef\xbf\xbd"
                                        "b\xef\xbf\xbd"
                                        "c\xef\xbf\xbd"
                                        "d");
  expect (ard_text_line ("x\xe2\x80\xaey\xe2\x81\xa6z\xe2\x80\xa8"), "x\xef\xbf\xbdy\xef\xbf\xbdz\xef\xbf\xbd");
}
END_TEST

START_TEST (percent_encoding_gives_every_byte_back)
{
  g_autofree char *encoded = ard_text_percent ("src/a b%\xff\xc3\xa9.c");
  g_autoptr (GBytes) back = g_uri_unescape_bytes (encoded, -1, NULL, NULL);

  ck_assert_str_eq (encoded, "src/a%20b%25%FF%C3%A9.c");
  ck_assert_uint_eq (g_bytes_get_size (back), 13);
  ck_assert_mem_eq (g_bytes_get_data (back, NULL), "src/a b%\xff\xc3\xa9.c", 13);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("text");
  TCase *tests = tcase_create ("text");

  tcase_add_test (tests, invalid_bytes_become_the_replacement_character);
  tcase_add_test (tests, what_xml_forbids_is_replaced_and_nothing_else);
  tcase_add_test (tests, a_line_holds_no_line_break_and_no_mark_that_turns_the_direction);
  tcase_add_test (tests, percent_encoding_gives_every_byte_back);
  suite_add_tcase (all, tests);
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
