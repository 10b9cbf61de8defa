#ifndef ARD_ANALYZERS_STEPS_H
#define ARD_ANALYZERS_STEPS_H

#include "analyzers/namesakes.h"

/* Whether a command, as CALL captures have it, may change something outside its shell. */
gboolean ard_command_changes (const char *text);

/* Whether a command, as CALL captures have it, says that all went well: `echo "Complete"`. */
gboolean ard_command_claims (const char *text);

/* What a script that goes on after a failed command does all the same. */
typedef struct {
  guint32 failed; /* CALL in the corpus: nobody looks at its status; ARD_NONE when nothing shows what is lost */
  guint32 done;   /* CALL in the corpus: what is done after it all the same */
} ArdSteps;

/*
 * Find the first command outside functions whose failure is not looked at and the one after it that builds on it and
 * outlives the script: what makes or fetches something (git, curl, tar, a build, a package, the repository's own
 * scripts) before it is put in its place, published, started or called a success; what puts something in its place
 * before it is published or started; or two of the first kind before a last command that says nothing of them.
 * Functions of the repository are not looked into.
 *
 * names  borrowed
 */
ArdSteps ard_steps_find (const ArdCorpus *corpus, const ArdNamesakes *names, const ArdFile *file);

#endif
