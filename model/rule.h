#ifndef ARD_RULE_H
#define ARD_RULE_H

#include "model/settings.h"

/*
 * The rule catalogue: one row a rule, the only place its numbers stand. The docs
 * pages, `ardoise rules`, the SARIF rule list and the report's method page are
 * written from it; titles and messages in each language stand in templates/messages.
 */
typedef enum { ARD_PRIORITY_LOW, ARD_PRIORITY_MEDIUM, ARD_PRIORITY_HIGH } ArdPriority;

typedef enum {
  ARD_DEBT_FUNCTIONALITY,
  ARD_DEBT_ARCHITECTURE,
  ARD_DEBT_INFRASTRUCTURE,
  ARD_DEBT_TEST,
} ArdDebtType;

/* The boxes of the assessment sheet's "business impact". */
typedef enum {
  ARD_BOX_SLOWS_FEATURES = 1 << 0,
  ARD_BOX_RECURRING_BUGS = 1 << 1,
  ARD_BOX_BLOCKS_SCALING = 1 << 2,
  ARD_BOX_HARD_ONBOARDING = 1 << 3,
  ARD_BOX_RUNNING_COST = 1 << 4,
} ArdBoxes;

/*
 * Hours to pay one finding off: constant_h + per_quantity_h * quantity, where the
 * finding carries the quantity (lines, branches above the threshold, markers …).
 * Findings of one unit that share a group are one piece of work: the dearest counts.
 */
typedef struct {
  double constant_h, per_quantity_h;
  const char *quantity;                          /* what is counted, for people */
  const char *group;                             /* "shape", "marker", … */
  double investigation, implementation, testing; /* shares of the hours, sum 1 */
} ArdRemediation;

/*
 * How bad the failure is that a rule warns of, where no history prices it (MODEL 4 and 7:
 * rare and severe). NONE: the rule is priced by its hazards.
 */
typedef enum {
  ARD_IMPACT_NONE,
  ARD_IMPACT_LOW,          /* one call fails */
  ARD_IMPACT_STRONG,       /* a server or a job goes down */
  ARD_IMPACT_CATASTROPHIC, /* data is lost or altered */
} ArdImpact;

typedef struct {
  const char *id;      /* "complex-function" */
  const char *family;  /* "size", "change", "admitted" … */
  const char *measure; /* what the value is */
  const char *unit;    /* of the value: "lines", "points", "h/month" … */
  const char *source;  /* where thresholds and weights come from */
  ArdRuleSettings defaults;
  ArdRemediation remediation;
  ArdPriority priority;
  ArdDebtType type;
  guint boxes;             /* ArdBoxes */
  ArdImpact impact;        /* of the failure that a finding may hide */
  double probability_year; /* chance in one year that one finding at level 1, of reach 1, does; 0 with NONE */
  gboolean departure;      /* priced by what has to be learnt again when the finding's author is gone */
  gboolean gates;          /* critical and new fails `check`; never for what history alone moves */
} ArdRule;

extern const ArdRule ard_rules[];
extern const guint ard_n_rules;

/* Index of the rule with this id, or ard_n_rules when there is none. */
guint ard_rule_find (const char *id);

#endif
