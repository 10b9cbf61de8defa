#ifndef TESTS_BILL_H
#define TESTS_BILL_H

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/rule.h"
#include "scoring/scoring.h"

/*
 * Made-up facts and findings, row by row, and the ledger over them. Files come in
 * path order, functions after their file. Rules get round numbers of their own:
 * attention 10, critical 20, so a value of 15 has level 0.5.
 */
#define NOW_S 1700000000 /* 2023-11-14T22:13:20Z, far from any default */
#define DAY_S 86400

typedef struct {
  ArdCorpus *corpus;
  ArdSettings *settings;
  ArdFindings *findings; /* taken by score */
  ArdLedger *ledger;
} Bill;

/* Priced whatever the history: the thresholds for thin history are 0. */
static inline Bill
bill_new (void)
{
  Bill bill = { ard_corpus_new (), ard_settings_new (), ard_findings_new (), NULL };

  bill.corpus->head = "0123456789abcdef0123456789abcdef01234567";
  bill.corpus->now_s = NOW_S;
  bill.corpus->team = 5;
  bill.settings->history_min_days = 0;
  bill.settings->history_min_files = 0;
  bill.settings->history_min_fixes = 0;
  for (guint i = 0; i < ard_n_rules; i++) {
    ArdRuleSettings *rule = &bill.settings->rules[i];
    gboolean weightless = rule->w_time <= 0 && rule->w_incident <= 0;

    *rule = (ArdRuleSettings){ TRUE, 10, 20, 10, 20, 0.5, 0.4, 0.7, 0.6 };
    if (weightless)
      rule->w_time = rule->w_incident = 0;
  }
  return bill;
}

static inline void
bill_free (Bill *bill)
{
  if (bill->ledger)
    ard_ledger_free (bill->ledger);
  else
    g_array_unref (bill->findings);
  ard_settings_free (bill->settings);
  ard_corpus_free (bill->corpus);
}

/* A measured, tested C file; 10 author-days and 2 fixes a month; its identity is its number + 1. */
static inline ArdFile *
add_file (Bill *bill, const char *path, guint32 code_lines)
{
  ArdCorpus *corpus = bill->corpus;
  ArdFile file = { .path = path,
                   .language = "C",
                   .flags = ARD_FILE_TESTED,
                   .lines = code_lines,
                   .code_lines = code_lines,
                   .measured = TRUE,
                   .digest = g_str_hash (path),
                   .first_function = corpus->functions->len,
                   .first_capture = corpus->captures->len,
                   .identity = corpus->files->len + 1,
                   .revisions = 5,
                   .days_month = 10,
                   .fixes_month = 2 };

  g_array_append_val (corpus->files, file);
  return ard_file (corpus, corpus->files->len - 1);
}

/* A function of the last file, right after the one before it; its sketch is that of seed. */
static inline ArdFunction *
add_function (Bill *bill, const char *name, guint32 code_lines, guint64 digest, guint32 seed)
{
  ArdCorpus *corpus = bill->corpus;
  ArdFile *file = ard_file (corpus, corpus->files->len - 1);
  ArdCorpusFunction function = { .file = corpus->files->len - 1 };
  guint32 line = 1;

  for (guint i = 0; i < file->n_functions; i++) {
    const ArdCorpusFunction *other = ard_function (corpus, file->first_function + i);

    line = other->facts.end_line + 1;
    function.ordinal += strcmp (other->facts.name, name) == 0;
  }
  function.facts = (ArdFunction){ .name = name,
                                  .start_line = line,
                                  .end_line = line + code_lines - 1,
                                  .code_lines = code_lines,
                                  .parent = ARD_NONE,
                                  .digest = digest };
  for (guint i = 0; i < ARD_SKETCH; i++)
    function.facts.sketch[i] = seed * 1000 + i;
  g_array_append_val (corpus->functions, function);
  file->n_functions++;
  return &ard_function (corpus, corpus->functions->len - 1)->facts;
}

/* A comment of the last file. */
static inline guint32
add_comment (Bill *bill, ArdCaptureKind kind, guint32 function, guint32 line, const char *text)
{
  ArdCorpus *corpus = bill->corpus;
  ArdCorpusCapture capture = { { kind, function, line, line, text, 0, ARD_NONE }, corpus->files->len - 1 };

  g_array_append_val (corpus->captures, capture);
  ard_file (corpus, corpus->files->len - 1)->n_captures++;
  return corpus->captures->len - 1;
}

