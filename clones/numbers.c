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
ard_numbers_free (ArdNumbers *numbers)
{
  if (!numbers)
    return;
  g_free (numbers->places);
  g_free (numbers);
}

void
ard_numbers_clear (ArdNumbers *numbers)
{
  numbers->n = 0;
  numbers->stamp++;
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
ard_numbers_at (ArdNumbers *numbers, guint64 key)
{
  Place *place;

  if (numbers->n >= 1U << (numbers->bits - 1))
    widen (numbers);
  place = find (numbers, key);
  if (place->stamp != numbers->stamp) {
    *place = (Place){ key, 0, numbers->stamp };
    numbers->n++;
  }
  return &place->value;
}

guint64
ard_numbers_get (const ArdNumbers *numbers, guint64 key)
{
  const Place *place = find (numbers, key);

  return place->stamp == numbers->stamp ? place->value : 0;
}

guint32
ard_numbers_size (const ArdNumbers *numbers)
{
  return numbers->n;
}
