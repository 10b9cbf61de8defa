#ifndef MADE_H
#define MADE_H

#include <math.h>
#include <string.h>

#include "model/ledger.h"

/*
 * A made-up ledger for the tests of every format: few rows, each with a reason.
 * All figures are typed in here; a test compares with these, never with the code.
 */
#define NOW_S G_GINT64_CONSTANT (1795219200) /* 2026-11-21 00:00 UTC */
#define HEAD "0123456789abcdef0123456789abcdef01234567"
#define BASE "89abcdef0123456789abcdef0123456789abcdef"
#define FORMULA_PATH "=cmd|'x'!A1.c"
#define HOSTILE_PATH "src/<script>alert(1)</script> ]]> \"q\" 'n' `a` |p|, \nnew\x01.c"
#define INVALID_PATH "src/bad\xff\xfe.c"
#define HOSTILE_NAME "operator<< ]]> <img src=x>|`"
#define N_MADE_ITEMS 5

enum { FORMULA_FILE, PLAIN_FILE, HOSTILE_FILE, INVALID_FILE, BINARY_FILE };
enum { PARSE, PARSE_AGAIN, ANONYMOUS, HOSTILE_FUNCTION };

typedef struct {
  ArdSettings *settings;
  ArdCorpus *corpus;
  ArdLedger *ledger;
} Made;

static inline void
made_function (ArdCorpus *corpus, guint32 file, const char *name, guint32 ordinal, guint32 start, guint32 end)
{
  ArdCorpusFunction function = { .file = file, .ordinal = ordinal };

  function.facts.name = name;
  function.facts.start_line = start;
  function.facts.end_line = end;
  function.facts.code_lines = end - start;
  function.facts.cyclomatic = 31;
  function.facts.cognitive = 44;
  function.facts.nesting = 6;
  function.facts.parameters = 7;
  function.facts.parent = ARD_NONE;
  g_array_append_val (corpus->functions, function);
}

static inline void
made_file (ArdCorpus *corpus, const char *path, guint32 first_function, guint32 n_functions)
{
  ArdFile file = { .path = path, .language = "C", .lines = 400, .code_lines = 300, .measured = TRUE, .origin = path };

  file.size_bytes = 12000;
  file.error_share = 0.0125;
  file.revisions = 12;
  file.birth_s = 1600000000;
  file.fixes = 3;
  file.authors = 2;
  file.added = 100;
  file.deleted = 50;
  file.first_function = first_function;
  file.n_functions = n_functions;
  g_array_append_val (corpus->files, file);
}

/* Two commits; the merge has a change without counts, the other a counted one and one of a file that is gone. */
static inline void
made_history (ArdCorpus *corpus)
{
  ArdAuthor people[] = { { "Ada \"A\" <b>", "ada@example.org", FALSE }, { "Bot", "bot@example.org", TRUE } };
  ArdCommit merge = { .time_s = NOW_S, .author = 1, .flags = ARD_COMMIT_MERGE, .subject = "Merge", .n_changes = 1 };
  ArdCommit fix = { .time_s = NOW_S - 60, .author = 0, .flags = ARD_COMMIT_FIX, .subject = "fix: <b>", .n_changes = 2 };
  ArdChange changes[] = { { 0, PLAIN_FILE, "src/old.c", -1, -1, 0, 'M', ARD_NONE },
                          { 1, INVALID_FILE, INVALID_PATH, 7, 0, 0.5f, 'M', ARD_NONE },
                          { 1, ARD_NONE, "gone.c", 0, 9, 0.5f, 'D', ARD_NONE } };

  merge.id.bytes[0] = 0xab;
  fix.id.bytes[19] = 0xcd;
  fix.first_change = 1;
  g_array_append_vals (corpus->authors, people, 2);
  g_array_append_val (corpus->commits, merge);
  g_array_append_val (corpus->commits, fix);
  g_array_append_vals (corpus->changes, changes, 3);
}

static inline ArdCorpus *
made_corpus (void)
{
  ArdCorpus *corpus = ard_corpus_new ();
  ArdCorpusCapture marker = { { ARD_CAPTURE_MARKER, PARSE, 20, 20, "TODO: <b>later</b> | `now`", 0, ARD_NONE },
                              PLAIN_FILE };

  corpus->head = HEAD;
  corpus->now_s = NOW_S;
  made_file (corpus, FORMULA_PATH, 0, 0);
  made_file (corpus, "a/plain.c", 0, 3);
  made_file (corpus, HOSTILE_PATH, 3, 1);
  made_file (corpus, INVALID_PATH, 4, 0);
  made_file (corpus, "z.bin", 4, 0);
  ard_file (corpus, BINARY_FILE)->flags = ARD_FILE_BINARY;
  ard_file (corpus, BINARY_FILE)->measured = FALSE;
  made_function (corpus, PLAIN_FILE, "parse", 0, 10, 90);
  made_function (corpus, PLAIN_FILE, "parse", 1, 100, 190);
  made_function (corpus, PLAIN_FILE, "", 0, 200, 290);
  made_function (corpus, HOSTILE_FILE, HOSTILE_NAME, 0, 5, 95);
  g_array_append_val (corpus->captures, marker);
  ard_file (corpus, PLAIN_FILE)->n_captures = 1;
  made_history (corpus);
  ard_notes_add (corpus->notes, HOSTILE_PATH, "not parsed in part: <b>1</b> %% of the bytes");
  ard_notes_add (corpus->notes, "z.bin", "not read: binary");
  ard_corpus_seal (corpus);
  return corpus;
}

