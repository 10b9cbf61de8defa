#ifndef ARD_REPOSITORY_H
#define ARD_REPOSITORY_H

#include "model/corpus.h"
#include "model/history.h"
#include "model/note.h"
#include "model/settings.h"

/*
 * git, by libgit2: a snapshot of files, a list of commits, what each changed.
 * The repository is untrusted: nothing of it runs (no hooks, filters, textconv or
 * helpers), and no path leaves its root. Results depend on the repository alone:
 * no system or personal configuration is read (a person's core.excludesFile and
 * diff.algorithm neither), nor who owns the files. Replacement refs are not followed.
 *
 * An ArdRepository is one handle for one thread; open one per worker.
 */
typedef struct ArdRepository ArdRepository;

/*
 * Open the repository that holds path (a folder in its work tree, its .git, or a bare one).
 *
 * Errors:   ARD_ERROR_REPOSITORY, saying what to do
 */
ArdRepository *ard_repository_open (const char *path, GError **error);
/* A second handle on the same repository, for another thread; yours. */
ArdRepository *ard_repository_reopen (const ArdRepository *repository, GError **error);
void ard_repository_free (ArdRepository *repository);

const char *ard_repository_root (const ArdRepository *repository); /* work tree, or the bare folder; borrowed */
gboolean ard_repository_is_bare (const ArdRepository *repository);
gboolean ard_repository_is_shallow (const ArdRepository *repository);
gboolean ard_repository_is_sha256 (const ArdRepository *repository);

/*
 * Name the analysed commit: its .mailmap maps names in ard_history_header. Handles
 * reopened afterwards inherit it. ard_history_list does it when nobody has; a
 * handle that was never told uses HEAD.
 */
void ard_repository_set_head (ArdRepository *repository, const ArdOid *head);

/* Resolve a revision to a commit. Errors: ARD_ERROR_REPOSITORY (unknown, unborn, not a commit). */
gboolean ard_repository_resolve (ArdRepository *repository, const char *rev, ArdOid *commit, GError **error);
/* Merge base of two commits. Errors: ARD_ERROR_REPOSITORY when there is none, with the command that deepens a shallow clone. */
gboolean ard_repository_merge_base (ArdRepository *repository, const ArdOid *one, const ArdOid *two, ArdOid *base, GError **error);
/* Committer time [s since 1970] of a commit. */
gboolean ard_repository_time (ArdRepository *repository, const ArdOid *commit, gint64 *time_s, GError **error);
/* Hex of an id: 40 or 64 digits; yours. */
char *ard_oid_to_hex (const ArdRepository *repository, const ArdOid *oid);

/* ---- snapshot: the files of one revision, or of the work tree ---- */

typedef struct {
  const char *path; /* raw bytes; borrowed from the snapshot */
  ArdOid blob;      /* of the bytes as they are read; zero: a changed file of the work tree that is too large */
  gint64 size_bytes;
  guint flags;      /* ARD_FILE_GENERATED, _VENDORED, _TEST by settings, attributes and path; _MINIFIED by name; _TOO_LARGE */
} ArdEntry;

typedef struct {
  GArray *entries; /* of ArdEntry, by path (bytes): regular files only */
  GStringChunk *strings;
  gboolean work_tree;
  gboolean edited; /* a file of the work tree is not as head has it, is new or is gone; a sparse checkout edits nothing */
  gint64 max_bytes; /* paths.max_file_bytes: ard_snapshot_bytes refuses more */
  guint n_damaged; /* files of a commit whose objects are missing or damaged: noted, not listed */
} ArdSnapshot;

/*
 * List the files of a commit, or of the work tree when commit is NULL (tracked
 * files as they are on disk, and untracked ones that git does not ignore).
 * Submodules, symbolic links, unreadable files, paths.exclude and every other
 * exclusion are notes.
 *
 * Errors:   ARD_ERROR_REPOSITORY
 */
ArdSnapshot *ard_snapshot_read (ArdRepository *repository, const ArdOid *commit, const ArdSettings *settings,
                                ArdNotes *notes, GError **error);
void ard_snapshot_free (ArdSnapshot *snapshot);

/* Bytes of one entry, read through this thread's handle. Errors: ARD_ERROR_REPOSITORY (gone, unreadable, corrupted). */
GBytes *ard_snapshot_bytes (const ArdSnapshot *snapshot, ArdRepository *repository, guint index, GError **error);

/* ---- history ---- */

/* One commit as git has it; message and names made valid UTF-8 by the commit's encoding. */
typedef struct {
  ArdOid id;
  guint n_parents;
  GArray *parents; /* of ArdOid; none where a shallow clone is cut; owned */
  gint64 author_time_s, commit_time_s;
  char *author_name, *author_mail; /* after .mailmap (of the analysed commit); owned */
  GPtrArray *co_authors;           /* of char *: name, mail, name, mail … after .mailmap; owned; "" for the mail of a
                                      full name that stands without one */
  char *message;                   /* whole, owned */
} ArdCommitHeader;

