#include "store/code.h"
#include "tests/fuzz/drive.h"

#include <string.h>

/* FNV-1a, 64 bits: the sum that ends a row, so that damage behind it is reached. */
static guint64
sum (const uint8_t *bytes, size_t size)
{
  guint64 hash = 0xcbf29ce484222325u;

  for (size_t i = 0; i < size; i++)
    hash = (hash ^ bytes[i]) * 0x100000001b3u;
  return hash;
}

/* The bytes are a stored row without its sum; rows that decode must encode and decode again. */
int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t size)
{
  g_auto (ArdFacts) facts = { 0 }, again = { 0 };
  g_auto (ArdCommitRecord) record = { 0 };
  g_autofree guint8 *row = g_malloc (size + 8);
  guint64 end = GUINT64_TO_LE (sum (bytes, size));

  memcpy (row, bytes, size);
  memcpy (row + size, &end, 8);
  ard_facts_init (&facts);
  ard_facts_init (&again);
  ard_commit_record_init (&record);
  ard_record_decode (row, size + 8, &record);
  ard_record_decode (bytes, size, &record);
  if (ard_facts_decode (row, size + 8, &facts)) {
    g_autoptr (GByteArray) encoded = ard_facts_encode (&facts);

    g_assert (ard_facts_decode (encoded->data, encoded->len, &again));
  }
  return 0;
}
