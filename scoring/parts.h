#ifndef ARD_SCORING_PARTS_H
#define ARD_SCORING_PARTS_H

#include "model/ledger.h"

/*
 * The parts of ard_scoring_run, one file each, in the order in which they run.
 * Each fills its own fields of the ledger from those filled before it. The
 * formulas stand in docs/money.md, the gate's in docs/gate.md.
 */

#define ARD_MONTHS_YEAR 12.0
#define ARD_DAYS_MONTH (365.25 / 12)
#define ARD_SHORTEST_H 0.5 /* no item is less work */

/* Sprints that fit into one month. */
double ard_sprints_month (const ArdSettings *settings);

/*
 * suppress.c: mark findings that a comment or the settings suppress, with reason
 * and expiry. A suppression that lacks one, has expired, names no rule or meets
 * no finding suppresses nothing and leaves a note.
 */
void ard_suppress (ArdLedger *ledger);

/*
 * health.c: hazards, unhealthiness and wasted shares of every file; the charge of
 * every finding. A file's charges sum to its wasted hours and its incidents.
 */
void ard_health_measure (ArdLedger *ledger);

/*
 * risk.c: what history cannot price, of rules with an impact: failures expected a
 * year and their cost, of every finding. Needs priced.
 */
void ard_risk_measure (ArdLedger *ledger);

/* risk.c: author-days a month of the median code file that changes at all; 0 when none does. */
double ard_risk_median_days (const ArdCorpus *corpus);

/* risk.c: cost of one failure of that impact. */
double ard_risk_cost (const ArdSettings *settings, ArdImpact impact);

/* risk.c: how sure the finding is: its value against the critical threshold, in [0, 1]. */
double ard_risk_certainty (const ArdFinding *finding);

/* risk.c: 1 + reach_weight * log2 (reach). */
double ard_risk_reach_factor (const ArdSettings *settings, const ArdFinding *finding);

/* departure.c: cost of a finding about a person's knowledge; what the person knows of the file, or NULL; whether the
 * person is gone already; the person's hours in the file; the chance in a year that somebody has to learn it again:
 * that the person leaves, or, of one who is gone, that the file is changed. */
void ard_departure_price (const ArdLedger *ledger, ArdFinding *finding);
const ArdKnowledge *ard_departure_knowledge (const ArdLedger *ledger, const ArdFinding *finding);
gboolean ard_departure_is_past (const ArdLedger *ledger, const ArdFinding *finding);
double ard_departure_hours (const ArdLedger *ledger, const ArdFinding *finding);
double ard_departure_chance (const ArdLedger *ledger, const ArdFinding *finding);

/* risk.c: does history price this rule, by a weight? Does an assumption? Neither: it says where the cost of others
 * weighs. */
gboolean ard_rule_weighs (const ArdLedger *ledger, guint32 rule);
gboolean ard_rule_is_assumed (guint32 rule);

/* health.c: set priced, and not_priced when the history is too thin to price. */
void ard_history_judge (ArdLedger *ledger);

/* rank.c: both ranks of every file. */
void ard_files_rank (ArdLedger *ledger);

/* identity.c: the ids of all findings; unique in the ledger. */
void ard_findings_identify (ArdLedger *ledger);

/*
 * identity.c: what the unit of a finding is, not where it stands, as text; the
 * same for equal units of one rule; yours.
 */
char *ard_finding_key (const ArdFinding *finding, const ArdCorpus *corpus);

/* identity.c: whether the finding is about words of a comment, which the code around says nothing of. */
gboolean ard_finding_is_comment (const ArdFinding *finding, const ArdCorpus *corpus);

/* identity.c: the copy of code that a finding is about, or NULL; borrowed. */
const ArdCloneCopy *ard_finding_copy (const ArdFinding *finding, const ArdCorpus *corpus);

/* identity.c: the words that a finding is about (a call, a comment, a name), case and spacing left out; "" ; yours. */
char *ard_finding_words (const ArdFinding *finding, const ArdCorpus *corpus);

/* items.c: one item a unit; the findings sorted by item, then charge downwards. */
void ard_items_collect (ArdLedger *ledger);

/* identity.c: the ids of all items; unique in the ledger. */
void ard_items_identify (ArdLedger *ledger);

/* effort.c: days of each kind of work, and the principal. Needs health. */
void ard_effort_estimate (ArdLedger *ledger);

/* One group of remediation within an item: the finding whose work counts, in hours before any factor. */
typedef struct {
  const char *group;
  guint32 finding; /* in ledger->findings */
  double hours;
} ArdWork;

/* effort.c: the groups of an item, in the order of its findings; of ArdWork; yours. */
GArray *ard_effort_works (const ArdLedger *ledger, const ArdItem *item);

/* items.c: the files that an item's findings are in, each once, by index; of guint32; yours. */
GArray *ard_item_finding_files (const ArdLedger *ledger, const ArdItem *item);

/* effort.c: the factors on an item's work: 1 + u / 2 of its worst file, and that on testing. */
double ard_effort_health_factor (const ArdLedger *ledger, const ArdItem *item);
double ard_effort_testing_factor (const ArdLedger *ledger, const ArdItem *item);

/* price.c: A, B, D, E, cost, savings, return, advice of every item; the totals. */
void ard_items_price (ArdLedger *ledger);
void ard_totals_sum (ArdLedger *ledger);

/* price.c: is the item to be fixed or planned, or does it at least pay for itself within a year? */
gboolean ard_item_pays (const ArdItem *item);

/* items.c: the backlog's order; findings follow their items. */
void ard_items_order (ArdLedger *ledger);

/* plan.c: capacity of the quarter and what enters it. */
void ard_plan_fill (ArdLedger *ledger);

/* explain.c: the steps of every item. */
void ard_items_explain (ArdLedger *ledger);

#endif
