#ifndef ARD_FINDING_H
#define ARD_FINDING_H

#include <glib.h>

#include "model/corpus.h"
#include "model/settings.h"

/* One rule broken by one unit. Made by analyzers/; ids, charges and states are filled by scoring/. */
typedef enum { ARD_SEVERITY_ATTENTION, ARD_SEVERITY_CRITICAL } ArdSeverity;
typedef enum { ARD_STATE_KNOWN, ARD_STATE_NEW, ARD_STATE_SUPPRESSED } ArdState;

typedef struct {
  guint32 rule;         /* in the catalogue */
  guint32 file;         /* in the corpus */
  guint32 function;     /* in the corpus, or ARD_NONE: the file is the unit */
  guint32 capture;      /* in the corpus, or ARD_NONE: what the finding is about */
  guint32 clone_class;  /* in the corpus, or ARD_NONE: findings of one class are one item */
  guint32 cycle;        /* in the corpus, or ARD_NONE: findings of one cycle are one item */
  guint32 other;        /* a file of the corpus that it is about too, or ARD_NONE */
  guint32 commit;       /* of the corpus, evidence, or ARD_NONE */
  guint32 author;       /* of the corpus, whom it is about, or ARD_NONE */
  const char *reason;   /* static; key "reason.<reason>" of the message catalogue: what is lost here; or NULL */
  const char *subject;  /* what it is about (a call, a name, a path); borrowed from the corpus or interned; or NULL */
  guint32 peers;        /* other places of the repository that make the same call; 0: none, or not counted */
  guint32 peers_looked; /* of these, that take what it returns */
  guint32 start_line, end_line;
  double value;               /* in the rule's unit */
  double attention, critical; /* the thresholds used */
  double quantity;            /* what the remediation function multiplies */
  ArdSeverity severity;
  gboolean review; /* below the attention threshold, yet worth a look: a question, no finding */

  /* scoring/ */
  char id[17]; /* hex; what the unit is, not where it stands */
  ArdState state;
  double base_value;                   /* paired finding's value at the base; NAN when there is none */
  gboolean fails;                      /* new, critical, of a rule that gates */
  guint32 item;                        /* in the ledger */
  double hazard_time, hazard_incident; /* MODEL 3's lambda, part of the file included */
  double charge_h_month, charge_incidents_month;
  double reach;                /* functions in use that call the finding's, at least 1; rules with an impact */
  double heat;                 /* forecast changes of the file against the repository's median, bounded */
  double failures_year;        /* expected: probability x certainty x reach x heat; 0 where history prices */
  double risk_month;           /* currency, of these failures: an assumption, in no file's cost */
  const char *because, *until; /* of the suppression, or NULL; borrowed from settings or corpus */
} ArdFinding;

typedef GArray ArdFindings; /* of ArdFinding */

/* Empty; yours, g_array_unref. */
ArdFindings *ard_findings_new (void);

/*
 * Append a finding if value reaches the attention threshold of the rule; test
 * and example code uses the thresholds for tests. Files that are not judged never get one,
 * nor does a rule that is switched off.
 *
 * Returns:  the appended row, to be completed by the caller until the next append; or NULL
 */
ArdFinding *ard_findings_add (ArdFindings *findings, const ArdCorpus *corpus, const ArdSettings *settings, guint32 rule,
                              guint32 file, guint32 function, double value);

/*
 * Append a question: a value below the attention threshold, of which the text alone does not tell
 * whether it is a fault. None in test and example code, nor where ard_findings_add would give none.
 *
 * Returns:  the appended row with review set, to be completed by the caller until the next append; or NULL
 */
ArdFinding *ard_findings_add_review (ArdFindings *findings, const ArdCorpus *corpus, const ArdSettings *settings,
                                     guint32 rule, guint32 file, guint32 function, double value);

/* The level of a finding between its thresholds, in [0, 1] (MODEL 3). */
double ard_finding_level (const ArdFinding *finding);

/*
 * Code lines of a file as the sum of its parts sees them: a line that two nested
 * functions share counts in both, so that parts never sum to more than 1.
 */
double ard_file_measured_lines (const ArdFile *file);

/* Lines from the first to the last. */
double ard_finding_lines (const ArdFinding *finding);

/*
 * The part of its file that a finding is about, in [0, 1]: of a function its own share of the file's
 * forecast work where past versions were read, else its part of the measured lines; of a copy its
 * part of the lines; else 1. Lines that left the file took their work along: all but the first are
 * times 1 - departed_share of the file.
 */
double ard_finding_part (const ArdFinding *finding, const ArdCorpus *corpus);

/* The rule's weight in incidents; 0 in test and example code, which no user meets. */
double ard_finding_incident_weight (const ArdFinding *finding, const ArdCorpus *corpus, const ArdSettings *settings);

/*
 * The hazards that a finding adds to its file (MODEL 3): -ln(1 - w * level) in
 * both channels, times ard_finding_part.
 */
void ard_finding_hazards (const ArdFinding *finding, const ArdCorpus *corpus, const ArdSettings *settings, double *time,
                          double *incident);

#endif
