#ifndef ARD_ANALYZERS_REACH_H
#define ARD_ANALYZERS_REACH_H

#include "model/corpus.h"

/*
 * Which files the tests of a repository reach, as far as text tells: rather too many than
 * too few. A test file is reached, one with a test of its own name (ARD_FILE_TESTED), one that
 * holds tests (Rust); and from a reached file
 *  - what it imports,
 *  - what defines a type or a free function that it names, whatever the way,
 *  - in C and C++ the source of a header's name that includes the header.
 */
typedef struct {
  const ArdCorpus *corpus;
  gboolean *reached; /* by file */
  gboolean tests;    /* there are tests at all */

  GHashTable *stems, *definitions; /* while it is filled */
} ArdReach;

ArdReach *ard_reach_new (const ArdCorpus *corpus);
void ard_reach_free (ArdReach *reach);

/* Languages that are built into one program have one name; static. */
const char *ard_reach_family (const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdReach, ard_reach_free)

#endif
