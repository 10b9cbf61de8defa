#ifndef HTML_LEDGER_H
#define HTML_LEDGER_H

#include <math.h>
#include <string.h>

#include "model/ledger.h"

/*
 * A made-up ledger of 64 items in 96 files for the tests of index.html: figures
 * follow from the row's number, so a test can say them without asking the code.
 * Item i costs 1000 - 10 i a month and saves half of it.
 */
#define N_FILES 96
#define N_ITEMS 64
#define N_COMMITS 40
#define NOW_S G_GINT64_CONSTANT (1795219200) /* 2026-11-21 */

#define HOSTILE_PATH                                                       \
  "src/zz <script>alert(1)</script> ]]> \"quoted\" 'n' \nnew \xe2\x80\xae" \
  "fdp.c"
#define HOSTILE_NAME "operator<< <img src=x onerror=alert(1)>"
#define HOSTILE_SUBJECT "fix: </script><script>alert('subject')</script> & \xe2\x80\xaetxet"
#define HOSTILE_AUTHOR "Mallory <b onmouseover=alert(1)> O'Neil"
#define HOSTILE_LINE "</td></table><script>alert('excerpt')</script> <!-- ]]> &amp; \x01\x7f \xff\xfe"

typedef struct {
  ArdSettings *settings;
  ArdCorpus *corpus;
  ArdLedger *ledger;
} Made;

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
make_paths (void)
{
  static const char *const folders[] = { "src/core",  "src/net/http",      "src/net/tls", "src/ui/widgets",
                                         "lib/parse", "lib/io/unix/posix", "tests/unit",  "tools" };
  static const char *const stems[] = { "session", "buffer",   "request", "window",
                                       "lexer",   "transfer", "options", "connection_pool_with_a_rather_long_name",
                                       "cookie",  "timer",    "hash" };
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < N_FILES - 2; i++)
    g_ptr_array_add (paths, g_strdup_printf ("%s/%s%u.c", folders[i % 8], stems[i % 11], i / 11));
  g_ptr_array_add (paths, g_strdup (HOSTILE_PATH));
  g_ptr_array_add (paths, g_strdup ("src/bad\xff\xfe"
                                    "utf8.c"));
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

static void
add_history (ArdCorpus *corpus)
{
  ArdAuthor people[] = { { "Ada Example", "ada@example.org", FALSE }, { HOSTILE_AUTHOR, "m@example.org", FALSE } };

  g_array_append_vals (corpus->authors, people, 2);
  for (guint i = 0; i < N_COMMITS; i++) {
    ArdCommit commit = { .time_s = NOW_S - i * 5 * 86400, .author = i % 2, .flags = ARD_COMMIT_IN_WINDOW };

    commit.id.bytes[0] = (guint8) i;
    commit.flags |= i % 3 == 0 ? ARD_COMMIT_FIX : 0;
    commit.subject = i % 7 == 0 ? HOSTILE_SUBJECT : "Keep the connection open while a reply is pending";
    commit.first_change = corpus->changes->len;
    commit.n_changes = N_FILES;
    for (guint32 f = 0; f < N_FILES; f++) {
      ArdChange change = { i, f, "", 12 + (gint32) i, 3, 0.1f, 'M', ARD_NONE };

      g_array_append_val (corpus->changes, change);
    }
    g_array_append_val (corpus->commits, commit);
  }
  for (guint32 f = 0; f < N_FILES; f++) {
    ard_file (corpus, f)->first_change = corpus->by_file->len;
    ard_file (corpus, f)->n_changes = N_COMMITS;
    for (guint32 i = 0; i < N_COMMITS; i++) {
      guint32 change = i * N_FILES + f;

      g_array_append_val (corpus->by_file, change);
    }
  }
}

#define CLASS_ITEM 6 /* two copies in files 3 and 5 */
#define THREE_ITEM 7 /* three copies in files 8, 10 and 11 */
#define CYCLE_ITEM 9 /* files 0, 1 and 2, each importing the next */
#define ERROR_ITEM 10

static const char *const copy_texts[] = {
  "int\nsum (struct row *rows, int n)\n{\n  int total = 0;\n\n  for (int i = 0; i < n; i++)\n    total += price "
  "(&rows[i]);\n"
  "  log (\"<b>sum</b> " HOSTILE_NAME "\");\n  return total;\n}\n",
  "int\nadd_up (struct line *lines, int n)\n{\n  int sum = 0;\n\n  for (int k = 0; k < n; k++)\n    sum += price "
  "(&lines[k]);\n"
  "  return sum;\n}\n",
};

