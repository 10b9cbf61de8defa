#ifndef ARD_ANALYZERS_LIBRARY_H
#define ARD_ANALYZERS_LIBRARY_H

#include "analyzers/programs.h"

/*
 * Which files others run in their own process, by what the repository says of itself: a manifest that gives code away
 * (main or exports of package.json, a gemspec, setup.py or pyproject.toml, a rockspec, composer.json, Package.swift,
 * a Cargo.toml with src/lib.rs) and nothing that is run: no main, no scripts with a #! line, no Dockerfile, no
 * "private", "bin" or "start" with node in package.json. Java, Kotlin, Scala, C#, C and C++ name none: there no main
 * is enough. Without a manifest, and in Go, it is what no program of the repository imports: a program is a main, a
 * script that does something when it is loaded.
 */
typedef struct ArdLibraries ArdLibraries;

/* corpus, programs: borrowed, must outlive it. Yours, ard_libraries_free. */
ArdLibraries *ard_libraries_new (const ArdCorpus *corpus, const ArdPrograms *programs);
void ard_libraries_free (ArdLibraries *libraries);

/* Whether others run the file's code in a process of their own. */
gboolean ard_libraries_have (const ArdLibraries *libraries, guint32 file);

/* Whether the nearest manifest above the file says that its code is given away, so that it is no guess. */
gboolean ard_libraries_declare (const ArdLibraries *libraries, guint32 file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdLibraries, ard_libraries_free)

#endif
