#ifndef ARD_ANALYZERS_WATCHED_H
#define ARD_ANALYZERS_WATCHED_H

#include "model/corpus.h"

/*
 * The folders of the JavaScript packages in which somebody is told of what nobody handles: a listener to
 * unhandledRejection, a service that gathers errors (Sentry and its like, whose start adds one), or one to all answers
 * of a server that are errors (interceptors.response.use). A package is what has a package.json; without one it is the
 * folder of the file that listens.
 *
 * Returns: a set of paths, "" for the repository's own; yours, g_hash_table_unref
 */
GHashTable *ard_watched_find (const ArdCorpus *corpus);

/* Whether the path lies in one of them. */
gboolean ard_watched_have (GHashTable *watched, const char *path);

#endif
