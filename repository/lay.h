#ifndef ARD_REPOSITORY_LAY_H
#define ARD_REPOSITORY_LAY_H

#include "repository/handle.h"

/*
 * What the paths of one tree tell together, and one path alone does not: which folder
 * holds a Go package, a project of its own, the settings of a test runner, a foreign
 * library. Folders without any of these are not kept.
 */
typedef enum {
  ARD_LAY_GO = 1 << 0,      /* Go files */
  ARD_LAY_PROJECT = 1 << 1, /* a manifest of a build or package tool */
  ARD_LAY_README = 1 << 2,
  ARD_LAY_RUNNER = 1 << 3,  /* settings of a runner of tests in a browser */
  ARD_LAY_BUNDLED = 1 << 4, /* somebody else's library, copied in whole; of modules also a file */
  ARD_LAY_CHANGES = 1 << 5, /* a list of changes: ChangeLog, NEWS … */
  ARD_LAY_AUTHORS = 1 << 6,
  ARD_LAY_HOME = 1 << 7,     /* what is read at the root of a repository only: .github, .travis.yml … */
  ARD_LAY_NAMESAKE = 1 << 8, /* called after a release, and a script, style sheet or header in it is called as it is */
  ARD_LAY_UNPACKED = 1 << 9, /* Python packages that pip or setuptools unpacked, with their records */
} ArdLayBits;

/* Folders below this many others are not asked for: what the names of a hostile tree may cost. */
#define ARD_LAY_DEPTH 64

/*
 * repository  borrowed until the lay is freed: licences are read
 * Use:        add every path, settle once, then ask
 */
ArdLay *ard_lay_new (ArdRepository *repository);
void ard_lay_free (ArdLay *lay);
/* path: borrowed until the lay is freed; blob: copied; NULL: the bytes are on disk */
void ard_lay_add (ArdLay *lay, const char *path, const ArdOid *blob);

/*
 * Find the bundled libraries, in a tree with a project at its root:
 *   - a folder below one of libraries (lib, libs, deps, ext …), or one that is called after
 *     a release, that holds a licence whose owner nobody names at the root: not in its
 *     licence, authors, readme or manifests. A licence that names no owner (GPL, Apache)
 *     counts when it is not the root's own kind and a readme or manifest lies beside it, or
 *     when the folder was a repository of its own: readme, manifest, and ARD_LAY_HOME or
 *     authors with a list of changes.
 *   - a folder below the root that is called after a release ("pdfjs-4.3.136") and holds
 *     another licence than the root, a namesake, or a readme with changes or authors.
 *   - Python packages that a record of pip or setuptools beside them names, those beside
 *     them whose head names an owner, and a folder of libraries in which five have releases
 *     of their own (__version__).
 *   - JavaScript that begins with the banner of another owner's library.
 */
void ard_lay_settle (ArdLay *lay);

/* ArdLayBits of the folder that the first length bytes of path name; 0 bytes: the root. lay may be NULL. */
guint ard_lay_of (const ArdLay *lay, const char *path, gsize length);

/* Whether a file is one of a bundled library or lies in or below it. lay may be NULL. */
gboolean ard_lay_is_bundled (const ArdLay *lay, const char *path);

/*
 * Whether folders and name of a path say what it is for: ARD_FILE_TEST, ARD_FILE_EXAMPLE,
 * ARD_FILE_MIGRATION or 0.
 * Names are read as words ("UnitTest", "unit-tests"), beside the conventions of languages and tools:
 * test_x.py, x_test.go, FooTest.java, src/test, __tests__, dbtest beside the Go package db.
 *
 * lay  NULL: by the names alone
 */
guint ard_role_flags (const char *path, const ArdLay *lay);

/* ---- releases ---- */

/*
 * Whether a folder is called after a thing and its full release: "bootstrap-table-1.27.3", "jquery-ui-1.12.1.custom",
 * not "scala-2.13" (a line of releases), "schema-1.0.0" or "version-2.0.1" (of the product).
 *
 * Returns:  length of the name before the release; 0: not so called
 */
gsize ard_release_of (const char *name, gsize length);
/* Whether a script or style sheet is called so. name: in path, its last part. */
gboolean ard_release_names_script (const char *path, const char *name);

/* ---- licences ---- */

/* Add the words of a text to a set of strings that it owns. */
void ard_licence_add_words (GHashTable *words, const char *text);
/* Blank what a manifest in JSON depends on: these names are no owners'. */
void ard_licence_drop_dependencies (char *text);
/*
 * Whether none of the owners that a licence names is known: all words of a name are among those of the owners' texts.
 *
 * licence  lower case, as owners are
 * *named   receives whether it names any owner
 */
gboolean ard_licence_is_foreign (const char *licence, GHashTable *owners, gboolean *named);
/* How many words of a line name somebody; *known: of these, how many are among the owners'. */
guint ard_licence_count_names (const char *line, GHashTable *owners, guint *known);
/* Whether two licences begin alike, letters only. */
gboolean ard_licence_same_kind (const char *one, const char *two);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdLay, ard_lay_free)

#endif
