#ifndef ARD_ANALYZERS_H
#define ARD_ANALYZERS_H

#include "model/corpus.h"
#include "model/finding.h"

/*
 * Corpus to findings, one file each. Pure: sealed corpus and settings in,
 * findings appended; no I/O, no globals, no printing. They run in the order of
 * analyzers.def and see what earlier ones appended.
 */
typedef struct {
  const char *name; /* of its file and of its first rule */
  void (*run) (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings);
} ArdAnalyzer;

#define ARD_ANALYZER(name) extern const ArdAnalyzer ard_analyzer_##name;
#include "analyzers/analyzers.def"
#undef ARD_ANALYZER

/*
 * Run them all.
 *
 * Returns:  findings by file, then start line, then rule; yours
 */
ArdFindings *ard_analyzers_run (const ArdCorpus *corpus, const ArdSettings *settings);

#endif
