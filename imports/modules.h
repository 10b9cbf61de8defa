#ifndef ARD_IMPORTS_MODULES_H
#define ARD_IMPORTS_MODULES_H

#include "model/corpus.h"

/* From sorted dependencies to folders and cycles. */

/* Whether a grammar reads it, it is judged, and it is neither test nor example. */
gboolean ard_file_is_product (const ArdFile *file);

/* Fill modules, module_dependencies and the files' fan_in and module. */
void ard_modules_fill (ArdCorpus *corpus);

/*
 * Fill cycles and cycle_members: strongly connected components of the strong
 * dependencies between files that are judged, no tests and no examples.
 *
 * Where the compiler itself forbids cycles across its unit and allows them inside
 * (Go's package, Rust's crate, Swift's module) there is none to tell. Where a
 * package is the unit that people see (Java, Kotlin, Scala, C#, PHP) a component
 * counts when its files are of two packages at least, neither inside the other.
 */
void ard_cycles_fill (ArdCorpus *corpus);

#endif
