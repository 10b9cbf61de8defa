#ifndef ARD_LEDGER_H
#define ARD_LEDGER_H

#include "model/backtest.h"
#include "model/finding.h"
#include "model/rule.h"

/*
 * The bill: the one computed record behind every output. Made by scoring/, read
 * by reports/ and cli/. Amounts are in team.currency; "month" is 365.25 / 12 days.
 */
typedef enum { ARD_UNIT_FUNCTION, ARD_UNIT_FILE, ARD_UNIT_CLONES, ARD_UNIT_CYCLE } ArdUnit;
typedef enum { ARD_BASIS_HISTORY, ARD_BASIS_ASSUMPTION } ArdBasis;
typedef enum {
  ARD_ADVICE_FIX_NOW,
  ARD_ADVICE_PLAN,
  ARD_ADVICE_BACKLOG,
  ARD_ADVICE_LEAVE,
  ARD_ADVICE_NOT_PRICED
} ArdAdvice;

/*
 * One line of an explanation: how one figure of an item came to be.
 *   key      stable name, "hours", "health", "charge", "monthly-cost" …; its label stands in templates/messages
 *   formula  the formula filled in with numbers, "1.24 × 0.62 / (1 + 1.24 × 0.62)"; NULL for an input
 *   value    the result, NAN when not priced
 *   unit     "h/month", "€", "" …
 *   origin   for an input: the setting's key ("team.hour_cost"), "measured", or the rule id; else NULL
 */
typedef struct {
  const char *key;
  const char *formula;
  double value;
  const char *unit;
  const char *origin;
} ArdStep;

typedef struct {
  char id[11]; /* hex; of (unit, file identity, function name and ordinal), or of the class or cycle */
  ArdUnit unit;
  guint32 file;                      /* in the corpus */
  guint32 function;                  /* in the corpus, or ARD_NONE */
  guint32 clone_class, cycle;        /* in the corpus, or ARD_NONE; file is that of the first copy or member */
  guint32 rule;                      /* the finding that is charged most; the first on a tie */
  guint32 first_finding, n_findings; /* in ledger->findings */
  guint32 first_step, n_steps;       /* in ledger->steps */
  ArdPriority priority;
  ArdDebtType type;
  guint boxes;
  ArdBasis basis; /* of the larger part of the cost */
  ArdAdvice advice;
  ArdSeverity severity; /* the worst of its findings */
  gboolean suppressed;  /* every finding is: shown apart, money kept */
  gboolean in_plan;

  double wasted_h_sprint;                                        /* A */
  double incidents_month;                                        /* B */
  double recovered_h_sprint;                                     /* D */
  double prevented_month;                                        /* E */
  double cost_month, savings_month;                              /* currency */
  double assumed_month, assumed_savings_month;                   /* of these two: what rests on assumptions alone */
  double investigation_d, implementation_d, testing_d, effort_d; /* X, Y, Z, X + Y + Z */
  double principal;                                              /* currency: the resolution cost */
  double interest_year;                                          /* currency: annual cost */
  double roi;            /* annual savings / resolution cost, 3.0 = 300 %; NAN when not priced */
  double payback_months; /* INFINITY when nothing is saved; NAN when not priced */

  guint32 first_excerpt, n_excerpts; /* in ledger->excerpts */
} ArdItem;

/* Source lines that show an item: the function, the lines of a finding, each copy of a clone class. */
typedef struct {
  guint32 file;     /* in the corpus */
  guint32 line;     /* number of the first line */
  guint32 finding;  /* in ledger->findings: what it shows, or ARD_NONE: the item, or what review is */
  guint32 review;   /* in ledger->reviews: what it shows, or ARD_NONE */
  const char *text; /* valid UTF-8; owned by the ledger's strings */
} ArdExcerpt;

/* Every key that a step may have, sorted; each has its label in templates/messages. */
extern const char *const ard_step_keys[];
extern const guint ard_n_step_keys;

/* One a file of the corpus, same order. */
typedef struct {
  double health; /* 1 - u of the time channel, in (0, 1]; 1 where nothing was found */
  double unhealthiness_time, unhealthiness_incident; /* u = 1 - exp(-sum of hazards) */
  double hours_month;                                /* forecast work in the file */
  double fixes_month;                                /* forecast bug fixes */
  double wasted_share, incident_share;               /* s and r of MODEL 3 */
  double wasted_h_month, incidents_month;
  double cost_month;
  guint32 rank, rank_per_line; /* 1 is first */
} ArdFileScore;

