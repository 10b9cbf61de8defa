#include "languages/sketch.h"

#include <string.h>

#include "model/hash.h"

guint64
ard_hash_bytes (const char *bytes, gsize size)
{
  return ard_hash_mix (ard_hash_add (ARD_HASH_START, bytes, size));
}

void
ard_sketch_begin (ArdSketch *sketch)
{
  *sketch = (ArdSketch){ 0 };
  for (guint i = 0; i < ARD_SKETCH; i++)
    sketch->least[i] = G_MAXUINT32;
}

static void
add_gram (ArdSketch *sketch, guint64 gram)
{
  guint32 low = (guint32) gram, high = (guint32) (gram >> 32) | 1;

  for (guint32 i = 0; i < ARD_SKETCH; i++) {
    guint32 value = low + i * high;

    value = (value ^ value >> 16) * 0x7feb352dU;
    value = (value ^ value >> 15) * 0x846ca68bU;
    value ^= value >> 16;
    if (value < sketch->least[i])
      sketch->least[i] = value;
  }
}

void
ard_sketch_add (ArdSketch *sketch, guint64 token)
{
  sketch->digest = ard_hash_mix (sketch->digest * 31 + token);
  if (sketch->n_tokens >= 3)
    add_gram (sketch, ard_hash_mix (sketch->last[0] * 3 +
                                    ard_hash_mix (sketch->last[1] * 5 + ard_hash_mix (sketch->last[2] * 7 + token))));
  sketch->last[0] = sketch->last[1];
  sketch->last[1] = sketch->last[2];
  sketch->last[2] = token;
  sketch->n_tokens++;
}

void
ard_sketch_end (ArdSketch *sketch, ArdFunction *function)
{
  if (sketch->n_tokens < 4)
    add_gram (sketch, sketch->digest);
  function->digest = sketch->digest;
  memcpy (function->sketch, sketch->least, sizeof function->sketch);
}
