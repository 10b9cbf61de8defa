#ifndef ARD_CORPUS_DEPARTED_H
#define ARD_CORPUS_DEPARTED_H

#include "model/corpus.h"
#include "model/settings.h"

/*
 * Tell what happened to lines that a file no longer has: n_departed and departed_share of every measured file.
 *
 * From the newest change back the file's size is its lines now, minus what each commit added, plus what it
 * deleted. A commit that took away more than half of the lines that the file then had, so that it was never half
 * as long again, is a departure: a split, not work on what is left. The commit itself and all older ones are
 * n_departed. Of their forecast work (corpus/activity.h) what stayed is lines after / lines before, over several
 * departures the product; departed_share is the rest, over all of the file's forecast work.
 *
 * Lines that are not known (merges, binary files, outside history.lines_window_d) move no size. Where no counted
 * commit of history.window_d departed, both are 0.
 */
void ard_departed_mark (ArdCorpus *corpus, const ArdSettings *settings);

#endif
