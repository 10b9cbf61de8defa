#include "analyzers/analyzers.h"
#include "analyzers/together.h"
#include "model/rule.h"

/* Common changes on fewer days may be two or three sweeps over the tree. */
#define MIN_TOGETHER 8
#define MIN_DAYS 6
/* Two files that change all the time meet by chance. */
#define MIN_LIFT 2

/* The partners of the file that changes less: it is the one that must follow. */
typedef struct {
  guint32 strongest; /* in couplings, or ARD_NONE */
  double degree;
  guint32 n;
} Partners;

/* Common changes over the mean of both files' changes (code-maat's degree) [%]. */
static double
degree_of (const ArdCoupling *pair)
{
  return 200.0 * pair->together / (pair->revisions_one + pair->revisions_other);
}

static guint32
follower_of (const ArdCoupling *pair)
{
  return pair->revisions_one <= pair->revisions_other ? pair->one : pair->other;
}

static gboolean
is_hidden (ArdTogether *together, const ArdCoupling *pair, double attention)
{
  const ArdFile *one = ard_file (together->corpus, pair->one), *other = ard_file (together->corpus, pair->other);

  return pair->together >= MIN_TOGETHER && pair->lift >= MIN_LIFT && degree_of (pair) >= attention && !pair->depends &&
         ard_together_is_code (one) && ard_together_is_code (other) && !ard_together_is_one_unit (one, other) &&
         ard_together_days (together, pair) >= MAX (MIN_DAYS, pair->together / 2);
}

static void
add_finding (const ArdCorpus *corpus, const ArdSettings *settings, guint32 rule, guint32 file, const Partners *partners,
             ArdFindings *findings)
{
  const ArdCoupling *pair = ard_coupling (corpus, partners->strongest);
  ArdFinding *finding = ard_findings_add (findings, corpus, settings, rule, file, ARD_NONE, partners->degree);

  if (!finding)
    return;
  finding->other = pair->one == file ? pair->other : pair->one;
  finding->reason = pair->across ? "across-modules" : "within-module";
  finding->quantity = partners->n;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint32 rule = ard_rule_find ("change-coupling");
  g_autoptr (ArdTogether) together = ard_together_new (corpus, settings);
  g_autofree Partners *partners = g_new0 (Partners, MAX (corpus->files->len, 1));

  for (guint32 i = 0; i < corpus->couplings->len; i++) {
    const ArdCoupling *pair = ard_coupling (corpus, i);
    Partners *mine = &partners[follower_of (pair)];

    if (!is_hidden (together, pair, settings->rules[rule].attention))
      continue;
    mine->n++;
    if (degree_of (pair) > mine->degree) {
      mine->degree = degree_of (pair);
      mine->strongest = i;
    }
  }
  for (guint32 i = 0; i < corpus->files->len; i++)
    if (partners[i].n > 0)
      add_finding (corpus, settings, rule, i, &partners[i], findings);
}

const ArdAnalyzer ard_analyzer_change_coupling = { "change-coupling", run };
