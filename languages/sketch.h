#ifndef ARD_LANGUAGES_SKETCH_H
#define ARD_LANGUAGES_SKETCH_H

#include "model/facts.h"

/* Running digest and minhash (Broder 1997) of a row of tokens. */
typedef struct {
  guint64 digest;
  guint64 last[3];
  guint32 n_tokens;
  guint32 least[ARD_SKETCH];
} ArdSketch;

/* 64-bit hash of bytes, the same on every machine (FNV-1a with a final mix). */
guint64 ard_hash_bytes (const char *bytes, gsize size);

void ard_sketch_begin (ArdSketch *sketch);
void ard_sketch_add (ArdSketch *sketch, guint64 token);
/* A row shorter than four tokens is one gram. */
void ard_sketch_end (ArdSketch *sketch, ArdFunction *function);

#endif
