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
  ARD_LAY_BUNDLED = 1 << 4, /* somebody else's library, copied in whole */
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
 * Find the bundled libraries: a folder below one of libraries (lib, libs, deps, ext …)
 * that holds a licence whose owner nobody names at the root: not in its licence,
 * authors, readme or manifests. A licence that names no owner (GPL, Apache) counts when
 * it is not the root's own kind and a readme or manifest lies beside it.
 */
void ard_lay_settle (ArdLay *lay);

/* ArdLayBits of the folder that the first length bytes of path name; 0 bytes: the root. lay may be NULL. */
guint ard_lay_of (const ArdLay *lay, const char *path, gsize length);

/* Whether a file lies in or below a bundled library. lay may be NULL. */
gboolean ard_lay_is_bundled (const ArdLay *lay, const char *path);

/*
 * Whether folders and name of a path say what it is for: ARD_FILE_TEST, ARD_FILE_EXAMPLE or 0.
 * Names are read as words ("UnitTest", "unit-tests"), beside the conventions of languages and tools:
 * test_x.py, x_test.go, FooTest.java, src/test, __tests__, dbtest beside the Go package db.
 *
 * lay  NULL: by the names alone
 */
guint ard_role_flags (const char *path, const ArdLay *lay);

/* ---- licences ---- */

/* Add the words of a text to a set of strings that it owns. */
void ard_licence_add_words (GHashTable *words, const char *text);
/*
 * Whether none of the owners that a licence names is known: all words of a name are among those of the owners' texts.
 *
 * licence  lower case, as owners are
 * *named   receives whether it names any owner
 */
gboolean ard_licence_is_foreign (const char *licence, GHashTable *owners, gboolean *named);
/* Whether two licences begin alike, letters only. */
gboolean ard_licence_same_kind (const char *one, const char *two);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdLay, ard_lay_free)

#endif
