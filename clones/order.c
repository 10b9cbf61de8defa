#include "clones/order.h"

#include <string.h>

#define DIGIT_BITS 11
#define DIGITS 6
#define VALUES (1U << DIGIT_BITS)
/* So many are put in order one by one, and up to so many by merging. */
#define FEW 12
#define SOME 1024

static guint
digit (const ArdKeyed *row, guint place)
{
  return (guint) (row->key >> (place * DIGIT_BITS)) & (VALUES - 1);
}

/* Returns whether all rows have the same digit: nothing to move. */
static gboolean
count (const ArdKeyed *rows, guint32 n, guint place, guint32 *starts)
{
  guint32 sum = 0;

  memset (starts, 0, VALUES * sizeof *starts);
  for (guint32 i = 0; i < n; i++)
    starts[digit (&rows[i], place)]++;
  if (n == 0 || starts[digit (&rows[0], place)] == n)
    return TRUE;
  for (guint i = 0; i < VALUES; i++) {
    guint32 size = starts[i];

    starts[i] = sum;
    sum += size;
  }
  return FALSE;
}

static void
insert_sorted (ArdKeyed *rows, guint32 n)
{
  for (guint32 i = 1; i < n; i++) {
    ArdKeyed row = rows[i];
    guint32 j = i;

    for (; j > 0 && rows[j - 1].key > row.key; j--)
      rows[j] = rows[j - 1];
    rows[j] = row;
  }
}

static void
merge (const ArdKeyed *left, guint32 n_left, const ArdKeyed *right, guint32 n_right, ArdKeyed *to)
{
  while (n_left && n_right)
    if (right->key < left->key) {
      *to++ = *right++;
      n_right--;
    } else {
      *to++ = *left++;
      n_left--;
    }
  memcpy (to, left, n_left * sizeof *to);
  memcpy (to + n_left, right, n_right * sizeof *to);
}

static void
merge_sort (ArdKeyed *rows, guint32 n)
{
  ArdKeyed spare[SOME], *from = rows, *to = spare;

  for (guint32 i = 0; i < n; i += FEW)
    insert_sorted (rows + i, MIN (FEW, n - i));
  for (guint32 size = FEW; size < n; size *= 2) {
    ArdKeyed *other = from;

    for (guint32 i = 0; i < n; i += 2 * size) {
      guint32 left = MIN (size, n - i);

      merge (from + i, left, from + i + left, MIN (size, n - i - left), to + i);
    }
    from = to;
    to = other;
  }
  if (from != rows)
    memcpy (rows, from, n * sizeof *rows);
}

void
ard_keyed_sort (ArdKeyed *rows, guint32 n)
{
  if (n <= FEW) {
    insert_sorted (rows, n);
    return;
  }
  if (n <= SOME) {
    merge_sort (rows, n);
    return;
  }

  g_autofree ArdKeyed *spare = g_new (ArdKeyed, n);
  g_autofree guint32 *starts = g_new (guint32, VALUES);
  ArdKeyed *from = rows, *to = spare;

  for (guint place = 0; place < DIGITS; place++) {
    if (count (from, n, place, starts))
      continue;
    for (guint32 i = 0; i < n; i++)
      to[starts[digit (&from[i], place)]++] = from[i];

    ArdKeyed *other = from;

    from = to;
    to = other;
  }
  if (from != rows && n)
    memcpy (rows, from, n * sizeof *rows);
}
