#ifndef ARD_CORPUS_ORIGINS_H
#define ARD_CORPUS_ORIGINS_H

#include "corpus/trail.h"
#include "corpus/workers.h"

/* A bug fix that changes more files of code mends no one place. */
#define ARD_ORIGINS_FILES 10

/*
 * Fill corpus->origins, where history.trace_fixes asks for it: the newest history.trace_max
 * counted bug fixes of history.window_d, no reverts, each in the files of code in use that it
 * changed. Fixes beyond are a note.
 */
void ard_origins_trace (ArdCorpus *corpus, const ArdTrail *trail, ArdWorkers *workers, const ArdBuild *build);

#endif
