#ifndef ARD_CORPUS_TESTED_H
#define ARD_CORPUS_TESTED_H

#include "model/corpus.h"

/* Counted commits of the window in which a file and one test file changed together, from which it is tested. */
#define ARD_TESTED_TOGETHER 3
#define ARD_TESTED_NAMESAKES 3

/*
 * Set ARD_FILE_TESTED on every measured file that is no test and
 *  - has a test file of its name and language (foo.c: test_foo.c, foo-test.c, tests/foo.c; FooTest.java,
 *    foo.spec.js, foo_test.go). Of several files of that name it is those in the test's folder or in one
 *    named as a folder above the test; where there is none, all of them unless they are more than
 *    ARD_TESTED_NAMESAKES (index.js, main.c …), or
 *  - changed together with one test file in ARD_TESTED_TOGETHER counted commits.
 * Needs a folded corpus.
 */
void ard_tested_mark (ArdCorpus *corpus);

/* The same on every such file that a test imports. Needs dependencies. */
void ard_tested_mark_imports (ArdCorpus *corpus);

#endif