/* The first rule that an assumption prices; NULL when the catalogue has none. */
static inline const char *
assumed_rule (void)
{
  for (guint i = 0; i < ard_n_rules; i++)
    if (ard_rules[i].impact != ARD_IMPACT_NONE)
      return ard_rules[i].id;
  return NULL;
}

/* An empty class of copies; its copies follow by add_copy, in path order. */
static inline guint32
add_class (Bill *bill, guint64 identity)
{
  ArdCloneClass class = { .type = 1, .first_copy = bill->corpus->clone_copies->len, .identity = identity };

  g_array_append_val (bill->corpus->clone_classes, class);
  return bill->corpus->clone_classes->len - 1;
}

/* A copy of the last class and a finding about it, of that rule. */
static inline ArdFinding *
add_copy (Bill *bill, const char *rule, guint32 file, guint32 function, guint32 line, guint32 lines, guint64 digest)
{
  ArdCorpus *corpus = bill->corpus;
  guint32 class = corpus->clone_classes->len - 1;
  ArdCloneCopy copy = { .clone_class = class,
                        .file = file,
                        .function = function,
                        .start_line = line,
                        .end_line = line + lines - 1,
                        .tokens = lines * 8,
                        .digest = digest };
  ArdFinding *finding =
      ard_findings_add (bill->findings, corpus, bill->settings, ard_rule_find (rule), file, function, 20);

  ck_assert_ptr_nonnull (finding);
  g_array_append_val (corpus->clone_copies, copy);
  ard_clone_class (corpus, class)->n_copies++;
  finding->clone_class = class;
  finding->start_line = line;
  finding->end_line = line + lines - 1;
  return finding;
}

/* A cycle of the first n files, and a finding about each of them. */
static inline void
add_cycle (Bill *bill, const char *rule, guint32 n)
{
  ArdCorpus *corpus = bill->corpus;
  ArdCycle cycle = { corpus->cycle_members->len, n, 77 + n };

  g_array_append_val (corpus->cycles, cycle);
  for (guint32 i = 0; i < n; i++) {
    ArdFinding *finding =
        ard_findings_add (bill->findings, corpus, bill->settings, ard_rule_find (rule), i, ARD_NONE, 20);

    ck_assert_ptr_nonnull (finding);
    finding->cycle = corpus->cycles->len - 1;
    g_array_append_val (corpus->cycle_members, i);
  }
}

static inline ArdFinding *
add_finding (Bill *bill, const char *rule, guint32 file, guint32 function, double value)
{
  ArdFinding *finding =
      ard_findings_add (bill->findings, bill->corpus, bill->settings, ard_rule_find (rule), file, function, value);

  ck_assert_ptr_nonnull (finding);
  return finding;
}

static inline ArdLedger *
score (Bill *bill)
{
  ard_corpus_seal (bill->corpus);
  bill->ledger = ard_scoring_run (bill->corpus, bill->settings, bill->findings);
  return bill->ledger;
}

/* The finding of that rule in that file and function; there must be exactly one. */
static inline ArdFinding *
found (const Bill *bill, const char *rule, guint32 file, guint32 function)
{
  ArdFinding *only = NULL;

  for (guint i = 0; i < bill->ledger->findings->len; i++) {
    ArdFinding *finding = ard_finding (bill->ledger, i);

    if (finding->rule == ard_rule_find (rule) && finding->file == file && finding->function == function) {
      ck_assert_ptr_null (only);
      only = finding;
    }
  }
  ck_assert_ptr_nonnull (only);
  return only;
}

/* The item of that unit; there must be exactly one. */
static inline ArdItem *
item_of (const Bill *bill, guint32 file, guint32 function)
{
  ArdItem *only = NULL;

  for (guint i = 0; i < bill->ledger->items->len; i++) {
    ArdItem *item = ard_item (bill->ledger, i);

    if (item->file == file && item->function == function) {
      ck_assert_ptr_null (only);
      only = item;
    }
  }
  ck_assert_ptr_nonnull (only);
  return only;
}

/* One test program: the tests of one file under one name. */
static inline int
run_tests (const char *name, const TTest *const *tests, guint n)
{
  Suite *suite = suite_create (name);
  TCase *cases = tcase_create (name);

  for (guint i = 0; i < n; i++)
    tcase_add_test (cases, tests[i]);
  suite_add_tcase (suite, cases);

  SRunner *runner = srunner_create (suite);

  srunner_run_all (runner, CK_ENV);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#endif
