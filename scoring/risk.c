#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scoring/parts.h"

/* Who calls functions of one simple name in one family of languages, and how many have that name. */
typedef struct {
  GHashTable *callers; /* set of guint32: functions, or files for code outside functions */
  guint32 n_namesakes;
} Name;

static void
free_name (gpointer data)
{
  Name *name = data;

  g_hash_table_unref (name->callers);
  g_free (name);
}

/* Languages whose code calls each other by name. */
static const char *
find_family (const char *language)
{
  static const char *const families[][6] = { { "C", "C++" },
                                             { "JavaScript", "TypeScript", "TSX", "HTML", "Vue", "Svelte" },
                                             { "Java", "Kotlin", "Scala" } };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    for (guint j = 0; j < G_N_ELEMENTS (families[i]) && families[i][j]; j++)
      if (g_str_equal (families[i][j], language))
        return families[i][0];
  return language;
}

static gboolean
is_word (char letter)
{
  return g_ascii_isalnum (letter) || letter == '_' || letter == '$' || letter == '?' || letter == '!' ||
         (guchar) letter >= 0x80;
}

/* "C parse" of "http::Parser<T>::parse": the last word before any bracket; NULL when there is none; yours. */
static char *
make_key (const char *language, const char *name)
{
  gsize end = strcspn (name, "([");
  gsize start;

  if (end > 0 && name[end - 1] == '>')
    end = strcspn (name, "<([");
  while (end > 0 && !is_word (name[end - 1]))
    end--;
  for (start = end; start > 0 && is_word (name[start - 1]); start--)
    continue;
  return end > start ? g_strdup_printf ("%s %.*s", find_family (language), (int) (end - start), name + start) : NULL;
}

static char *
function_key (const ArdCorpus *corpus, guint32 function)
{
  const ArdCorpusFunction *row = ard_function (corpus, function);

  return make_key (ard_file (corpus, row->file)->language, row->facts.name);
}

static GHashTable *
collect_names (const ArdLedger *ledger)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_name);

  for (guint i = 0; i < ledger->findings->len; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);
    char *key = ard_rules[finding->rule].impact != ARD_IMPACT_NONE && finding->function != ARD_NONE
                    ? function_key (ledger->corpus, finding->function)
                    : NULL;

    if (key && !g_hash_table_contains (names, key)) {
      Name *name = g_new0 (Name, 1);

      name->callers = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (names, key, name);
    } else {
      g_free (key);
    }
  }
  return names;
}

static void
count_namesakes (const ArdCorpus *corpus, GHashTable *names)
{
  for (guint32 i = 0; i < corpus->functions->len; i++) {
    g_autofree char *key = function_key (corpus, i);
    Name *name = key ? g_hash_table_lookup (names, key) : NULL;

    if (name)
      name->n_namesakes++;
  }
}

/* Calls from tests and examples are no use of the product; a function's calls of itself reach nobody else. */
static void
count_callers (const ArdCorpus *corpus, GHashTable *names)
{
  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *call = ard_capture (corpus, i);
    const ArdFile *file = ard_file (corpus, call->file);

    if (call->facts.kind != ARD_CAPTURE_CALL || (file->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_NOT_JUDGED)))
      continue;

    g_autofree char *key = make_key (file->language, call->facts.text);
    g_autofree char *own = call->facts.function == ARD_NONE ? NULL : function_key (corpus, call->facts.function);
    Name *name = key && g_strcmp0 (key, own) != 0 ? g_hash_table_lookup (names, key) : NULL;
    guint32 caller = call->facts.function == ARD_NONE ? corpus->functions->len + call->file : call->facts.function;

    if (name)
      g_hash_table_add (name->callers, GUINT_TO_POINTER (caller + 1));
  }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

double
ard_risk_median_days (const ArdCorpus *corpus)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (file->measured && file->days_month > 0 && !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE)))
      g_array_append_val (days, file->days_month);
  }
  g_array_sort (days, compare_numbers);
  return days->len ? g_array_index (days, double, days->len / 2) : 0;
}

double
ard_risk_cost (const ArdSettings *settings, ArdImpact impact)
{
  switch (impact) {
  case ARD_IMPACT_LOW:
    return settings->risk_low_cost.likely;
  case ARD_IMPACT_STRONG:
    return settings->risk_strong_cost.likely;
  case ARD_IMPACT_CATASTROPHIC:
    return settings->risk_catastrophic_cost.likely;
  default:
    return 0;
  }
}

double
ard_risk_reach_factor (const ArdSettings *settings, const ArdFinding *finding)
{
  return 1 + settings->risk_reach_weight.likely * log2 (finding->reach);
}

double
ard_risk_certainty (const ArdFinding *finding)
{
  return finding->critical > 0 ? CLAMP (finding->value / finding->critical, 0, 1) : 1;
}

static double
find_reach (const ArdCorpus *corpus, GHashTable *names, const ArdFinding *finding)
{
  g_autofree char *key = finding->function == ARD_NONE ? NULL : function_key (corpus, finding->function);
  const Name *name = key ? g_hash_table_lookup (names, key) : NULL;

  return name ? MAX (g_hash_table_size (name->callers) / (double) MAX (name->n_namesakes, 1), 1) : 1;
}

static void
price (ArdLedger *ledger, GHashTable *names, ArdFinding *finding, double median)
{
  const ArdSettings *settings = ledger->settings;
  const ArdFile *file = ard_file (ledger->corpus, finding->file);
  const ArdRule *rule = &ard_rules[finding->rule];
  double most = settings->risk_most_heat;

  finding->reach = find_reach (ledger->corpus, names, finding);
  finding->heat = median > 0 ? CLAMP (file->days_month / median, 1 / most, most) : 1;
  if (!ard_corpus_is_in_use (ledger->corpus, finding->file, finding->function))
    return;
  finding->failures_year =
      rule->probability_year * ard_risk_certainty (finding) * ard_risk_reach_factor (settings, finding) * finding->heat;
  finding->risk_month = finding->failures_year * ard_risk_cost (settings, rule->impact) / ARD_MONTHS_YEAR;
}

void
ard_risk_measure (ArdLedger *ledger)
{
  g_autoptr (GHashTable) names = collect_names (ledger);
  double median = ard_risk_median_days (ledger->corpus);

  count_namesakes (ledger->corpus, names);
  count_callers (ledger->corpus, names);
  for (guint i = 0; i < ledger->findings->len; i++) {
    ArdFinding *finding = ard_finding (ledger, i);

    finding->reach = finding->heat = 1;
    finding->failures_year = finding->risk_month = ledger->priced ? 0 : NAN;
    if (ledger->priced && ard_rules[finding->rule].departure)
      ard_departure_price (ledger, finding);
    else if (ledger->priced && ard_rules[finding->rule].impact != ARD_IMPACT_NONE)
      price (ledger, names, finding, median);
  }
}

gboolean
ard_rule_weighs (const ArdLedger *ledger, guint32 rule)
{
  const ArdRuleSettings *numbers = &ledger->settings->rules[rule];

  return numbers->w_time > 0 || numbers->w_incident > 0;
}

gboolean
ard_rule_is_assumed (guint32 rule)
{
  return ard_rules[rule].impact != ARD_IMPACT_NONE || ard_rules[rule].departure;
}
