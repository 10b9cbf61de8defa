#ifndef ARD_ANALYZERS_FLOATING_H
#define ARD_ANALYZERS_FLOATING_H

#include "analyzers/namesakes.h"
#include "analyzers/results.h"

/* What a repository makes of the asynchronous work that it begins; the file that is looked at. */
typedef struct {
  const ArdCorpus *corpus;
  const ArdNamesakes *names;
  ArdImports imports;
  guint32 file;
  ArdTongue tongue;

  guint32 *dropped, *taken;      /* by function: calls in JavaScript whose promise nobody takes, somebody awaits */
  GHashTable *awaited, *left;    /* the same by callee as written, of a name that tells; borrowed texts to numbers */
  GHashTable *caught, *uncaught; /* chains of then by what they begin with, with and without a catch; owned texts */
  guint8 *alone;                 /* by file, ard_files_alone */
  guint8 *takers;                /* by function, ard_takers_find */
  guint8 *deeds;                 /* by function, analyzers/deeds.h */
  GHashTable *watched;           /* folders below which somebody is told of rejections that nobody handles */
} ArdFloating;

/* corpus, names: borrowed, must outlive it. Yours, ard_floating_free. */
ArdFloating *ard_floating_new (const ArdCorpus *corpus, const ArdNamesakes *names);
void ard_floating_free (ArdFloating *floating);

/* Go on with the file of a capture. */
void ard_floating_enter (ArdFloating *floating, guint32 file);

/* Whether the file lies below one that is told of the rejections that nobody handles (JavaScript). */
gboolean ard_floating_is_watched (const ArdFloating *floating);

/* What the promise of a chain is of: "a.b" of "a.b().then().finally" or "a.b().then().catch"; its length. */
gsize ard_chain_root (const char *text);

/* Only an asynchronous function can await; in others what is begun goes on by itself, mostly on purpose. */
gboolean ard_floating_can_await (const ArdCorpus *corpus, guint32 function);

/*
 * Whether a call begins asynchronous work that can fail, and nobody takes what becomes of it.
 *
 * call     row of a CALL whose value is dropped, in the file that is looked at
 * Returns: points, 0 for none; reason: receives a key of the message catalogue, static
 */
double ard_floating_judge (const ArdFloating *floating, guint32 call, const char **reason);

/* The same of a task that its own text shows, an ASYNC capture. */
double ard_floating_judge_task (const ArdFloating *floating, guint32 task, const char **reason);

/* What is lost with a task of that language: a key of the message catalogue, static. */
const char *ard_floating_reason (ArdTongue tongue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdFloating, ard_floating_free)

#endif
