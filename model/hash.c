#include "model/hash.h"

guint64
ard_hash_add (guint64 hash, const void *bytes, gsize size)
{
  const guint8 *at = bytes;

  for (gsize i = 0; i < size; i++)
    hash = ard_hash_step (hash, at[i]);
  return hash;
}

guint64
ard_hash_add_number (guint64 hash, guint64 number)
{
  for (guint byte = 0; byte < 8; byte++)
    hash = ard_hash_step (hash, number >> (8 * byte) & 0xff);
  return hash;
}
