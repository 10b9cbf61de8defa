#ifndef ARD_IMPORTS_KEYS_H
#define ARD_IMPORTS_KEYS_H

#include "model/corpus.h"

/*
 * The parts of a configuration document's key path: `a."b.c"[0]` is "a", "b.c", "0".
 *
 * Returns:  yours, g_strfreev
 */
char **ard_key_parts (const char *key);

/* The scalar at this very key path, or NULL; borrowed. */
const char *ard_keys_find (const ArdCorpus *corpus, guint32 file, const char *key);

#endif
