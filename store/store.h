#ifndef ARD_STORE_H
#define ARD_STORE_H

#include "model/facts.h"
#include "model/history.h"

/*
 * Facts already known, in one SQLite file a repository: a second run costs only
 * what changed. Used from one thread. A store that is missing, damaged, locked or
 * of another version is a cache miss and is replaced, never an error for the run.
 */
typedef struct ArdStore ArdStore;

/*
 * Open (creating folders and file) the store for a repository root below
 * $XDG_CACHE_HOME/ardoise; NULL when it cannot be used, with the reason in *why (yours).
 */
ArdStore *ard_store_open (const char *root, char **why);

/*
 * One for this run alone: what one tree of a run left serves the next (a base, a year ago). In memory, beyond
 * 32 MiB in a file without a name; nothing stays. NULL when it cannot be made.
 */
ArdStore *ard_store_open_private (void);
void ard_store_free (ArdStore *store); /* commits what was put */

/* Facts of a blob; digest: of the languages; facts: initialised by the caller; FALSE: not known. */
gboolean ard_store_find_facts (ArdStore *store, const ArdOid *blob, const char *guess, const char *digest, ArdFacts *facts);
void ard_store_put_facts (ArdStore *store, const ArdOid *blob, const char *guess, const char *digest, const ArdFacts *facts);

/* counts: a record without counts does not answer a question for one with. */
gboolean ard_store_find_record (ArdStore *store, const ArdOid *commit, gboolean counts, double similarity, ArdCommitRecord *record);
void ard_store_put_record (ArdStore *store, const ArdOid *commit, double similarity, const ArdCommitRecord *record);

/* A past version of a file, keyed as facts; version: initialised by the caller. */
gboolean ard_store_find_version (ArdStore *store, const ArdOid *blob, const char *guess, const char *digest, ArdVersion *version);
void ard_store_put_version (ArdStore *store, const ArdOid *blob, const char *guess, const char *digest, const ArdVersion *version);

/* Lines that differ between two blobs; hunks: of ArdHunk, empty. */
gboolean ard_store_find_hunks (ArdStore *store, const ArdOid *old, const ArdOid *new, GArray *hunks);
void ard_store_put_hunks (ArdStore *store, const ArdOid *old, const ArdOid *new, const GArray *hunks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdStore, ard_store_free)

#endif
