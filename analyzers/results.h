#ifndef ARD_ANALYZERS_RESULTS_H
#define ARD_ANALYZERS_RESULTS_H

#include "analyzers/tongue.h"
#include "model/corpus.h"

/*
 * Calls of the languages' own libraries whose result says whether they worked
 * and says it nowhere else. Kept as data in analyzers/results/, each table with
 * the documentation it is taken from.
 */
typedef struct {
  guint tongues;      /* ARD_TONGUES */
  const char *callee; /* as written; ".name" any method of that name, "a*.name" a receiver that begins so */
  const char *needs;  /* part of an import without which it is something else, "=" all of it, or "" */
  double value;       /* points: 1 attention … 2 surely bad when dropped */
  const char *reason; /* static; what is lost */
} ArdResult;

/* The row for a callee as written whose result is a status, or NULL. */
const ArdResult *ard_result_find (ArdTongue tongue, const char *callee);

/* The row for a callee as written whose result is work under way, or NULL. */
const ArdResult *ard_task_find (ArdTongue tongue, const char *callee);

/* Imports of one file; more than these are not looked at. */
#define ARD_IMPORTS 256

typedef struct {
  const char *texts[ARD_IMPORTS]; /* borrowed from the corpus */
  guint n;
} ArdImports;

/* Fill with the imports of a file of the corpus. */
void ard_imports_read (ArdImports *imports, const ArdCorpus *corpus, guint32 file);

/* Whether an import satisfies ArdResult's needs. */
gboolean ard_imports_have (const ArdImports *imports, const char *needs);

/* The import whose last part is the name, as Go names packages, or NULL. */
const char *ard_imports_named (const ArdImports *imports, ArdSpan name);

#endif
