#ifndef ARD_REPOSITORY_HANDLE_H
#define ARD_REPOSITORY_HANDLE_H

#include <git2.h>

#include "repository/repository.h"

/* Private to repository/: the handle, raw objects, and the two-tree comparison. */

/* What a commit found is what the commit before it left: contents met lately, shared by the handles of one repository. */
typedef struct ArdContents ArdContents;

struct ArdRepository {
  git_repository *git;
  git_odb *odb;
  ArdContents *contents;
  char *root;
  gboolean bare, partial; /* partial: cloned with a filter, objects may be missing */
  GHashTable *grafts;  /* commits at which a shallow clone is cut; set of ArdOid */
  ArdOid head;         /* the analysed commit, for .mailmap */
  gboolean has_head;
  git_mailmap *mailmap; /* read at the first header */
  git_repository *attributes; /* asked for the diff attribute; opened at the first question */
  GHashTable *forced;  /* path to 1 + ArdForced: what the diff attribute says, asked once a path */
  GHashTable *submodules; /* path to 1 + whether it is hidden */
  GHashTable *usable;  /* folder to 1 + whether the attribute files in it and above may be asked */
  GHashTable *inputs;  /* folder to guint64: sum of the attribute files in it and above */
};

#define ARD_MAX_DEPTH 2048       /* nested folders; git's own default limit */
#define ARD_MAX_ROWS 4000000     /* files of a tree, or changes of a commit */
#define ARD_MAX_PATH 65536       /* bytes of a path */

/*
 * Set ARD_ERROR_REPOSITORY: the formatted text, then libgit2's own reason for
 * its last failed call.
 *
 * Returns:  FALSE, to be returned in turn
 */
gboolean ard_repository_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Between our ids and libgit2's; order by bytes. */
void ard_oid_from_git (ArdOid *oid, const git_oid *id);
void ard_oid_to_git (git_oid *id, const ArdOid *oid);
int ard_oid_compare (gconstpointer left, gconstpointer right);
gboolean ard_oid_is_zero (const ArdOid *oid);

/*
 * Read one raw object of the wanted type.
 *
 * Errors:   ARD_ERROR_REPOSITORY, naming the object
 */
git_odb_object *ard_object_read (ArdRepository *repository, const ArdOid *oid, git_object_t type, GError **error);

/* The parts of a commit object that walking history needs. Parents are hex, 41 bytes a line, in the object. */
typedef struct {
  git_odb_object *object; /* owned */
  ArdOid tree;
  guint n_parents;        /* 0 where a shallow clone is cut */
  const char *parents;    /* first parent's hex digits; borrowed from object */
  gint64 time_s;          /* committer */
} ArdRawCommit;

gboolean ard_raw_commit_read (ArdRepository *repository, const ArdOid *oid, ArdRawCommit *commit, GError **error);
void ard_raw_commit_parent (const ArdRawCommit *commit, guint n, ArdOid *parent);
void ard_raw_commit_clear (ArdRawCommit *commit);

/* Contents of a path in the tree of a commit; NULL without error when there is none. */
git_odb_object *ard_commit_file (ArdRepository *repository, const ArdOid *commit, const char *path);

/* ---- trees (tree.c) ---- */

/* One file whose entry differs between two trees. A mode of 0: not there. Modes as git canonises them. */
typedef struct {
  const char *path; /* raw bytes */
  guint old_mode, new_mode;
  ArdOid old_id, new_id;
  gint32 added, deleted;
  guint32 renamed_from;
} ArdPair;

/*
 * Compare two trees side by side; NULL is the empty tree.
 *
 * pairs     receives ArdPair rows, by path (bytes)
 * strings   receives the paths
 * Errors:   ARD_ERROR_REPOSITORY: damaged, or beyond the limits above
 */
gboolean ard_trees_compare (ArdRepository *repository, const ArdOid *old_tree, const ArdOid *new_tree, GArray *pairs,
                            GStringChunk *strings, GError **error);

/* ---- attributes (attributes.c) ---- */

