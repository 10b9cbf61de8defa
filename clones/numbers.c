#include "clones/numbers.h"

#define FIRST_BITS 8

typedef struct {
  guint64 key, value;
  guint32 stamp;
} Place;

struct ArdNumbers {
  Place *places;
  guint bits;
  guint32 stamp, n;
};

ArdNumbers *
ard_numbers_new (void)
{
  ArdNumbers *self = g_new0 (ArdNumbers, 1);

  self->bits = FIRST_BITS;
  self->places = g_new0 (Place, 1U << FIRST_BITS);
  self->stamp = 1;
  return self;
}

void
ard_numbers_free (ArdNumbers *tally)
{
  if (!tally)
    return;
  g_free (tally->places);
  g_free (tally);
}

void
ard_numbers_clear (ArdNumbers *tally)
{
  tally->n = 0;
  tally->stamp++;
}

/* The place of a key, or the free one where it belongs. */
static Place *
find (const ArdNumbers *self, guint64 key)
{
  guint32 i = (guint32) (key * 0x9e3779b97f4a7c15ULL >> (64 - self->bits)), last = (1U << self->bits) - 1;

  while (self->places[i].stamp == self->stamp && self->places[i].key != key)
    i = (i + 1) & last;
  return &self->places[i];
}

static void
widen (ArdNumbers *self)
{
  Place *old = self->places;
  guint32 n = 1U << self->bits;

  self->bits++;
  self->places = g_new0 (Place, 1U << self->bits);
  for (guint32 i = 0; i < n; i++)
    if (old[i].stamp == self->stamp)
      *find (self, old[i].key) = old[i];
  g_free (old);
}

guint64 *
ard_numbers_at (ArdNumbers *tally, guint64 key)
{
  Place *place;

  if (tally->n >= 1U << (tally->bits - 1))
    widen (tally);
  place = find (tally, key);
  if (place->stamp != tally->stamp) {
    *place = (Place){ key, 0, tally->stamp };
    tally->n++;
  }
  return &place->value;
}

guint64
ard_numbers_get (const ArdNumbers *tally, guint64 key)
{
  const Place *place = find (tally, key);

  return place->stamp == tally->stamp ? place->value : 0;
}

guint32
ard_numbers_size (const ArdNumbers *tally)
{
  return tally->n;
}
