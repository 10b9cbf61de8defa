#ifndef ARD_CORPUS_FOLD_H
#define ARD_CORPUS_FOLD_H

#include <glib.h>

/*
 * Fold history onto today's paths: which of today's files each change belongs to.
 * A pure function of arrays; no git.
 *
 * The walk goes from the newest commit to the oldest and keeps, for every path,
 * the file that it stands for. A rename read backwards hands the file from its
 * new path to its old one, so chains, swapped names and a freed name that a new
 * file took come out by themselves: what the new file did on that name belongs to
 * it, what came before the rename belongs to the file that moved away.
 *
 * - A path that was deleted and made again is one file, unless what was deleted
 *   had moved to a file that lives today.
 * - History is not a line. A side branch may touch the old name after (in the
 *   list) the rename that main made, or the new name before it. A change of a
 *   path without owner waits until an older commit either moves that path away
 *   (it belongs to the file that moved) or creates it (it belongs to none); and a
 *   name that a rename gave up stays its file's until an older commit deletes it.
 * - Both paths of a rename are changes of the one file.
 *
 * Every change ends on one file or on none (ARD_NONE: it is gone).
 */
typedef struct {
  guint32 path;         /* id of the path, below n_paths */
  guint32 renamed_from; /* row of the same commit that holds the old path, or ARD_NONE */
  char status;          /* as in ArdRecordChange */
  gboolean counted;     /* its lines were: unknown ones are those of a binary file; of no concern to the fold */
} ArdFoldRow;

/*
 * rows       n = starts[n_commits] rows, by commit
 * starts     n_commits + 1 indexes: commit c has rows [starts[c], starts[c + 1])
 * owners     n_paths entries: the file that each path is today, or ARD_NONE; used up by the walk
 * files      receives one file a row
 */
void ard_fold_run (const ArdFoldRow *rows, const guint32 *starts, guint32 n_commits, guint32 n_paths, guint32 *owners,
                   guint32 *files);

/*
 * Move owners from new names to old ones, all at once: the renames that the work
 * tree holds and no commit knows.
 *
 * pairs    2 * n ids of paths: new, old, new, old …
 */
void ard_fold_shift (const guint32 *pairs, guint32 n, guint32 *owners);

#endif
