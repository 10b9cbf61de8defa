#ifndef ARD_ANALYZERS_POINT_H
#define ARD_ANALYZERS_POINT_H

#include "model/finding.h"

/* Points of a question: below every attention threshold of the rules that point at captures. */
#define ARD_QUESTION 0.5

/*
 * Append a finding about one capture, at its lines, in its function; none in example
 * code, which is short on errors on purpose, and in migrations, which have run. A value below the attention threshold, and a
 * reason that doubts.def lists in that language, is a question in its place.
 *
 * capture  row in the corpus; its text becomes the subject
 * value    points: 0.5 to be looked at, 1 attention … 2 surely bad
 * reason   static; what is lost, a key of the message catalogue
 */
void ard_findings_point (ArdFindings *findings, const ArdCorpus *corpus, const ArdSettings *settings, guint32 rule,
                         guint32 capture, double value, const char *reason);

/* Set the quantity of the findings from first on: how many of them, questions apart, their unit has. */
void ard_findings_count (ArdFindings *findings, guint first);

#endif
