#ifndef ARD_RANKING_ROOM_H
#define ARD_RANKING_ROOM_H

#include "model/backtest.h"
#include "model/corpus.h"
#include "model/settings.h"

/*
 * Fill expected_fixes_year of every file of code in use and of its functions; for a corpus that has files,
 * folded history, function history and dependencies and is not sealed yet. Where the history is thinner
 * than history.min_files, min_fixes and min_days it stays 0.
 */
void ard_ranking_run (ArdCorpus *corpus, const ArdSettings *settings);

/* What is wrong with the setting ranking.weights; NULL: nothing; yours. */
char *ard_ranking_why_wrong (const ArdSettings *settings);

/* Pairs of an earlier and a later tree of repositories, to be ranked and measured. */
typedef struct ArdTrials ArdTrials;

ArdTrials *ard_trials_new (void);
void ard_trials_free (ArdTrials *trials);

/*
 * What the ranking said at one past date and what came after.
 *
 * repository  equal for the dates of one repository, which are added one after the other
 * before      the tree and the history at the date
 * after       the history one year later; holds all commits of before
 * Returns:    NULL, or why the history is too thin to judge a ranking by; yours
 */
char *ard_trials_add (ArdTrials *trials, guint32 repository, const ArdCorpus *before, const ArdCorpus *after,
                      const ArdSettings *settings);

/* How many dates there are. */
guint ard_trials_count (const ArdTrials *trials);

/*
 * What every table is made of, as text: a line a file and date below a line of names, fields apart by tabs. A field
 * each: the date, the path (escaped as in C), counted bug-fix commits of the repository in the year before, lines,
 * fixes and author-days of the year after, author-days forecast, the score by every ranking, every term of the model.
 *
 * Returns: yours
 */
char *ard_trials_write (const ArdTrials *trials);

/* Measure every ranking on trials first to last - 1, at least one; yours (g_free). */
ArdBacktest *ard_trials_measure (const ArdTrials *trials, guint first, guint last);

/*
 * Weights of the model that fit the trials best. Of ARD_RESAMPLED repositories and more
 * they are fitted from nothing; of fewer they are drawn towards the house's, and given
 * only where weights fitted on the older dates foretell the newest one better.
 *
 * why      receives why there are none; yours
 * Returns: lines "term weight" as the setting ranking.weights takes them; yours (g_strfreev), or NULL
 */
char **ard_trials_fit (const ArdTrials *trials, char **why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdTrials, ard_trials_free)

#endif
