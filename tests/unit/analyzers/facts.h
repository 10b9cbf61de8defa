#ifndef TESTS_FACTS_H
#define TESTS_FACTS_H

#include <check.h>
#include <stdlib.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

/*
 * Made-up facts, row by row, and one analyzer run over them. A returned row is
 * valid until the next one of its kind is added. Files must come in path order.
 */
#define NOW_S 1700000000 /* 2023-11-14, far from any default */
#define DAY_S 86400

typedef struct {
  ArdCorpus *corpus;
  ArdSettings *settings;
  ArdFindings *findings;
} Facts;

static inline Facts
facts_new (void)
{
  Facts facts = { ard_corpus_new (), ard_settings_new (), ard_findings_new () };

  facts.corpus->now_s = NOW_S;
  return facts;
}

static inline void
facts_free (Facts *facts)
{
  g_array_unref (facts->findings);
  ard_settings_free (facts->settings);
  ard_corpus_free (facts->corpus);
}

/* A measured C file of that many lines, all of them code, without history. */
static inline ArdFile *
add_file (Facts *facts, const char *path, guint32 lines)
{
  ArdCorpus *corpus = facts->corpus;
  ArdFile file = { .path = path,
                   .language = "C",
                   .lines = lines,
                   .code_lines = lines,
                   .measured = TRUE,
                   .first_function = corpus->functions->len,
                   .first_capture = corpus->captures->len,
                   .first_change = corpus->by_file->len };

  g_array_append_val (corpus->files, file);
  return ard_file (corpus, corpus->files->len - 1);
}

/* A function of the last file, from line 11 to 20. */
static inline ArdFunction *
add_function (Facts *facts, const char *name)
{
  ArdCorpus *corpus = facts->corpus;
  guint32 file = corpus->files->len - 1;
  ArdCorpusFunction function = { .file = file };

  function.facts.name = name;
  function.facts.parent = ARD_NONE;
  function.facts.start_line = 11;
  function.facts.end_line = 20;
  g_array_append_val (corpus->functions, function);
  ard_file (corpus, file)->n_functions++;
  return &ard_function (corpus, corpus->functions->len - 1)->facts;
}

/* A capture of the last file; function is an index into the corpus, or ARD_NONE. */
static inline void
add_capture (Facts *facts, ArdCaptureKind kind, guint32 function, guint32 line)
{
  ArdCorpus *corpus = facts->corpus;
  guint32 file = corpus->files->len - 1;
  ArdCorpusCapture capture = { { kind, function, line, line, "TODO", 0, ARD_NONE }, file };

  g_array_append_val (corpus->captures, capture);
  ard_file (corpus, file)->n_captures++;
}

/* A commit of that age that changed the last file; add the newest first. */
static inline void
add_change (Facts *facts, guint age_d, guint flags, gint32 added, gint32 deleted)
{
  ArdCorpus *corpus = facts->corpus;
  guint32 file = corpus->files->len - 1, row = corpus->changes->len;
  ArdChange change = { .commit = corpus->commits->len,
                       .file = file,
                       .path = ard_file (corpus, file)->path,
                       .added = added,
                       .deleted = deleted,
                       .renamed_from = ARD_NONE };
  ArdCommit commit = {
    .time_s = NOW_S - (gint64) age_d * DAY_S, .flags = flags, .subject = "", .first_change = row, .n_changes = 1
  };

  if (corpus->authors->len == 0)
    g_array_append_val (corpus->authors, ((ArdAuthor){ "Ada", "ada@example.org", FALSE }));
  g_array_append_val (corpus->commits, commit);
  g_array_append_val (corpus->changes, change);
  g_array_append_val (corpus->by_file, row);
  ard_file (corpus, file)->n_changes++;
}

/* So many more rows of the last commit, all for the last file, as a rename has them. */
static inline void
add_rows (Facts *facts, guint n)
{
  ArdCorpus *corpus = facts->corpus;

  for (guint i = 0; i < n; i++) {
    ArdChange change = *ard_change (corpus, corpus->changes->len - 1);
    guint32 row = corpus->changes->len;

    g_array_append_val (corpus->changes, change);
    g_array_append_val (corpus->by_file, row);
    ard_commit (corpus, change.commit)->n_changes++;
    ard_file (corpus, change.file)->n_changes++;
  }
}

/* Switch the thresholds of a rule to round numbers, so that no test depends on the catalogue's. */
static inline void
set_thresholds (Facts *facts, const char *id, double attention, double critical)
{
  ArdRuleSettings *rule = &facts->settings->rules[ard_rule_find (id)];

  rule->enabled = TRUE;
  rule->attention = attention;
  rule->critical = critical;
  rule->test_attention = attention * 2;
  rule->test_critical = critical * 2;
}

/* Seal, run one analyzer, return the number of findings. */
static inline guint
run_one (Facts *facts, const ArdAnalyzer *analyzer)
{
  ard_corpus_seal (facts->corpus);
  analyzer->run (facts->corpus, facts->settings, facts->findings);
  return facts->findings->len;
}

#define found(facts, i) (&g_array_index ((facts)->findings, ArdFinding, (i)))

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
