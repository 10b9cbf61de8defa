#ifndef ARD_HISTORY_H
#define ARD_HISTORY_H

#include <glib.h>

/*
 * What one commit changed against its first parent (the empty tree for a root),
 * as git stores it: a pure function of the commit id and of inputs, so it can be
 * stored and is true as long as its inputs are the same.
 */
typedef struct {
  guint8 bytes[32]; /* SHA-1 in the first 20, the rest zero; or SHA-256 */
} ArdOid;

/* For tables whose keys are ids. */
guint ard_oid_hash (gconstpointer oid);
gboolean ard_oid_equal (gconstpointer left, gconstpointer right);

typedef struct {
  const char *path;      /* raw bytes; borrowed from the record's strings */
  char status;           /* 'A', 'D', 'M' or 'T' (type change) */
  gint32 added, deleted; /* lines; -1: binary, or not counted */
  guint32 renamed_from;  /* index of the change that holds the old path, or ARD_NONE; for 'A', and for 'M' when names
                            were swapped or reused */
  ArdOid before, after;  /* contents of the path in the parent and in the commit; zero: none, or no regular file */
} ArdRecordChange;

typedef struct {
  gboolean counted;     /* added and deleted were computed */
  gboolean renames_cut; /* more candidates than the budget: exact renames only */
  guint64 inputs;       /* sum of the attribute files on disk that it rests on, see ard_history_inputs */
  GArray *changes;      /* of ArdRecordChange, by path (bytes) */
  GStringChunk *strings;
} ArdCommitRecord;

/* Lines that differ between two texts, from 0: n old ones stand where there are new ones; both may be none. */
typedef struct {
  guint32 old_from, old_n, new_from, new_n;
  gboolean cosmetic; /* only comments, blank lines and white space differ, as far as single lines tell */
} ArdHunk;

/* What is kept of a function of a past version of a file; lines are 1-based and inclusive. */
typedef struct {
  guint64 name;   /* hash of its qualified name, 0 when it has none; see ard_version_name */
  guint64 digest; /* ArdFunction.digest */
  guint32 start_line, end_line, cognitive;
} ArdVersionFunction;

/* One version of a file: a pure function of its bytes and its path's language. */
typedef struct {
  gboolean measured; /* a grammar read it */
  guint32 lines, code_lines;
  GArray *functions; /* of ArdVersionFunction, by start_line, then end_line downwards */
} ArdVersion;

void ard_version_init (ArdVersion *version);
void ard_version_clear (ArdVersion *version);

/* Hash of a function's name, the same on every machine; 0 for "". */
guint64 ard_version_name (const char *name);

void ard_commit_record_init (ArdCommitRecord *record);
void ard_commit_record_clear (ArdCommitRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdVersion, ard_version_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdCommitRecord, ard_commit_record_clear)

#endif