/*
 * A second handle whose attributes are those that `git log` reads here: the
 * .gitattributes on disk, never the index; in a bare repository none.
 *
 * commit    leave the work tree out too, to ask a commit's attributes
 * Returns:  yours; NULL when it cannot be opened
 */
git_repository *ard_attributes_open (const ArdRepository *repository, gboolean commit);

typedef enum { ARD_FORCED_NOT, ARD_FORCED_TEXT, ARD_FORCED_BINARY } ArdForced;

/* What the diff attribute of a path says, as git reads it in this repository. Remembered per path. */
ArdForced ard_attributes_diff (ArdRepository *repository, const char *path);

/* Whether .gitmodules of the work tree says "ignore = all" for a submodule: `git log` leaves it out. Remembered per path. */
gboolean ard_attributes_hide_submodule (ArdRepository *repository, const char *path);

/* ---- contents ---- */

/* Safe from several threads; at most 24 MiB, no single one of more than one. */
ArdContents *ard_contents_new (void);
ArdContents *ard_contents_ref (ArdContents *contents);
void ard_contents_unref (ArdContents *contents);
git_odb_object *ard_contents_find (ArdContents *contents, const ArdOid *oid, git_object_t type); /* yours; NULL: not kept */
void ard_contents_keep (ArdContents *contents, const ArdOid *oid, git_odb_object *object);

/* Bytes of one side of a pair. Close what you opened. */
typedef struct {
  const char *data;
  gsize size;
  gboolean withheld;      /* larger than asked for: size is known, data is not */
  git_odb_object *object; /* owned, may be NULL */
  GBytes *bytes;          /* owned, may be NULL */
  char text[64];
} ArdSide;

/* max_bytes: what is larger is not read. Errors: ARD_ERROR_REPOSITORY (damaged object) */
/* One side of a pair: open it for its bytes, then close it. Errors: ARD_ERROR_REPOSITORY. */
gboolean ard_side_open (ArdRepository *repository, guint mode, const ArdOid *oid, gsize max_bytes, ArdSide *side,
                        GError **error);
void ard_side_close (ArdSide *side);

/* Fill added and deleted of every pair as `git log --numstat --no-renames` prints them; -1 for "-". */
gboolean ard_pairs_count (ArdRepository *repository, GArray *pairs, GError **error);

#define ARD_MAX_LIKENESS_BYTES (4 * 1024 * 1024) /* larger files are matched by id only */

/* Opens one side for likeness, withholding larger ones: index of the pair, and whether its new side. Returns FALSE when it cannot be read. */
typedef gboolean (*ArdOpenSide) (guint index, gboolean new_side, ArdSide *side, gpointer data);

/*
 * Fill renamed_from of every pair: exact ids first, then likeness.
 *
 * Returns:  whether the budget cut the search for likeness
 */
gboolean ard_pairs_rename (GArray *pairs, double similarity, ArdOpenSide open, gpointer data);

/* ---- likeness (likeness.c): share of bytes in equal lines, as git measures it ---- */

typedef GArray ArdShape; /* of (hash, bytes), sorted by hash */

ArdShape *ard_shape_new (const char *data, gsize size);
double ard_shape_likeness (const ArdShape *left, gsize left_size, const ArdShape *right, gsize right_size); /* percent */

/* ---- snapshot ---- */

/*
 * What folders and file names alone say of a foreign, generated or minified file: ArdFileFlags, after the conventions
 * of GitHub linguist (vendor.yml, generated.rb). What a file is for is in lay.h.
 */
guint ard_convention_flags (const char *path);

typedef struct ArdLay ArdLay;

/*
 * What git ignores: .gitignore of each folder on the way, then info/exclude; the
 * deepest file and its last matching line decide. libgit2's own answer is not
 * used: it drops a "!" line that reopens what a folder above ignores.
 */
typedef struct ArdIgnores ArdIgnores;

ArdIgnores *ard_ignores_new (void);
void ard_ignores_free (ArdIgnores *ignores);
void ard_ignores_push (ArdIgnores *ignores, const char *folder, GBytes *text); /* rules for paths below folder; text may be NULL */
void ard_ignores_pop (ArdIgnores *ignores);
gboolean ard_ignores_match (const ArdIgnores *ignores, const char *path, gboolean is_folder);