/* Copies, a cycle, and modules that use each other in a chain whose last uses the second. */
static void
add_structure (ArdCorpus *corpus)
{
  static const guint32 files[] = { 3, 5, 8, 10, 11 };

  for (guint32 i = 0; i < G_N_ELEMENTS (files); i++) {
    ArdCloneCopy copy = { .clone_class = i >= 2,
                          .file = files[i],
                          .function = files[i],
                          .start_line = 50,
                          .end_line = 59,
                          .tokens = 60,
                          .digest = i + 1 };

    g_array_append_val (corpus->clone_copies, copy);
  }
  for (guint32 i = 0; i < 2; i++) {
    ArdCloneClass class = { i + 2, 2 * i, 2 + i, 60, 10, 1000 + i };
    guint32 member = i;

    g_array_append_val (corpus->clone_classes, class);
    g_array_append_val (corpus->cycle_members, member);
  }
  for (guint32 i = 0; i < 3; i++) {
    ArdDependency use = { i, (i + 1) % 3, 3 + i, FALSE };

    ard_file (corpus, i)->first_dependency = i;
    ard_file (corpus, i)->n_dependencies = 1;
    g_array_append_val (corpus->dependencies, use);
  }

  ArdCycle cycle = { 0, 3, 77 };
  guint32 last = 2;

  g_array_append_val (corpus->cycle_members, last);
  g_array_append_val (corpus->cycles, cycle);
}

static void
add_modules (ArdCorpus *corpus)
{
  static const char *const paths[] = { "", "lib/io", "lib/parse", "src/<b>core</b>", "src/net/http", "src/ui" };

  for (guint32 i = 0; i < G_N_ELEMENTS (paths); i++) {
    ArdModule module = { paths[i], 4 + i, 100 * i + 50, 1 + (i == 1), 1, 0.5 };
    ArdModuleDependency use = { i, i + 1 < G_N_ELEMENTS (paths) ? i + 1 : 1, 1 + i, 0 };

    g_array_append_val (corpus->modules, module);
    g_array_append_val (corpus->module_dependencies, use);
  }
}

static ArdCorpus *
make_corpus (void)
{
  ArdCorpus *corpus = ard_corpus_new ();
  g_autoptr (GPtrArray) paths = make_paths ();

  corpus->head = "0123456789abcdef0123456789abcdef01234567";
  corpus->now_s = NOW_S;
  corpus->team = 2;
  for (guint32 i = 0; i < N_FILES; i++) {
    const char *path = g_string_chunk_insert (corpus->strings, paths->pdata[i]);
    ArdCorpusFunction function = { .file = i };
    ArdFile file = { .path = path, .language = "C", .lines = 200 + i * i, .code_lines = 120 + i * i, .measured = TRUE };

    file.size_bytes = 40 * file.lines;
    file.error_share = i % 10 == 0 ? 0.01 : 0;
    file.origin = path;
    file.last_s = NOW_S - i * 86400;
    file.revisions = 90 - i % 60;
    file.fixes = i % 20;
    file.authors = 1 + i % 5;
    file.first_function = corpus->functions->len;
    file.n_functions = 1;
    g_array_append_val (corpus->files, file);
    function.facts.name = strcmp (path, HOSTILE_PATH) == 0 ? HOSTILE_NAME
                          : i % 13 == 0                    ? ""
                                                           : "Connection::handle_reply";
    function.facts.start_line = 40;
    function.facts.end_line = 140;
    function.facts.code_lines = 96;
    function.facts.cyclomatic = 31;
    function.facts.cognitive = 44;
    function.facts.nesting = 6;
    function.facts.parameters = 7;
    g_array_append_val (corpus->functions, function);
  }
  add_history (corpus);
  add_structure (corpus);
  add_modules (corpus);
  ard_notes_add (corpus->notes, NULL,
                 "renames of 3 commits were matched by content only: more candidates than the budget");
  for (guint i = 0; i < 30; i++) {
    g_autofree char *path = g_strdup_printf ("assets/image%02u.png", i);

    ard_notes_add (corpus->notes, path, "not read: binary");
  }
  ard_notes_add (corpus->notes, HOSTILE_PATH, "not parsed in part: 1 %% of the bytes");
  ard_corpus_seal (corpus);
  return corpus;
}

