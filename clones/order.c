#include "clones/order.h"

#include <string.h>

#define DIGIT_BITS 11
#define DIGITS 6
#define VALUES (1U << DIGIT_BITS)
/* So many are put in order one by one. */
#define FEW 48

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

void
ard_keyed_sort (ArdKeyed *rows, guint32 n)
{
  if (n <= FEW) {
    insert_sorted (rows, n);
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
