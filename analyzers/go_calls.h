#ifndef ARD_ANALYZERS_GO_CALLS_H
#define ARD_ANALYZERS_GO_CALLS_H

#include "analyzers/namesakes.h"
#include "analyzers/results.h"

/*
 * Whether a call in Go is one of the functions of that name, looked up as the language does: a bare name is declared in
 * the package (folder) of the file, and no function inside the file hides it; a name behind an import is declared in
 * the package that the import names; a method belongs to a type of the file's package or of one that it imports, which
 * is as far as a text tells types.
 *
 * callee   as written
 */
gboolean ard_go_calls_own (const ArdCorpus *corpus, const ArdImports *imports, guint32 file, const ArdNamesake *own,
                           const char *callee);

#endif
