#ifndef ARD_ANALYZERS_NAMESAKES_H
#define ARD_ANALYZERS_NAMESAKES_H

#include "analyzers/tongue.h"
#include "model/corpus.h"

/* All functions of one simple name in one language, test and example code left out. */
typedef struct {
  guint n, n_fallible, n_async;
  guint n_failing;   /* Go: of these that are fallible, on some way return more than nil */
  guint n_safe;      /* let no error of what they await get out: each await stands in a try that ends it */
  gboolean member;   /* one of them belongs to a type */
  guint used;        /* calls of that name whose value somebody takes */
  guint dropped;     /* calls of that name whose value nobody takes */
  GArray *functions; /* of guint32: their rows in the corpus, in its order */
} ArdNamesake;

/* The functions of the repository by (language, simple name). */
typedef struct ArdNamesakes ArdNamesakes;

/* corpus: borrowed, must outlive it. Yours, ard_namesakes_free. */
ArdNamesakes *ard_namesakes_new (const ArdCorpus *corpus);
void ard_namesakes_free (ArdNamesakes *names);

/* Borrowed; NULL when no function has the name. */
const ArdNamesake *ard_namesakes_find (const ArdNamesakes *names, ArdTongue tongue, ArdSpan name);

/* Whether an error of what the function awaits or raises gets out of it. */
gboolean ard_namesakes_let_out (const ArdNamesakes *names, guint32 function);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdNamesakes, ard_namesakes_free)

#endif
