#ifndef ARD_MODEL_HASH_H
#define ARD_MODEL_HASH_H

#include <glib.h>

/*
 * FNV-1a, 64 bits (Fowler, Noll, Vo), the same on every machine. The store and the ids of
 * findings rest on it, so what it gives never changes. It finds damage and tells things
 * apart; it is no protection against who wants two things to hash alike.
 *
 * A hash begins as ARD_HASH_START and is carried from call to call.
 */
#define ARD_HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

/* One step: of a byte as in FNV-1a, or of a whole number. */
static inline guint64
ard_hash_step (guint64 hash, guint64 value)
{
  return (hash ^ value) * G_GUINT64_CONSTANT (0x100000001b3);
}

/* Spreads every bit over all others, and 0 stays 0: the last lines of MurmurHash3 (Appleby), 64 bits. */
static inline guint64
ard_hash_mix (guint64 value)
{
  value ^= value >> 33;
  value *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  value ^= value >> 33;
  value *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return value ^ value >> 33;
}

guint64 ard_hash_add (guint64 hash, const void *bytes, gsize size);
guint64 ard_hash_add_number (guint64 hash, guint64 number); /* its 8 bytes, lowest first */

#endif
