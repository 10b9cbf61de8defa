#ifndef ARD_REPOSITORY_COPIES_H
#define ARD_REPOSITORY_COPIES_H

#include "repository/lay.h"

/* Private to lay.c, copies.c, marks.c and banner.c: how somebody else's libraries are told. */

/* Texts that may prove something, each kind bounded: what more a tree has is not looked at. */
typedef enum {
  ARD_PROOF_OWNER,   /* at the root: who the product's owner is */
  ARD_PROOF_LICENCE, /* in a folder of a library */
  ARD_PROOF_RECORD,  /* what pip or setuptools wrote of a package that they unpacked */
  ARD_PROOF_PACKAGE, /* __init__.py */
  ARD_PROOF_SCRIPT,  /* JavaScript */
  ARD_N_PROOFS
} ArdProof;

typedef struct {
  const char *path; /* borrowed */
  ArdOid blob;
  gboolean on_disk;
} ArdText;

struct ArdLay {
  ArdRepository *repository;
  GHashTable *folders;         /* path to ArdLayBits; of bundled modules also their files */
  GArray *texts[ARD_N_PROOFS]; /* of ArdText */
  gboolean bundled;            /* any */
};

/* Add ArdLayBits to the folder, or file, that the first length bytes of path name. */
void ard_lay_mark (ArdLay *lay, const char *path, gsize length, guint bits);

/* ---- names (marks.c) ---- */

/* ArdLayBits that a file's name gives its folder. */
guint ard_mark_of_name (const char *name);
/* Length of the folder to which a path gives ARD_LAY_HOME: it holds what is read at the root of a repository only; 0:
 * none. */
gsize ard_mark_home (const char *path);
gboolean ard_mark_is_licence (const char *name);
gboolean ard_mark_names_owner (const char *name); /* at the root */
gboolean ard_mark_is_script (const char *name);
/* Whether a folder is called as one of libraries: lib, libs, deps, ext … */
gboolean ard_mark_is_shelf (const char *name, gsize length);
/* Whether one of the folders of a path is a shelf and has another below it in which the path is. */
gboolean ard_mark_on_shelf (const char *path);
/* Whether a script or style sheet is called after the folder: "a/pdfjs-4.3.1/web/pdf.js". */
gboolean ard_mark_is_namesake (const char *folder, gsize length, const char *name);

/* ---- the first comment of a script (banner.c) ---- */

/*
 * Whether a script begins with the banner of a library that is somebody else's: name
 * and release on one line, a release in a comment that minifiers keep, or an address of its own name, a
 * licence, and only owners that are not known. The path has its name: a script of
 * the product may begin with the code of a library that was pasted into it.
 *
 * head    the first bytes, lower case
 * owners  words of the product's owners
 */
gboolean ard_banner_is_foreign (const char *head, const char *path, GHashTable *owners);

#endif
