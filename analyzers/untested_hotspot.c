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
  GHashTable *stems; /* of C files */
  gboolean tests;    /* there are tests at all */
} Reach;

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
    if (g_strv_contains (folders, parts[i]) || g_str_has_prefix (parts[i], "bench"))
      return TRUE;
  return g_strv_contains (files, parts[n - 1]) || strstr (parts[n - 1], ".config.") || strstr (parts[n - 1], ".gradle");
}

/* Kotlin's source sets of one platform: what declares them stands in another. */
static gboolean
is_platform (const char *path)
{
  const char *set = strstr (path, "Main/kotlin/");

  return set && !g_str_has_suffix (path, ".java") && strncmp (set - MIN (set - path, 6), "common", 6) != 0;
}

static gboolean
is_code (const ArdFile *file)
{
  return file->measured && strcmp (file->language, "Bash") != 0 && !is_hidden (file->path) && !is_tool (file->path) &&
         !is_platform (file->path) && file->n_functions && file->code_lines >= MIN_LINES &&
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

/* The name without folders and extension; yours. */
static char *
stem_of (const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr (name, '.');

  return dot ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

static gboolean
is_c (const ArdFile *file)
{
  return strcmp (family_of (file->language), "C") == 0;
}

/* Name of C files, without extension, to their indexes. */
static GHashTable *
group_stems (const ArdCorpus *corpus)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint32 i = 0; i < corpus->files->len; i++) {
    if (!is_c (ard_file (corpus, i)))
      continue;

    g_autofree char *stem = stem_of (ard_file (corpus, i)->path);
    GArray *group = g_hash_table_lookup (groups, stem);

    if (!group) {
      group = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (groups, g_steal_pointer (&stem), group);
    }
    g_array_append_val (group, i);
  }
  return groups;
}

static void
reach_one (const Reach *reach, guint32 file, GArray *queue)
{
  if (reach->reached[file])
    return;
  reach->reached[file] = TRUE;
  g_array_append_val (queue, file);
}

static gboolean
uses (const ArdCorpus *corpus, guint32 from, guint32 to)
{
  const ArdFile *file = ard_file (corpus, from);

  for (guint32 i = 0; i < file->n_dependencies; i++)
    if (ard_dependency (corpus, file->first_dependency + i)->to == to)
      return TRUE;
  return FALSE;
}

/* Whoever includes a header reaches the source of its name that includes it too. */
static void
reach_source (const Reach *reach, guint32 header, GArray *queue)
{
  g_autofree char *stem = stem_of (ard_file (reach->corpus, header)->path);
  const GArray *group = g_hash_table_lookup (reach->stems, stem);

  for (guint i = 0; group && i < group->len; i++)
    if (uses (reach->corpus, g_array_index (group, guint32, i), header))
      reach_one (reach, g_array_index (group, guint32, i), queue);
}

static void
follow (const Reach *reach, GArray *queue)
{
  const ArdCorpus *corpus = reach->corpus;

  for (guint next = 0; next < queue->len; next++) {
    guint32 at = g_array_index (queue, guint32, next);
    const ArdFile *file = ard_file (corpus, at);

    if (is_c (file))
      reach_source (reach, at, queue);
    for (guint32 i = 0; i < file->n_dependencies; i++)
      reach_one (reach, ard_dependency (corpus, file->first_dependency + i)->to, queue);
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
    reach_one (reach, i, queue);
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
  g_autoptr (GHashTable) stems = group_stems (corpus);
  Reach reach = { corpus, reached, stems, FALSE };

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