static inline void
made_finding (ArdLedger *ledger, const char *rule, guint32 file, guint32 function, double value, ArdState state,
              const char *id)
{
  ArdFinding finding = { .rule = ard_rule_find (rule), .file = file, .function = function, .capture = ARD_NONE };

  finding.clone_class = finding.cycle = finding.other = finding.commit = ARD_NONE;

  g_assert (finding.rule < ard_n_rules);
  finding.start_line = function == ARD_NONE ? 1 : ard_function (ledger->corpus, function)->facts.start_line;
  finding.end_line = function == ARD_NONE ? 400 : ard_function (ledger->corpus, function)->facts.end_line;
  finding.value = value;
  finding.attention = 25;
  finding.critical = 60;
  finding.severity = value >= 60 ? ARD_SEVERITY_CRITICAL : ARD_SEVERITY_ATTENTION;
  finding.state = state;
  finding.fails = state == ARD_STATE_NEW && value >= 60;
  finding.base_value = state == ARD_STATE_KNOWN ? value - 1 : NAN;
  finding.item = ledger->items->len;
  finding.charge_h_month = 1.5;
  finding.charge_incidents_month = 0.0625;
  if (state == ARD_STATE_SUPPRESSED) {
    finding.because = "the <b>protocol</b> ]]> says so";
    finding.until = "2027-03-31";
  }
  g_strlcpy (finding.id, id, sizeof finding.id);
  g_array_append_val (ledger->findings, finding);
}

/* Item n costs 1000.125 / (n + 1) a month and saves half of it; takes n + 1 days in parts of 1/4, 1/2, 1/4. */
static inline void
made_item (ArdLedger *ledger, const char *id, guint32 file, guint32 function, guint32 n_findings)
{
  guint n = ledger->items->len;
  ArdItem item = { .unit = function == ARD_NONE ? ARD_UNIT_FILE : ARD_UNIT_FUNCTION, .file = file };

  item.clone_class = item.cycle = ARD_NONE;

  g_strlcpy (item.id, id, sizeof item.id);
  item.function = function;
  item.first_finding = ledger->findings->len - n_findings;
  item.n_findings = n_findings;
  item.rule = ard_finding (ledger, item.first_finding)->rule;
  item.priority = n % 3;
  item.type = n % 4;
  item.boxes = ARD_BOX_SLOWS_FEATURES | ARD_BOX_HARD_ONBOARDING;
  item.advice = n % 5;
  item.severity = ard_finding (ledger, item.first_finding)->severity;
  item.in_plan = n == 0;
  item.wasted_h_sprint = 3.123456 / (n + 1);
  item.incidents_month = 0.0123456 / (n + 1);
  item.recovered_h_sprint = item.wasted_h_sprint / 2;
  item.prevented_month = item.incidents_month / 2;
  item.cost_month = 1000.125 / (n + 1);
  item.savings_month = item.cost_month / 2;
  item.investigation_d = (n + 1) * 0.25;
  item.implementation_d = (n + 1) * 0.5;
  item.testing_d = (n + 1) * 0.25;
  item.effort_d = n + 1;
  item.principal = 420 * (n + 1);
  item.interest_year = 12 * item.cost_month;
  item.roi = 12 * item.savings_month / item.principal;
  item.payback_months = item.principal / item.savings_month;
  g_array_append_val (ledger->items, item);
}

