#ifndef ARD_ANALYZERS_MEANT_H
#define ARD_ANALYZERS_MEANT_H

#include "analyzers/namesakes.h"
#include "analyzers/results.h"

/*
 * Which functions of the repository a call in JavaScript, TypeScript or Python means, by what the languages say of
 * names:
 *  - a bare name is the nearest function of the file that is declared around the call or at its top, else one that a
 *    file it imports declares at the top, else the only ones of the name;
 *  - this.f, self.f is a method of the class around the call, else of a class that the file imports, else of any;
 *  - user.f is of the file, folder, class or object of the file that is called user; else, where the name has
 *    several words and all that bear it are methods, any of them.
 */
typedef struct {
  guint n; /* the functions it may mean; 0: none of ours, or nobody can tell */
  guint n_async;
  guint n_safe;  /* as in ArdNamesake */
  guint n_fixed; /* decorated, or an override: another may look after it */
  guint32 first; /* one of them, row in the corpus; ARD_NONE when n is 0 */
} ArdMeant;

/*
 * call     row in the corpus, a CALL
 * length   bytes of its text to look at
 * imports  of the call's file
 */
ArdMeant ard_meant_find (const ArdNamesakes *names, const ArdCorpus *corpus, guint32 call, gsize length,
                         const ArdImports *imports);

/* A name of more than one word, so that a method's name alone tells whose it is. */
gboolean ard_name_is_telling (ArdSpan name);

#endif
