#ifndef ARD_IMPORTS_DEFINITIONS_H
#define ARD_IMPORTS_DEFINITIONS_H

#include "model/corpus.h"

/* What the files define, by qualified name: the package of the definition, then its own name; parts joined by '.'. */
typedef struct ArdDefinitions ArdDefinitions;

/* corpus: borrowed; yours. */
ArdDefinitions *ard_definitions_new (const ArdCorpus *corpus);
void ard_definitions_free (ArdDefinitions *names);

/*
 * Files that define a name.
 *
 * family    of the languages that share names: a language's name, "Java" for Kotlin and Scala too
 * Returns:  of guint32, by path, each once; NULL when there is none; borrowed
 */
const GArray *ard_definitions_find (const ArdDefinitions *names, const char *family, const char *name);

/* Files whose package it is, as ard_definitions_find has them. */
const GArray *ard_definitions_in_package (const ArdDefinitions *names, const char *family, const char *package);

/* The family of a language: those that see each other's names. */
const char *ard_definitions_family (const char *language);

/* The last package that a file enters at or before a capture, dotted; "" for none; yours. */
char *ard_definitions_package (const ArdCorpus *corpus, const ArdFile *file, guint32 capture);

/* Name with "::", '\' and '/' as '.', without arguments of types and leading separators; yours. */
char *ard_definitions_dotted (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdDefinitions, ard_definitions_free)

#endif
