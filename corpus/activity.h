#ifndef ARD_CORPUS_ACTIVITY_H
#define ARD_CORPUS_ACTIVITY_H

#include "corpus/trail.h"
#include "model/settings.h"

/*
 * Days and fixes (MODEL 2) of a folded corpus: revisions, fixes, authors, added,
 * deleted, days_month and fixes_month of every file, share of every change.
 *
 * Counted    commits of history.window_d that are no merge, bot, mass or ignored commit.
 * A day      of a person (author or co-author, after .mailmap; UTC day of the author's time) with a
 *            counted commit is one author-day, split over that day's changes by
 *            w = 1 + log2 (1 + added + deleted). Files that are not judged (generated, vendored, binary,
 *            minified, too large) and binary changes take nothing of it; documents, tests, and files that
 *            are gone take their part as they did take the time. share is the part of the author's own day.
 * A rename   is one change of one file: it weighs by how much the new file is longer or shorter than the
 *            old one (git counts the whole file as deleted and added), on the row of the new path.
 * A fix      (revert: 2) is split by w over the code it changed, test and example code left out, or over all
 *            judged files it changed where it changed no such code.
 * A repair   is all fixes of one file that one author made on one day (ard_commit_repair): a file gets of it
 *            the largest part that one of them gives it; fixes counts it once (with a revert in it: 2).
 * Forecast   X_month = (365.25 / 12) / integral of 2^(-t/h) over [0, T] * sum of x * 2^(-age/h): steady work
 *            keeps its rate. h = history.half_life_d; T = history.window_d, or the age of the oldest commit
 *            where that is less, but at least 28 days. Ages are against now_s; the future has age 0.
 */
void ard_activity_count (ArdCorpus *corpus, const ArdTrail *trail, const ArdSettings *settings);

/* Age of a moment [d], at least 0. */
double ard_activity_age_d (const ArdCorpus *corpus, gint64 time_s);

/* 1 over the integral above, times one month: what a sum of decayed values is multiplied by. */
double ard_activity_rate (double span_d, double half_life_d);

#endif
