#include "clones/names.h"

#define PLACE_BITS 12
#define PLACES (1U << PLACE_BITS)
#define MOST (PLACES / 2)

typedef struct {
  guint32 stamp, name, other;
} Place;

struct ArdNames {
  Place *forth, *back;
  guint32 stamp, n;
};

ArdNames *
ard_names_new (void)
{
  ArdNames *self = g_new0 (ArdNames, 1);

  self->forth = g_new0 (Place, PLACES);
  self->back = g_new0 (Place, PLACES);
  return self;
}

void
ard_names_free (ArdNames *names)
{
  if (!names)
    return;
  g_free (names->forth);
  g_free (names->back);
  g_free (names);
}

void
ard_names_clear (ArdNames *names)
{
  names->n = 0;
  names->stamp++;
}

/* The place of a name, or the free one where it belongs. */
static Place *
find (const ArdNames *self, Place *places, guint32 name)
{
  guint32 i = (name * 0x9e3779b1U) >> (32 - PLACE_BITS);

  while (places[i].stamp == self->stamp && places[i].name != name)
    i = (i + 1) & (PLACES - 1);
  return &places[i];
}

static gboolean
is_other (const ArdNames *self, const Place *place, guint32 other)
{
  return place->stamp == self->stamp && place->other != other;
}

static void
learn (ArdNames *self, guint32 a, guint32 b)
{
  Place *forth = find (self, self->forth, a), *back = find (self, self->back, b);

  self->n += forth->stamp != self->stamp;
  *forth = (Place){ self->stamp, a, b };
  *back = (Place){ self->stamp, b, a };
}

gboolean
ard_names_agree (ArdNames *names, const ArdToken *tokens, const ArdUnit *a, const ArdUnit *b)
{
  const ArdToken *left = tokens + a->first, *right = tokens + b->first;

  if (a->text == b->text)
    return TRUE;
  if (names->n + a->n > MOST)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (left[i].kind == ARD_TOKEN_NAME && left[i].text != right[i].text &&
        (is_other (names, find (names, names->forth, left[i].text), right[i].text) ||
         is_other (names, find (names, names->back, right[i].text), left[i].text)))
      return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (left[i].kind == ARD_TOKEN_NAME && left[i].text != right[i].text)
      learn (names, left[i].text, right[i].text);
  return TRUE;
}
