#ifndef ARD_ANALYZERS_PROGRAMS_H
#define ARD_ANALYZERS_PROGRAMS_H

#include "model/corpus.h"

/*
 * Which files are a program's own, so that they may end it: those with a main,
 * those in a folder of commands or of build scripts, and, where a folder is what
 * is linked together, those beside or below a main.
 */
typedef struct ArdPrograms ArdPrograms;

/* corpus: borrowed. Yours, ard_programs_free. */
ArdPrograms *ard_programs_new (const ArdCorpus *corpus);
void ard_programs_free (ArdPrograms *programs);

/* Whether the file is part of a program. */
gboolean ard_programs_own (const ArdPrograms *programs, guint32 file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdPrograms, ard_programs_free)

#endif
