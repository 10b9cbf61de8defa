#ifndef ARD_IMPORTS_RESOLVE_H
#define ARD_IMPORTS_RESOLVE_H

#include "imports/definitions.h"
#include "imports/paths.h"
#include "model/corpus.h"

/* What the resolvers of all languages share while dependencies are collected. */
typedef struct {
  const ArdCorpus *corpus;
  const ArdPaths *paths;
  const ArdDefinitions *definitions;
  GArray *edges;   /* of ArdDependency, as they come; a pair may stand more than once */
  guint ambiguous; /* imports that could name several files: they name none */
} ArdResolution;

/*
 * A dependency at a capture of from. An import of types only or inside a function is
 * weak in any case. A file never depends on itself; to may be ARD_NONE: none.
 */
void ard_resolution_add (ArdResolution *resolution, guint32 from, guint32 to, const ArdCapture *at, gboolean weak);

/*
 * The one file of candidates that an import of from means: the only one, or the
 * only one in the nearest folder. Several: counted as ambiguous.
 *
 * Returns:  a file, or ARD_NONE
 */
guint32 ard_resolution_choose (ArdResolution *resolution, guint32 from, const guint32 *candidates, guint n);

/*
 * "a::{b, c::{d, e as f}}" as "a::b", "a::c::d", "a::c::e as f".
 *
 * Returns:  of char *; yours
 */
GPtrArray *ard_import_expand (const char *text);

/* Whether text is one of the NULL-terminated list. */
gboolean ard_text_is_in (const char *text, const char *const *list);

/* ---- one family of languages each: from captures to edges ---- */

/* C, C++: includes by folder; further include roots are inferred from the names that only one file has. */
void ard_resolve_c (ArdResolution *resolution);
/* Python: packages, relative imports, source roots. */
void ard_resolve_python (ArdResolution *resolution);
/* JavaScript, TypeScript, TSX, Vue, Svelte: relative paths, index files, tsconfig.json, package.json. */
void ard_resolve_script (ArdResolution *resolution);
/* Java, Kotlin, Scala, C#, PHP: packages and namespaces, and the names that files of one of them use without an import. */
void ard_resolve_named (ArdResolution *resolution);
/* Go: an import is a folder; the rows lead to those of its files that define what is used. */
void ard_resolve_go (ArdResolution *resolution);
/* Rust: mod and use. */
void ard_resolve_rust (ArdResolution *resolution);
/* Ruby: require, require_relative, and constants that are loaded by their name. */
void ard_resolve_ruby (ArdResolution *resolution);
/* Swift: types of the same module. */
void ard_resolve_swift (ArdResolution *resolution);
/* Bash and Lua: files named by path. */
void ard_resolve_loaded (ArdResolution *resolution);

#endif
