#ifndef ARD_IMPORTS_PATHS_H
#define ARD_IMPORTS_PATHS_H

#include "model/corpus.h"

/* The files of a corpus by folder and by the ends of their paths. */
typedef struct ArdPaths ArdPaths;

/* corpus: borrowed; yours. */
ArdPaths *ard_paths_new (const ArdCorpus *corpus);
void ard_paths_free (ArdPaths *paths);

/* The file at folder/name ("" is the root), or ARD_NONE. name may hold '/', "." and "..". */
guint32 ard_paths_find (const ArdPaths *paths, const char *folder, const char *name);

/*
 * Files whose path is suffix, or ends in '/' and suffix; by path.
 *
 * found     borrowed; receives at most ARD_PATHS_MOST
 * Returns:  how many there are, at most ARD_PATHS_MOST
 */
#define ARD_PATHS_MOST 32
guint ard_paths_ending (const ArdPaths *paths, const char *suffix, guint32 found[ARD_PATHS_MOST]);

/* Files that stand in a folder itself, as guint32; NULL when there is no such folder. Borrowed. */
const GArray *ard_paths_in_folder (const ArdPaths *paths, const char *folder);

/*
 * folder and name joined, "." and ".." taken out.
 *
 * Returns:  yours; NULL when that leaves the repository
 */
char *ard_paths_join (const char *folder, const char *name);

/* The folder of a path, "" for the root; yours. */
char *ard_paths_folder (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdPaths, ard_paths_free)

#endif
