#include "reports/name.h"

#include "reports/text.h"

const ArdBitName ard_box_names[] = {
  { ARD_BOX_SLOWS_FEATURES, "slows-features" }, { ARD_BOX_RECURRING_BUGS, "recurring-bugs" },
  { ARD_BOX_BLOCKS_SCALING, "blocks-scaling" }, { ARD_BOX_HARD_ONBOARDING, "hard-onboarding" },
  { ARD_BOX_RUNNING_COST, "running-cost" },
};
const guint ard_n_box_names = G_N_ELEMENTS (ard_box_names);

const ArdBitName ard_flag_names[] = {
  { ARD_FILE_TEST, "test" },     { ARD_FILE_GENERATED, "generated" }, { ARD_FILE_VENDORED, "vendored" },
  { ARD_FILE_BINARY, "binary" }, { ARD_FILE_MINIFIED, "minified" },   { ARD_FILE_TOO_LARGE, "too-large" },
  { ARD_FILE_TESTED, "tested" }, { ARD_FILE_EXAMPLE, "example" },     { ARD_FILE_MIGRATION, "migration" },
};
const guint ard_n_flag_names = G_N_ELEMENTS (ard_flag_names);

const char *
ard_name_severity (ArdSeverity severity)
{
  return severity == ARD_SEVERITY_CRITICAL ? "critical" : "attention";
}

const char *
ard_name_state (ArdState state)
{
  static const char *const names[] = {
    [ARD_STATE_KNOWN] = "known", [ARD_STATE_NEW] = "new", [ARD_STATE_SUPPRESSED] = "suppressed"
  };

  return names[state];
}

const char *
ard_name_unit (ArdUnit unit)
{
  static const char *const names[] = {
    [ARD_UNIT_FUNCTION] = "function", [ARD_UNIT_FILE] = "file", [ARD_UNIT_CLONES] = "clones", [ARD_UNIT_CYCLE] = "cycle"
  };

  return names[unit];
}

const char *
ard_name_basis (ArdBasis basis)
{
  return basis == ARD_BASIS_HISTORY ? "history" : "assumption";
}

const char *
ard_name_advice (ArdAdvice advice)
{
  static const char *const names[] = { [ARD_ADVICE_FIX_NOW] = "fix-now",
                                       [ARD_ADVICE_PLAN] = "plan",
                                       [ARD_ADVICE_BACKLOG] = "backlog",
                                       [ARD_ADVICE_LEAVE] = "leave",
                                       [ARD_ADVICE_NOT_PRICED] = "not-priced" };

  return names[advice];
}

const char *
ard_name_priority (ArdPriority priority)
{
  static const char *const names[] = {
    [ARD_PRIORITY_LOW] = "low", [ARD_PRIORITY_MEDIUM] = "medium", [ARD_PRIORITY_HIGH] = "high"
  };

  return names[priority];
}

const char *
ard_name_type (ArdDebtType type)
{
  static const char *const names[] = { [ARD_DEBT_FUNCTIONALITY] = "functionality",
                                       [ARD_DEBT_ARCHITECTURE] = "architecture",
                                       [ARD_DEBT_INFRASTRUCTURE] = "infrastructure",
                                       [ARD_DEBT_TEST] = "test" };

  return names[type];
}

char *
ard_name_of_unit (const ArdCorpus *corpus, guint32 file, guint32 function, const char *anonymous)
{
  if (function == ARD_NONE)
    return ard_text_line (ard_file (corpus, file)->path);

  const ArdCorpusFunction *row = ard_function (corpus, function);
  g_autofree char *name = ard_text_line (*row->facts.name ? row->facts.name : anonymous);

  if (row->ordinal == 0)
    return g_steal_pointer (&name);
  return g_strdup_printf ("%s #%u", name, row->ordinal + 1);
}

GArray *
ard_item_rules (const ArdLedger *ledger, const ArdItem *item)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *seen = g_new0 (gboolean, ard_n_rules);

  for (guint32 i = 0; i < item->n_findings; i++) {
    guint32 rule = ard_finding (ledger, item->first_finding + i)->rule;

    if (!seen[rule])
      g_array_append_val (rules, rule);
    seen[rule] = TRUE;
  }
  return rules;
}

char *
ard_name_of_class (const ArdCorpus *corpus, guint32 clone_class)
{
  guint64 identity = ard_clone_class (corpus, clone_class)->identity;
  guint n = 0;

  for (guint32 i = 0; i < clone_class; i++)
    n += ard_clone_class (corpus, i)->identity == identity;
  return n ? g_strdup_printf ("%016" G_GINT64_MODIFIER "x-%u", identity, n + 1)
           : g_strdup_printf ("%016" G_GINT64_MODIFIER "x", identity);
}

char *
ard_name_of_cycle (const ArdCorpus *corpus, guint32 cycle)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", ard_cycle (corpus, cycle)->identity);
}

char *
ard_name_of_commit (const ArdCorpus *corpus, const ArdOid *id)
{
  guint n = corpus->sha256 ? 32 : 20;
  char *hex = g_malloc (2 * n + 1);

  for (guint i = 0; i < n; i++)
    g_snprintf (hex + 2 * i, 3, "%02x", id->bytes[i]);
  return hex;
}

char *
ard_name_of_day (gint64 time_s)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_s);

  return time ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}

const char *
ard_name_delivery (ArdDeliveryStatus status)
{
  static const char *const names[] = { "not-found", "measured", "ok", "attention", "critical" };

  return names[status];
}

char *
ard_name_of_quarter (gint32 quarter)
{
  return g_strdup_printf ("%dQ%d", quarter / 4, quarter % 4 + 1);
}

char *
ard_name_of_author (const ArdCorpus *corpus, guint32 author)
{
  const ArdAuthor *row = ard_author (corpus, author);

  return *row->mail ? g_strdup_printf ("%s <%s>", row->name, row->mail) : g_strdup (row->name);
}

char *
ard_name_shown_quarter (gint32 quarter)
{
  return g_strdup_printf ("%d Q%d", quarter / 4, quarter % 4 + 1);
}
