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
} ArdRecordChange;

typedef struct {
  gboolean counted;     /* added and deleted were computed */
  gboolean renames_cut; /* more candidates than the budget: exact renames only */
  guint64 inputs;       /* sum of the attribute files on disk that it rests on, see ard_history_inputs */
  GArray *changes;      /* of ArdRecordChange, by path (bytes) */
  GStringChunk *strings;
} ArdCommitRecord;

void ard_commit_record_init (ArdCommitRecord *record);
void ard_commit_record_clear (ArdCommitRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdCommitRecord, ard_commit_record_clear)

#endif
