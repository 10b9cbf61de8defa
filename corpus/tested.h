#ifndef ARD_CORPUS_TESTED_H
#define ARD_CORPUS_TESTED_H

#include "model/corpus.h"

/* Counted commits of the window in which a file and one test file changed together, from which it is tested. */
#define ARD_TESTED_TOGETHER 3

/*
 * Set ARD_FILE_TESTED on every measured file that is no test and
 *  - has a test file of its name and language (foo.c: test_foo.c, foo-test.c, tests/foo.c; FooTest.java,
 *    foo.spec.js, foo_test.go); where several files have that name, one that stands in the same folder or
 *    below a folder of the same name as the file's, or
 *  - changed together with one test file in ARD_TESTED_TOGETHER counted commits.
 * Needs a folded corpus.
 */
void ard_tested_mark (ArdCorpus *corpus);

#endif
