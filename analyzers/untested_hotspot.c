#include <math.h>
#include <string.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

/* A smaller file is not worth a test of its own. */
#define MIN_LINES 30
/* Covered share from which tests reach a file. */
#define MIN_COVERAGE 0.05
/* Share of a language's code that tests visibly reach, from which the rest is visibly not reached. */
#define MIN_REACHED 0.25

/* Lines of scripts that test from outside, as a share of the language's own tests, above which reach is not seen. */
#define MAX_SCRIPTS 0.25

static const char *const script_families[] = { "Bash", "Shell", "Perl", "Python", "Ruby", "JavaScript", "Tcl", "Lua" };

typedef struct {
  const ArdCorpus *corpus;
  gboolean *reached; /* by file */
  gboolean tests;    /* there are tests at all */
} Reach;

/* .vitepress/config.ts, .github/scripts: settings of tools. */
static gboolean
is_hidden (const char *path)
{
  return *path == '.' || strstr (path, "/.") != NULL;
}

static gboolean
is_code (const ArdFile *file)
{
  return file->measured && !is_hidden (file->path) && file->n_functions && file->code_lines >= MIN_LINES &&
         !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

/* Languages that are built into one program. */
static const char *
family_of (const char *language)
{
  if (strcmp (language, "C++") == 0)
    return "C";
  if (strcmp (language, "TypeScript") == 0 || strcmp (language, "TSX") == 0)
    return "JavaScript";
  return strcmp (language, "Kotlin") == 0 || strcmp (language, "Scala") == 0 ? "Java" : language;
}

/* Rust's tests stand in the file that they test. */
static gboolean
holds_tests (const ArdCorpus *corpus, const ArdFile *file)
{
  for (guint32 i = 0; i < file->n_functions && strcmp (file->language, "Rust") == 0; i++) {
    const char *name = ard_function (corpus, file->first_function + i)->facts.name;

    if (g_str_has_prefix (name, "tests::") || g_str_has_prefix (name, "test::") || strstr (name, "::tests::"))
      return TRUE;
  }
  return FALSE;
}

static gsize
stem_length (const char *path)
{
  const char *slash = strrchr (path, '/'), *dot = strrchr (path, '.');

  return dot && (!slash || dot > slash) ? (gsize) (dot - path) : strlen (path);
}

/* Files of one path but for the extension stand side by side: whoever includes the header reaches the source. */
static void
reach_siblings (const Reach *reach, guint32 file, GArray *queue)
{
  const ArdCorpus *corpus = reach->corpus;
  const char *path = ard_file (corpus, file)->path;
  gsize length = stem_length (path);

  for (guint step = 0; step < 2; step++)
    for (guint32 i = step ? file + 1 : file - 1; i < corpus->files->len; step ? i++ : i--) {
      const char *other = ard_file (corpus, i)->path;

      if (strncmp (path, other, length) != 0)
        break;
      if (stem_length (other) != length || reach->reached[i])
        continue;
      reach->reached[i] = TRUE;
      g_array_append_val (queue, i);
    }
}

static void
follow (const Reach *reach, GArray *queue)
{
  const ArdCorpus *corpus = reach->corpus;

  for (guint next = 0; next < queue->len; next++) {
    guint32 at = g_array_index (queue, guint32, next);
    const ArdFile *file = ard_file (corpus, at);

    if (strcmp (family_of (file->language), "C") == 0)
      reach_siblings (reach, at, queue);
    for (guint32 i = 0; i < file->n_dependencies; i++) {
      guint32 to = ard_dependency (corpus, file->first_dependency + i)->to;

      if (reach->reached[to])
        continue;
      reach->reached[to] = TRUE;
      g_array_append_val (queue, to);
    }
  }
}

static void
fill_reach (Reach *reach)
{
  const ArdCorpus *corpus = reach->corpus;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    gboolean test = (file->flags & ARD_FILE_TEST) != 0;

    reach->tests |= test;
    if (!test && !(file->flags & ARD_FILE_TESTED) && !holds_tests (corpus, file))
      continue;
    reach->reached[i] = TRUE;
    g_array_append_val (queue, i);
  }
  follow (reach, queue);
}

/* By the report of a coverage tool where there is one. */
static gboolean
is_tested (const Reach *reach, guint32 index)
{
  const ArdFile *file = ard_file (reach->corpus, index);

  return isnan (file->coverage) ? reach->reached[index] : file->coverage >= MIN_COVERAGE;
}

/* Lines of tests in languages that the repository uses for hardly anything else: scripts around a program. */
static double
count_scripts (const Reach *reach, const char *family)
{
  const ArdCorpus *corpus = reach->corpus;
  double lines = 0;

  for (guint i = 0; i < G_N_ELEMENTS (script_families); i++) {
    double tests = 0, product = 0;

    for (guint32 j = 0; j < corpus->files->len && strcmp (script_families[i], family) != 0; j++) {
      const ArdFile *file = ard_file (corpus, j);

      if (strcmp (family_of (file->language), script_families[i]) != 0 || (file->flags & ARD_FILE_NOT_JUDGED))
        continue;
      if (file->flags & ARD_FILE_TEST)
        tests += file->code_lines;
      else
        product += file->code_lines;
    }
    lines += tests > product ? tests : 0;
  }
  return lines;
}

/* Whether a language's tests are of a kind whose reach we see: scripts around a program say nothing of its files. */
static gboolean
sees_reach (const Reach *reach, const char *family)
{
  double own = 0, scripts = count_scripts (reach, family);
  double all = 0, reached = 0;

  for (guint32 i = 0; i < reach->corpus->files->len; i++) {
    const ArdFile *file = ard_file (reach->corpus, i);

    if (strcmp (family_of (file->language), family) != 0)
      continue;
    own += file->flags & ARD_FILE_TEST ? file->code_lines : 0;
    if (!is_code (file))
      continue;
    all += file->code_lines;
    reached += reach->reached[i] ? file->code_lines : 0;
  }
  return !reach->tests || (all > 0 && reached >= MIN_REACHED * all && scripts <= own * MAX_SCRIPTS);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("untested-hotspot");
  g_autofree gboolean *reached = g_new0 (gboolean, corpus->files->len + 1);
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);
  Reach reach = { corpus, reached, FALSE };

  fill_reach (&reach);
  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    const char *family = family_of (file->language);
    gpointer seen;

    if (!is_code (file) || is_tested (&reach, i))
      continue;
    if (!g_hash_table_lookup_extended (families, family, NULL, &seen)) {
      seen = GINT_TO_POINTER (sees_reach (&reach, family));
      g_hash_table_insert (families, (gpointer) family, seen);
    }
    if (!seen && isnan (file->coverage))
      continue;

    ArdFinding *finding =
        ard_findings_add (findings, corpus, settings, rule, i, ARD_NONE, ard_file_hours (file, settings));

    if (finding)
      finding->quantity = file->code_lines;
  }
}

const ArdAnalyzer ard_analyzer_untested_hotspot = { "untested-hotspot", run };
