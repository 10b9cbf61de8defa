#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "model/hash.h"

/* The authors' own test vectors: isthe.com/chongo/src/fnv/test_fnv.c, FNV-1a of 64 bits. */
static const struct {
  const char *text;
  guint64 hash;
} vectors[] = {
  { "", G_GUINT64_CONSTANT (0xcbf29ce484222325) },
  { "a", G_GUINT64_CONSTANT (0xaf63dc4c8601ec8c) },
  { "foobar", G_GUINT64_CONSTANT (0x85944171f73967e8) },
};

START_TEST (texts_hash_as_the_authors_of_fnv_say)
{
  ck_assert (ard_hash_add (ARD_HASH_START, vectors[_i].text, strlen (vectors[_i].text)) == vectors[_i].hash);
}
END_TEST

START_TEST (a_text_in_two_parts_hashes_as_the_whole)
{
  ck_assert (ard_hash_add (ard_hash_add (ARD_HASH_START, "foo", 3), "bar", 3) == vectors[2].hash);
}
END_TEST

START_TEST (a_number_hashes_as_its_bytes_from_the_lowest)
{
  ck_assert (ard_hash_add_number (ARD_HASH_START, G_GUINT64_CONSTANT (0x0102030405060708)) ==
             ard_hash_add (ARD_HASH_START, "\x08\x07\x06\x05\x04\x03\x02\x01", 8));
}
END_TEST

/* Computed by hand from the published lines of fmix64, with numbers of any size. */
START_TEST (mixing_is_that_of_murmur)
{
  ck_assert (ard_hash_mix (0) == 0);
  ck_assert (ard_hash_mix (1) == G_GUINT64_CONSTANT (0xb456bcfc34c2cb2c));
  ck_assert (ard_hash_mix (G_MAXUINT64) == G_GUINT64_CONSTANT (0x64b5720b4b825f21));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("model/hash");
  TCase *tests = tcase_create ("hash");
  SRunner *runner = srunner_create (suite);

  tcase_add_loop_test (tests, texts_hash_as_the_authors_of_fnv_say, 0, G_N_ELEMENTS (vectors));
  tcase_add_test (tests, a_text_in_two_parts_hashes_as_the_whole);
  tcase_add_test (tests, a_number_hashes_as_its_bytes_from_the_lowest);
  tcase_add_test (tests, mixing_is_that_of_murmur);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
