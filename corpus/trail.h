#ifndef ARD_CORPUS_TRAIL_H
#define ARD_CORPUS_TRAIL_H

#include "corpus/fold.h"
#include "model/corpus.h"

typedef struct {
  ArdOid before, after; /* as in ArdRecordChange */
} ArdTrailBlobs;

/*
 * What building needs from history beyond the corpus' own rows. Dropped once the
 * corpus is sealed.
 */
typedef struct {
  GHashTable *path_ids; /* path (of the corpus' strings) to id + 1 */
  GPtrArray *paths;     /* of const char *, by id */
  GArray *rows;         /* of ArdFoldRow, one a change of the corpus */
  GArray *blobs;        /* of ArdTrailBlobs, one a change of the corpus */
} ArdTrail;

#define ard_trail_row(trail, i) (&g_array_index ((trail)->rows, ArdFoldRow, (i)))

#define ard_trail_blobs(trail, i) (&g_array_index ((trail)->blobs, ArdTrailBlobs, (i)))

ArdTrail *ard_trail_new (void);
void ard_trail_free (ArdTrail *trail);

/* Id of a path, the same for the same bytes; a new path is copied into strings. */
guint32 ard_trail_path (ArdTrail *trail, const char *path, GStringChunk *strings);

/*
 * Fold: fill file of every change and by_file, first_change and n_changes of every file.
 *
 * renames   from today's path to the path in head, for what no commit knows; may be NULL
 */
void ard_trail_fold (ArdTrail *trail, ArdCorpus *corpus, GHashTable *renames);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdTrail, ard_trail_free)

#endif