void ard_commit_header_clear (ArdCommitHeader *header);

/*
 * Ids of all commits reachable from head, newest first in topological order with
 * ties by commit time then id. A damaged object ends the list with a note.
 *
 * Returns:  GArray of ArdOid; yours
 */
GArray *ard_history_list (ArdRepository *repository, const ArdOid *head, ArdNotes *notes, GError **error);

typedef struct {
  const char *name; /* without refs/tags/, made valid UTF-8; borrowed from strings */
  ArdOid commit;    /* that it names at last, through tags of tags */
  gint64 time_s;    /* of the tagger when tagged, else of the commit */
  gboolean tagged;  /* annotated, with a tagger */
} ArdHistoryTag;

/*
 * All tags of commits, annotated and light, by time, then name. Tags of trees and
 * contents are left out; damaged ones, and those beyond 100,000, are a note.
 *
 * strings   receives the names
 * Returns:  GArray of ArdHistoryTag; yours
 */
GArray *ard_history_tags (ArdRepository *repository, GStringChunk *strings, ArdNotes *notes);

/*
 * Parents of any commit, on a branch that is not analysed too.
 *
 * parents   receives ArdOid; none where a shallow clone is cut
 * Returns:  FALSE: the commit cannot be read
 */
gboolean ard_history_parents (ArdRepository *repository, const ArdOid *commit, GArray *parents);

/* Commits named in .git-blame-ignore-revs of the analysed commit; set of ArdOid (pointers owned by the table); yours. */
GHashTable *ard_history_ignored (ArdRepository *repository, const ArdOid *head, ArdNotes *notes);

/* Errors: ARD_ERROR_REPOSITORY (damaged object). */
gboolean ard_history_header (ArdRepository *repository, const ArdOid *commit, ArdCommitHeader *header, GError **error);

/*
 * What a commit changed against its first parent, by walking both trees side by
 * side; renames: exact ids first (swapped and reused names too), then likeness
 * under a budget. Lines, when asked for, equal `git log --numstat --no-renames` in
 * this repository: the diff attribute is asked where git asks it (.gitattributes on
 * disk and info/attributes), a submodule that .gitmodules hides has no row, the
 * commit at which a shallow clone is cut is a root. Merges have no rows. A rewritten
 * text whose two sides exceed 128 MiB or 4 Mi lines is not counted (-1).
 *
 * An 'M' row that is the source of another and has no source itself is a new file
 * under a freed name. A copy is not a rename: its source must be gone, or what
 * stands there now must be another file's contents, or unlike the old.
 *
 * counts      whether to diff contents
 * similarity  percent, history.rename_similarity
 * Errors:     ARD_ERROR_REPOSITORY (damaged object)
 */
gboolean ard_history_record (ArdRepository *repository, const ArdOid *commit, gboolean counts, double similarity,
                             ArdCommitRecord *record, GError **error);

/*
 * Sum of what a record rests on beside its commit: the files of attributes that
 * speak of its paths (for a counted one), .gitmodules, where a shallow clone is cut,
 * and the repository's own settings of them, as they are on disk. A record kept from
 * an earlier run holds while its inputs equal this. Files are read once a handle.
 */
guint64 ard_history_inputs (ArdRepository *repository, const ArdCommitRecord *record);

/*
 * Paths renamed between two trees: what became of the base's files.
 *
 * head      NULL: the work tree
 * Returns:  table from new path to old path (both owned); yours
 */
GHashTable *ard_repository_renames (ArdRepository *repository, const ArdOid *base, const ArdOid *head,
                                    const ArdSettings *settings, GError **error);

/* ---- past versions of a file ---- */

/* Bytes of a blob; yours. Errors: ARD_ERROR_REPOSITORY (damaged, or of more than max_bytes). */
GBytes *ard_blob_read (ArdRepository *repository, const ArdOid *blob, gsize max_bytes, GError **error);

/* The same, open for a comparison; bytes are yours and keep it alive. */
typedef struct ArdBlob ArdBlob;

/* Errors: as ard_blob_read. */
ArdBlob *ard_blob_open (ArdRepository *repository, const ArdOid *blob, gsize max_bytes, GError **error);
ArdBlob *ard_blob_ref (ArdBlob *blob);
void ard_blob_unref (ArdBlob *blob);
GBytes *ard_blob_bytes (ArdBlob *blob);

/*
 * Lines that differ between two texts, as `git diff` has them with its default
 * settings (Myers' algorithm, indent heuristic), without context.
 *
 * hunks     receives ArdHunk rows, by line
 * Returns:  FALSE when the two have more than a million lines
 */
gboolean ard_hunks_find (GBytes *old, GBytes *new, GArray *hunks);

/* The same of two blobs: their ids are known, so nothing is hashed (libgit2 hashes both texts: half of the time). */
gboolean ard_blobs_compare (ArdBlob *old, ArdBlob *new, GArray *hunks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdBlob, ard_blob_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdRepository, ard_repository_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdSnapshot, ard_snapshot_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdCommitHeader, ard_commit_header_clear)

#endif
