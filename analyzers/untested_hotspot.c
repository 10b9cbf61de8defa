#include <math.h>
#include <string.h>

#include "analyzers/analyzers.h"
#include "analyzers/reach.h"
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

/* Languages whose uses are not all visible: sourced scripts, properties of extensions. */
static const char *const unseen[] = { "Bash", "Swift", NULL };

/* .vitepress/config.ts, .github/scripts: settings of tools. */
static gboolean
is_hidden (const char *path)
{
  return *path == '.' || strstr (path, "/.") != NULL;
}

/* What builds, releases or measures the product is run, and so tested, by whoever works on it. */
static gboolean
is_tool (const char *path)
{
  static const char *const folders[] = { "scripts",   "script",  "tools",      "Tools",   "ci",        "build",
                                         "contrib",   "sandbox", "playground", "bench",   "benchmark", "benchmarks",
                                         "packaging", "hack",    "docs",       "website", "templates", NULL };
  static const char *const files[] = { "setup.py", "conf.py", "conftest.py", "gulpfile.js",   "Gruntfile.js",
                                       "build.rs", "cake.cs", "noxfile.py",  "Package.swift", NULL };
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  guint n = g_strv_length (parts);

  for (guint i = 0; i + 1 < n; i++)
    if (g_strv_contains (folders, parts[i]) || g_str_has_prefix (parts[i], "bench") ||
        g_str_has_prefix (parts[i], "build-"))
      return TRUE;
  return g_strv_contains (files, parts[n - 1]) || strstr (parts[n - 1], ".config.") ||
         strstr (parts[n - 1], ".gradle") || g_str_has_suffix (path, "spec");
}

/* Kotlin's source sets of one platform: what declares them stands in another. */
static gboolean
is_platform (const char *path)
{
  const char *set = strstr (path, "Main/kotlin/");

  return set && !g_str_has_suffix (path, ".java") && strncmp (set - MIN (set - path, 6), "common", 6) != 0;
}

/* C#'s methods of extension are called as if they were another type's: nobody names the class, by custom …Extensions.
 */
static gboolean
is_extension (const ArdFile *file)
{
  return strcmp (file->language, "C#") == 0 && g_str_has_suffix (file->path, "Extensions.cs");
}

static gboolean
is_code (const ArdFile *file)
{
  return file->measured && !g_strv_contains (unseen, file->language) && !is_hidden (file->path) &&
         !is_tool (file->path) && !is_platform (file->path) && !is_extension (file) && file->n_functions &&
         file->code_lines >= MIN_LINES && !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

/* By the report of a coverage tool where there is one. */
static gboolean
is_tested (const ArdReach *reach, guint32 index)
{
  const ArdFile *file = ard_file (reach->corpus, index);

  return isnan (file->coverage) ? reach->reached[index] : file->coverage >= MIN_COVERAGE;
}

/* Lines of tests in languages that the repository uses for hardly anything else: scripts around a program. */
static double
count_scripts (const ArdReach *reach, const char *family)
{
  const ArdCorpus *corpus = reach->corpus;
  double lines = 0;

  for (guint i = 0; i < G_N_ELEMENTS (script_families); i++) {
    double tests = 0, product = 0;

    for (guint32 j = 0; j < corpus->files->len && strcmp (script_families[i], family) != 0; j++) {
      const ArdFile *file = ard_file (corpus, j);

      if (strcmp (ard_reach_family (file->language), script_families[i]) != 0 || (file->flags & ARD_FILE_NOT_JUDGED))
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
sees_reach (const ArdReach *reach, const char *family)
{
  double own = 0, scripts = count_scripts (reach, family);
  double all = 0, reached = 0;

  for (guint32 i = 0; i < reach->corpus->files->len; i++) {
    const ArdFile *file = ard_file (reach->corpus, i);

    if (strcmp (ard_reach_family (file->language), family) != 0)
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
  g_autoptr (ArdReach) reach = ard_reach_new (corpus);
  g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    const char *family = ard_reach_family (file->language);
    gpointer seen;

    if (!is_code (file) || is_tested (reach, i))
      continue;
    if (!g_hash_table_lookup_extended (families, family, NULL, &seen)) {
      seen = GINT_TO_POINTER (sees_reach (reach, family));
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