typedef struct {
  guint32 rule;
  ArdSeverity severity;
  char id[17];
  const char *path;     /* at the base; raw bytes; owned by the ledger's strings */
  const char *function; /* qualified name, or NULL */
  guint32 line;
  double value;
} ArdPaid; /* a finding of the base that is gone */

/* Costs and savings are those that history prices; principal is of all items. */
typedef struct {
  double cost_month, interest_year, principal, savings_month;
  double wasted_h_month, incidents_month, hours_month;
  double suppressed_cost_month;
  double assumed_cost_month, assumed_savings_month; /* of rare and severe failures: in none of the sums above */
  double assumed_suppressed_month;
  double rewrite_cost; /* currency */
  double debt_ratio;   /* principal / rewrite cost */
  char rating;         /* 'A' … 'E', SQALE */
  guint n_items, n_findings, n_critical;
  double developers;
} ArdTotals;

typedef struct {
  double capacity_d; /* person-days of the quarter under the debt budget */
  double effort_d, cost, savings_year;
  double assumed_savings_year;             /* of savings_year: what rests on assumptions */
  double left_effort_d, left_savings_year; /* what is worth doing and does not fit */
  guint n_items, n_left;
} ArdPlan;

typedef struct {
  gboolean compared; /* a base was given */
  gboolean failed;
  char *base; /* hex id of the base commit, owned; NULL */
  GArray
      *commits; /* of guint32, in the corpus' commits, newest first: those that the base does not have; owned; NULL */
  guint n_new, n_new_critical, n_known, n_paid, n_suppressed;
} ArdVerdict;

typedef struct {
  const ArdCorpus *corpus;     /* borrowed */
  const ArdSettings *settings; /* borrowed */
  ArdFindings *findings;       /* owned; by item, then charge downwards */
  ArdFindings *reviews;        /* owned; what a person is asked to look at: by file and line, in no sum, item or gate */
  GArray *items;               /* of ArdItem: what pays for itself within a year, by net gain; the rest of the backlog;
                                  what is better left; both by savings. Unpriced: by severity, then excess.
                                  Suppressed ones last. docs/money.md 5 */
  GArray *steps;               /* of ArdStep */
  GArray *excerpts;            /* of ArdExcerpt, by item */
  GArray *file_scores;         /* of ArdFileScore, one a corpus file */
  GArray *paid;                /* of ArdPaid, by path, line, rule */
  gboolean priced;             /* false: history too thin, figures are withheld */
  const char *not_priced;      /* why, or NULL */
  ArdTotals totals;
  ArdPlan plan;
  ArdVerdict verdict;
  GArray *function_ranks; /* of guint32, one a corpus function: by expected fixes, 1 is first; 0 not known */
  ArdBacktest *backtest;  /* owned; NULL: not made, or the history is too thin for one */
  ArdNotes *notes;        /* owned: what scoring left out or doubts (suppressions without a reason …) */
  GStringChunk *strings;
} ArdLedger;

#define ard_item(ledger, i) (&g_array_index ((ledger)->items, ArdItem, (i)))
#define ard_finding(ledger, i) (&g_array_index ((ledger)->findings, ArdFinding, (i)))
#define ard_review(ledger, i) (&g_array_index ((ledger)->reviews, ArdFinding, (i)))
#define ard_step(ledger, i) (&g_array_index ((ledger)->steps, ArdStep, (i)))
#define ard_excerpt(ledger, i) (&g_array_index ((ledger)->excerpts, ArdExcerpt, (i)))
#define ard_file_score(ledger, i) (&g_array_index ((ledger)->file_scores, ArdFileScore, (i)))
#define ard_paid(ledger, i) (&g_array_index ((ledger)->paid, ArdPaid, (i)))

/* An empty ledger over a sealed corpus; yours. */
ArdLedger *ard_ledger_new (const ArdCorpus *corpus, const ArdSettings *settings);
void ard_ledger_free (ArdLedger *ledger);

/* Repairs expected of a function in the year to come: its part of its file's; NAN unknown. */
double ard_function_expects (const ArdCorpus *corpus, guint32 function);

/*
 * The commits of the change that changed the code of a finding's function, newest first; none
 * without a base, or where the past versions of its file were not read; of guint32; yours.
 */
GArray *ard_finding_commits (const ArdLedger *ledger, const ArdFinding *finding);

/* The files of an item: all that hold a copy of its class, all of its cycle, else its own; by path; of guint32; yours.
 */
GArray *ard_item_files (const ArdLedger *ledger, const ArdItem *item);

/* First and last line of an item's unit; of a class, of its first copy. */
void ard_item_lines (const ArdLedger *ledger, const ArdItem *item, guint32 *start, guint32 *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdLedger, ard_ledger_free)

#endif
