#ifndef ARD_CORPUS_COVERAGE_H
#define ARD_CORPUS_COVERAGE_H

#include "model/corpus.h"

#define ARD_COVERAGE_MAX_BYTES (128 * 1024 * 1024)

/*
 * Fill ArdFile.coverage from the reports that settings name (tests.coverage): Cobertura,
 * JaCoCo and Clover XML, LCOV; told apart by their content. A line that any report or
 * class has covered is covered. A path of a report means the file of the repository with
 * which it shares most folders from the end, the whole of the shorter path; of several that
 * share as many, none.
 *
 * root   folder that relative paths begin at
 * Notes: a report that cannot be read (missing, no file, above ARD_COVERAGE_MAX_BYTES, broken), and
 *        how many of its files are none of the repository's
 */
void ard_coverage_read (ArdCorpus *corpus, const char *root, const ArdSettings *settings);

#endif
