#ifndef ARD_IMPORTS_PACKAGES_H
#define ARD_IMPORTS_PACKAGES_H

#include "imports/paths.h"

/*
 * What the JSON files of a repository say of its JavaScript and TypeScript: names,
 * entries, exports and imports of its package.json, paths and baseUrl of its
 * tsconfig.json and jsconfig.json (with `extends` below the repository).
 */
typedef struct ArdPackages ArdPackages;

/* corpus, paths: borrowed; yours. */
ArdPackages *ard_packages_new (const ArdCorpus *corpus, const ArdPaths *paths);
void ard_packages_free (ArdPackages *packages);

/*
 * Paths without ending that a specifier of a file in a folder may mean, best first:
 * from tsconfig, "#imports" of its package, packages of the workspace.
 *
 * Returns:  of char *, paths below the root; yours
 */
GPtrArray *ard_packages_bases (const ArdPackages *packages, const char *folder, const char *specifier);

/* Where a folder's package begins when it is imported itself, as ard_packages_bases. */
GPtrArray *ard_packages_entries (const ArdPackages *packages, const char *folder);

/*
 * Whether the compiler keeps TypeScript's imports of what stands in types only, by the nearest tsconfig of a folder:
 * verbatimModuleSyntax, preserveValueImports, importsNotUsedAsValues.
 */
gboolean ard_packages_keep_imports (const ArdPackages *packages, const char *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdPackages, ard_packages_free)

#endif