static void
add_steps (ArdLedger *ledger, ArdItem *item)
{
  const ArdStep steps[] = {
    { "hours", NULL, 34.5, "h/month", "measured" },
    { "slowdown", NULL, 1.24, "", "health.slowdown" },
    { "unhealthiness-time", "1 − exp(−(0.51 + 0.22))", 0.518, "", NULL },
    { "monthly-cost", "6.2 × 2.17 × 60 + 0.11 × 1500", item->cost_month, "€/month", NULL },
  };

  item->first_step = ledger->steps->len;
  item->n_steps = G_N_ELEMENTS (steps);
  g_array_append_vals (ledger->steps, steps, item->n_steps);
}

static void
add_findings (ArdLedger *ledger, ArdItem *item, guint index)
{
  item->first_finding = ledger->findings->len;
  item->n_findings = 1 + index % 3;
  for (guint i = 0; i < item->n_findings; i++) {
    ArdFinding finding = { .rule = (item->rule + i) % ard_n_rules,
                           .file = item->file,
                           .function = item->function,
                           .capture = ARD_NONE,
                           .clone_class = ARD_NONE,
                           .cycle = ARD_NONE,
                           .other = ARD_NONE,
                           .commit = ARD_NONE,
                           .start_line = 40,
                           .end_line = 140,
                           .value = 44,
                           .attention = 15,
                           .critical = 30,
                           .severity = index % 2 ? ARD_SEVERITY_ATTENTION : ARD_SEVERITY_CRITICAL,
                           .state = index % 9 == 3 ? ARD_STATE_NEW : ARD_STATE_KNOWN,
                           .base_value = NAN,
                           .item = index,
                           .charge_h_month = 3.5 / (i + 1),
                           .charge_incidents_month = 0.1 };

    finding.clone_class = item->clone_class;
    finding.cycle = item->cycle;
    if (index == ERROR_ITEM) {
      finding.failures_year = 0.02;
      finding.risk_month = 2.5;
    }
    finding.fails = finding.state == ARD_STATE_NEW && finding.severity == ARD_SEVERITY_CRITICAL;
    g_snprintf (finding.id, sizeof finding.id, "%016x", index * 8 + i);
    g_array_append_val (ledger->findings, finding);
  }
}

/* The units over several files, and a handler with its code. */
static void
change_unit (ArdItem *item, guint index)
{
  if (index == CLASS_ITEM || index == THREE_ITEM) {
    item->unit = ARD_UNIT_CLONES;
    item->clone_class = index == THREE_ITEM;
    item->file = index == CLASS_ITEM ? 3 : 8;
    item->function = ARD_NONE;
  } else if (index == CYCLE_ITEM) {
    item->unit = ARD_UNIT_CYCLE;
    item->cycle = item->file = 0;
    item->function = ARD_NONE;
  } else if (index == ERROR_ITEM) {
    item->basis = ARD_BASIS_ASSUMPTION;
    item->assumed_month = 1000 - 10.0 * index;
    item->rule = ard_rule_find ("swallowed-error");
  }
}

static void
add_excerpts (ArdLedger *ledger, ArdItem *item, guint index)
{
  ArdExcerpt whole = { item->file, 40, ARD_NONE, ARD_NONE,
                       "static int\nhandle_reply (struct connection *c)\n{\n\tif (c->state == OPEN && " HOSTILE_LINE
                       ")\n\t\treturn -1;\n\treturn 0;\n}\n" };
  ArdExcerpt handler = { item->file, 38, item->first_finding, ARD_NONE,
                         "try {\n  send ();\n} catch (Error e) {\n  // " HOSTILE_LINE "\n}\nnext ();\n" };

  item->first_excerpt = ledger->excerpts->len;
  for (guint32 i = 0;
       item->unit == ARD_UNIT_CLONES && i < ard_clone_class (ledger->corpus, item->clone_class)->n_copies; i++) {
    const ArdCloneCopy *copy =
        ard_clone_copy (ledger->corpus, ard_clone_class (ledger->corpus, item->clone_class)->first_copy + i);
    ArdExcerpt excerpt = { copy->file, copy->start_line, ARD_NONE, ARD_NONE, copy_texts[i % 2] };

    g_array_append_val (ledger->excerpts, excerpt);
  }
  if (item->unit <= ARD_UNIT_FILE)
    g_array_append_val (ledger->excerpts, whole);
  if (index == ERROR_ITEM)
    g_array_append_val (ledger->excerpts, handler);
  item->n_excerpts = ledger->excerpts->len - item->first_excerpt;
}

