#include "languages/rowset.h"

#include <string.h>

#define FIRST_SIZE 256

struct ArdRowSet {
  guint64 *keys; /* 0: free */
  guint size;    /* a power of two */
  guint n;
};

ArdRowSet *
ard_row_set_new (void)
{
  ArdRowSet *self = g_new0 (ArdRowSet, 1);

  self->size = FIRST_SIZE;
  self->keys = g_new0 (guint64, self->size);
  return self;
}

void
ard_row_set_free (ArdRowSet *set)
{
  if (!set)
    return;
  g_free (set->keys);
  g_free (set);
}

void
ard_row_set_empty (ArdRowSet *set)
{
  if (set->size > FIRST_SIZE) {
    set->size = FIRST_SIZE;
    set->keys = g_renew (guint64, set->keys, set->size);
  }
  memset (set->keys, 0, set->size * sizeof *set->keys);
  set->n = 0;
}

static guint64 *
find (const ArdRowSet *set, guint64 key)
{
  guint place = (guint) (key ^ key >> 32) & (set->size - 1);

  while (set->keys[place] && set->keys[place] != key)
    place = (place + 1) & (set->size - 1);
  return &set->keys[place];
}

static void
grow (ArdRowSet *set)
{
  g_autofree guint64 *old = g_steal_pointer (&set->keys);
  guint size = set->size;

  set->size *= 2;
  set->keys = g_new0 (guint64, set->size);
  for (guint i = 0; i < size; i++)
    if (old[i])
      *find (set, old[i]) = old[i];
}

gboolean
ard_row_set_add (ArdRowSet *set, guint64 key)
{
  key += key == 0;

  guint64 *place = find (set, key);

  if (*place)
    return FALSE;
  *place = key;
  if (++set->n * 2 > set->size)
    grow (set);
  return TRUE;
}