/* ---- attribute files, which anyone may have written ---- */

#define ARD_UNBOUNDED "no attribute is asked: a pattern here has more than five runs of stars"

/* Whether each pattern of a .gitattributes can be matched in bounded time: at most five runs of stars. */
gboolean ard_patterns_bounded (const char *text, gsize size);

/* Whether the attribute files on disk that speak of path may be asked: regular, of a sensible size, bounded. */
gboolean ard_attributes_usable (ArdRepository *repository, const char *path);

/* Counts reasons and writes them as notes: a few by path, the rest as a number. */
typedef struct ArdTally ArdTally;

ArdTally *ard_tally_new (void);
void ard_tally_add (ArdTally *tally, const char *path, const char *format, ...) G_GNUC_PRINTF (3, 4);
void ard_tally_write (ArdTally *tally, ArdNotes *notes); /* frees it */

/* Decides what is read and what is judged, from settings, attributes, names. */
typedef struct ArdSieve ArdSieve;

/*
 * commit    whose tree holds .gitattributes; NULL: the work tree
 * settings  borrowed until the sieve is freed
 * lay       of all paths, settled; borrowed until the sieve is freed; NULL: each path speaks for itself
 * asks      FALSE when no .gitattributes mentions linguist, so none need be asked
 */
ArdSieve *ard_sieve_new (ArdRepository *repository, const ArdOid *commit, const ArdSettings *settings,
                         const ArdLay *lay, gboolean asks);
void ard_sieve_free (ArdSieve *sieve);

/* Returns:  FALSE when paths.exclude names it; else *flags receives ArdFileFlags, and the tally the reasons. */
gboolean ard_sieve_pass (ArdSieve *sieve, const char *path, ArdTally *tally, guint *flags);

/* ---- work tree: files below the root, reached folder by folder, no symbolic link followed ---- */

/*
 * List the work tree's files into snapshot: tracked ones that are on disk, and
 * untracked ones that the repository's own rules do not ignore.
 */
gboolean ard_work_tree_list (ArdRepository *repository, ArdSnapshot *snapshot, const ArdSettings *settings,
                             ArdTally *tally, GError **error);

/*
 * The regular files of the head that ard_repository_set_head names, by path (bytes).
 *
 * strings   receives the paths
 * Returns:  of ArdPair, from the empty tree; yours; NULL without a head or when it cannot be read
 */
GArray *ard_committed_list (ArdRepository *repository, GStringChunk *strings);

/*
 * Whether a file of the work tree is new or not as committed; FALSE without a list.
 *
 * blob      of its bytes, or what the index has for them when its stat data prove them unchanged
 *           (git may convert what it checks out); zero, not known: equal
 */
gboolean ard_committed_differs (const GArray *committed, const char *path, const ArdOid *blob);

/*
 * Whether some committed file is not in the work tree and was not left out of a sparse checkout.
 *
 * tracked   path to const git_index_entry
 * seen      tracked paths that are on disk
 */
gboolean ard_committed_gone (const GArray *committed, int root, GHashTable *tracked, GHashTable *seen);

/*
 * Open the folder that holds path.
 *
 * root      descriptor of the root
 * name      receives the last part of path; borrowed from it
 * Returns:  a descriptor, yours; -1 with errno
 */
int ard_disk_open_parent (int root, const char *path, const char **name);

/* Read a regular file below the root, of at most max_bytes. NULL with the reason. */
GBytes *ard_disk_read (int root, const char *path, gint64 max_bytes, GError **error);

/* The same, from the repository's root. */
GBytes *ard_work_tree_bytes (const ArdRepository *repository, const char *path, gint64 max_bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_odb_object, git_odb_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_object, git_object_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_tag, git_tag_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_config, git_config_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_index, git_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (git_repository, git_repository_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdSide, ard_side_close)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdRawCommit, ard_raw_commit_clear)

#endif