static void
add_item (ArdLedger *ledger, guint index)
{
  guint32 file = (index * 37 + N_FILES - 1) % N_FILES;
  ArdItem item = { .unit = index % 4 ? ARD_UNIT_FUNCTION : ARD_UNIT_FILE, .file = file, .rule = index % ard_n_rules };

  item.clone_class = item.cycle = ARD_NONE;

  g_snprintf (item.id, sizeof item.id, "%010x", index + 1);
  item.function = item.unit == ARD_UNIT_FUNCTION ? file : ARD_NONE;
  item.priority = (ArdPriority) (index % 3);
  item.type = (ArdDebtType) (index % 4);
  item.advice = (ArdAdvice) MIN (index / 16, 3);
  item.severity = index % 2 ? ARD_SEVERITY_ATTENTION : ARD_SEVERITY_CRITICAL;
  item.boxes = 1u + index % 8;
  item.in_plan = index < 12;
  item.suppressed = index == N_ITEMS - 1;
  item.cost_month = 1000 - 10.0 * index;
  item.savings_month = item.cost_month / 2;
  item.wasted_h_sprint = 6.2;
  item.incidents_month = 0.11;
  item.recovered_h_sprint = 3.1;
  item.prevented_month = 0.05;
  item.investigation_d = 0.5;
  item.implementation_d = 1.0 + index % 5;
  item.testing_d = 0.75;
  item.effort_d = 2.25 + index % 5;
  item.principal = item.effort_d * 420;
  item.interest_year = item.cost_month * 12;
  item.roi = item.savings_month * 12 / item.principal;
  item.payback_months = index == 5 ? INFINITY : item.principal / item.savings_month;
  change_unit (&item, index);
  add_findings (ledger, &item, index);
  add_excerpts (ledger, &item, index);
  add_steps (ledger, &item);
  g_array_append_val (ledger->items, item);
}

static void
fill_totals (ArdLedger *ledger)
{
  ledger->totals = (ArdTotals){ .cost_month = 43840,
                                .interest_year = 526080,
                                .principal = 110040,
                                .savings_month = 21920,
                                .wasted_h_month = 590,
                                .incidents_month = 5.627,
                                .hours_month = 1200,
                                .suppressed_cost_month = 370,
                                .assumed_cost_month = 900,
                                .assumed_savings_month = 720,
                                .rewrite_cost = 4200000,
                                .debt_ratio = 0.0262,
                                .rating = 'A',
                                .n_items = N_ITEMS,
                                .n_findings = ledger->findings->len,
                                .n_critical = 60,
                                .developers = 7 };
  ledger->plan = (ArdPlan){ .capacity_d = 88.2,
                            .effort_d = 51,
                            .cost = 21420,
                            .savings_year = 67800,
                            .left_effort_d = 211,
                            .left_savings_year = 195240,
                            .n_items = 12,
                            .n_left = 40 };
}

static void
fill_scores (ArdLedger *ledger)
{
  for (guint32 i = 0; i < N_FILES; i++) {
    ArdFileScore score = { .health = 1 - (i % 50) / 60.0,
                           .hours_month = 40.0 - i / 4.0,
                           .fixes_month = (i % 20) / 12.0,
                           .cost_month = i % 3 ? (i % 50) * (i % 50) * 1.5 : 0,
                           .wasted_share = 0.3,
                           .rank = i + 1,
                           .rank_per_line = N_FILES - i };

    g_array_append_val (ledger->file_scores, score);
  }
}

static Made
make_ledger (gboolean priced)
{
  Made made = { .settings = ard_settings_new (), .corpus = make_corpus () };

  ard_settings_seal (made.settings);
  made.ledger = ard_ledger_new (made.corpus, made.settings);
  made.ledger->priced = priced;
  made.ledger->not_priced = priced ? NULL : "2 bug fixes in the last 365 days; 5 are needed";
  for (guint i = 0; i < N_ITEMS; i++)
    add_item (made.ledger, i);
  fill_totals (made.ledger);
  fill_scores (made.ledger);
  return made;
}

static inline void
compare_with_base (ArdLedger *ledger)
{
  ArdPaid paid = {
    .rule = 0, .id = "00000000000000ff", .path = HOSTILE_PATH, .function = "gone", .line = 12, .value = 40
  };

  ledger->verdict = (ArdVerdict){ .compared = TRUE,
                                  .failed = TRUE,
                                  .n_new = 7,
                                  .n_new_critical = 3,
                                  .n_known = 110,
                                  .n_paid = 1,
                                  .base = g_strdup ("89abcdef0123456789abcdef0123456789abcdef") };
  g_array_append_val (ledger->paid, paid);
}

static void
free_made (Made *made)
{
  ard_ledger_free (made->ledger);
  ard_corpus_free (made->corpus);
  ard_settings_free (made->settings);
}

#endif