static inline void
made_items (ArdLedger *ledger)
{
  made_finding (ledger, "complex-function", HOSTILE_FILE, HOSTILE_FUNCTION, 70, ARD_STATE_NEW, "00000000000000a1");
  made_finding (ledger, "deep-nesting", HOSTILE_FILE, HOSTILE_FUNCTION, 30, ARD_STATE_NEW, "00000000000000a2");
  made_item (ledger, "00000000a0", HOSTILE_FILE, HOSTILE_FUNCTION, 2);

  made_finding (ledger, "admitted-debt", PLAIN_FILE, PARSE, 26, ARD_STATE_KNOWN, "00000000000000b1");
  made_finding (ledger, "complex-function", PLAIN_FILE, PARSE, 61, ARD_STATE_KNOWN, "00000000000000b2");
  made_finding (ledger, "admitted-debt", PLAIN_FILE, PARSE, 26, ARD_STATE_KNOWN, "00000000000000b3");
  ard_finding (ledger, ledger->findings->len - 1)->capture = 0;
  made_item (ledger, "00000000b0", PLAIN_FILE, PARSE, 3);

  made_finding (ledger, "complex-function", PLAIN_FILE, PARSE_AGAIN, 62, ARD_STATE_SUPPRESSED, "00000000000000c1");
  made_item (ledger, "00000000c0", PLAIN_FILE, PARSE_AGAIN, 1);
  ard_item (ledger, 2)->suppressed = TRUE;
  ard_item (ledger, 2)->payback_months = INFINITY;

  made_finding (ledger, "oversized-file", FORMULA_FILE, ARD_NONE, 1234.5, ARD_STATE_KNOWN, "00000000000000d1");
  made_item (ledger, "00000000d0", FORMULA_FILE, ARD_NONE, 1);

  made_finding (ledger, "fix-magnet", INVALID_FILE, ARD_NONE, 27, ARD_STATE_KNOWN, "00000000000000e1");
  made_item (ledger, "00000000e0", INVALID_FILE, ARD_NONE, 1);
  ard_item (ledger, 4)->advice = ARD_ADVICE_NOT_PRICED;
  ard_item (ledger, 4)->roi = NAN;
}

static inline void
made_paid (ArdLedger *ledger)
{
  ArdPaid file = { .rule = ard_rule_find ("oversized-file"), .path = INVALID_PATH, .line = 1, .value = 5000 };
  ArdPaid function = { .rule = ard_rule_find ("complex-function"), .path = "a/plain.c", .function = "parse" };

  file.severity = ARD_SEVERITY_CRITICAL;
  g_strlcpy (file.id, "00000000000000f1", sizeof file.id);
  function.line = 10;
  function.value = 66;
  g_strlcpy (function.id, "00000000000000f2", sizeof function.id);
  g_array_append_val (ledger->paid, function);
  g_array_append_val (ledger->paid, file);
}

/* A question about the hostile function. */
static inline void
made_review (ArdLedger *ledger)
{
  ArdFinding review = *ard_finding (ledger, 0);

  review.rule = ard_rule_find ("swallowed-error");
  review.review = TRUE;
  review.item = ARD_NONE;
  review.reason = "swallowed-broad";
  review.value = 0.5;
  g_strlcpy (review.id, "00000000000000e2", sizeof review.id);
  g_array_append_val (ledger->reviews, review);
}

static inline void
made_sums (ArdLedger *ledger)
{
  ledger->totals.cost_month = 2283.62;
  ledger->totals.principal = 6300;
  ledger->totals.interest_year = 27403.44;
  ledger->totals.debt_ratio = 0.0512345;
  ledger->totals.rating = 'B';
  ledger->totals.n_items = N_MADE_ITEMS;
  ledger->totals.n_findings = ledger->findings->len;
  ledger->totals.developers = 3;
  ledger->plan.capacity_d = 37.8;
  ledger->plan.n_items = 1;
  ledger->plan.effort_d = 1;
}

static inline Made
make_ledger (void)
{
  Made made = { .settings = ard_settings_new () };

  ard_settings_seal (made.settings);
  made.corpus = made_corpus ();
  made.ledger = ard_ledger_new (made.corpus, made.settings);
  made.ledger->priced = TRUE;
  for (guint32 i = 0; i < made.corpus->files->len; i++) {
    ArdFileScore score = {
      .health = 0.75, .hours_month = 12.25, .cost_month = 10.5, .rank = i + 1, .rank_per_line = 5 - i
    };

    g_array_append_val (made.ledger->file_scores, score);
  }
  made_items (made.ledger);
  made_review (made.ledger);
  made_sums (made.ledger);
  ard_notes_add (made.ledger->notes, NULL, "a suppression has expired");
  return made;
}

/* The same, compared with a base: one failure, two findings paid off. */
static inline Made
make_compared_ledger (void)
{
  Made made = make_ledger ();

  made_paid (made.ledger);
  made.ledger->verdict = (ArdVerdict){ .compared = TRUE, .failed = TRUE, .base = g_strdup (BASE) };
  made.ledger->verdict.n_new = 2;
  made.ledger->verdict.n_new_critical = 1;
  made.ledger->verdict.n_known = 5;
  made.ledger->verdict.n_paid = 2;
  made.ledger->verdict.n_suppressed = 1;
  return made;
}

static inline void
free_made (Made *made)
{
  ard_ledger_free (made->ledger);
  ard_corpus_free (made->corpus);
  ard_settings_free (made->settings);
}

#endif
