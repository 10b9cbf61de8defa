#include <string.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

/* Pages that tell of other times: their old names are right. */
static const char *const records[] = { "changelog", "changes",    "history",    "news",      "release",  "migrat",
                                       "upgrad",    "adr",        "rfc",        "decision",  "proposal", "blog",
                                       "archive",   "legacy",     "todo",       "roadmap",   "whatsnew", "what-s-new",
                                       "announc",   "old",        "deprecat",   "versioned", "i18n",     "locale",
                                       "translat",  "postmortem", "design-doc", "notes",     "minutes",  "versions" };

static gboolean
is_word_start (const char *text, const char *at)
{
  return at == text || !g_ascii_isalpha (at[-1]);
}

static gboolean
is_record (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    for (const char *at = strstr (lower, records[i]); at; at = strstr (at + 1, records[i]))
      if (is_word_start (lower, at))
        return TRUE;
  return FALSE;
}

/* README.zh-CN.md, docs/fr/…: whoever changes the original does not read it. */
static gboolean
is_translation (const char *path)
{
  g_auto (GStrv) parts = g_strsplit_set (path, "/.", -1);

  for (guint i = 0; parts[i] && parts[i + 1]; i++) {
    const char *part = parts[i];
    gboolean region = strlen (part) == 5 && (part[2] == '-' || part[2] == '_') && g_ascii_isupper (part[3]);

    if (i && (strlen (part) == 2 || region) && g_ascii_islower (part[0]) && g_ascii_islower (part[1]) &&
        strcmp (part, "md") != 0 && strcmp (part, "go") != 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_page (const ArdFile *file)
{
  return (strcmp (file->language, "Markdown") == 0 || strcmp (file->language, "reStructuredText") == 0 ||
          strcmp (file->language, "AsciiDoc") == 0) &&
         !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_TEST)) && !is_record (file->path) &&
         !is_translation (file->path);
}

/* Every path of the history to 1 + the latest change of it that is today's under another name, or of none. */
static GHashTable *
list_gone (const ArdCorpus *corpus)
{
  GHashTable *gone = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < corpus->changes->len; i++) {
    const ArdChange *change = ard_change (corpus, i);

    if (!g_hash_table_contains (gone, change->path))
      g_hash_table_insert (gone, (gpointer) change->path, GUINT_TO_POINTER (i + 1));
  }
  return gone;
}

/* The path that a name in a folder means, "" for one outside the repository; yours. */
static char *
resolve (const char *folder, const char *name)
{
  g_autofree char *joined = g_strconcat (folder, "/", name, NULL);
  g_auto (GStrv) parts = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char **part = parts; *part; part++) {
    if (!**part || strcmp (*part, ".") == 0)
      continue;
    if (strcmp (*part, "..") != 0)
      g_ptr_array_add (kept, *part);
    else if (kept->len)
      g_ptr_array_set_size (kept, (gint) kept->len - 1);
    else
      return g_strdup ("");
  }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

/* Whether a path is named by a .gitignore: it may be made at any time. Patterns with more than a leading '*' are not
 * read. */
static gboolean
is_ignored (const ArdCorpus *corpus, const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path;

  for (guint32 i = 0; i < corpus->documents->len; i++) {
    const ArdCorpusDocumentRow *row = ard_document (corpus, i);
    const ArdFile *file = ard_file (corpus, row->file);

    if (strcmp (file->language, "Ignore List") != 0) {
      i = file->first_setting + file->n_settings - 1;
      continue;
    }

    g_autofree char *folder = g_path_get_dirname (file->path), *whole = resolve (folder, row->facts.value);
    gsize length = strlen (whole);

    if (*row->facts.value == '*' ? g_str_has_suffix (name, row->facts.value + 1)
                                 : strcmp (name, row->facts.value) == 0 ||
                                       (strncmp (path, whole, length) == 0 && strchr ("/", path[length])))
      return TRUE;
  }
  return FALSE;
}

/* A file, or a folder of files. */
static gboolean
exists (const ArdCorpus *corpus, const char *path)
{
  guint32 low = 0, high = corpus->files->len;
  gsize length = strlen (path);

  if (!length)
    return FALSE;
  if (ard_corpus_find_file (corpus, path) != ARD_NONE)
    return TRUE;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (strncmp (ard_file (corpus, middle)->path, path, length) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < corpus->files->len && strncmp (ard_file (corpus, low)->path, path, length) == 0; low++)
    if (ard_file (corpus, low)->path[length] == '/')
      return TRUE;
  return FALSE;
}

/* Below whatever folder. */
static gboolean
exists_somewhere (const ArdCorpus *corpus, const char *name)
{
  g_autofree char *suffix = g_strconcat ("/", name, NULL);

  for (guint32 i = 0; i < corpus->files->len; i++)
    if (g_str_has_suffix (ard_file (corpus, i)->path, suffix))
      return TRUE;
  return FALSE;
}

/* The last change of the file that a name means, when that is gone; or ARD_NONE. */
static guint32
find_gone (const ArdCorpus *corpus, GHashTable *gone, const char *page, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (page);
  g_autofree char *beside = resolve (folder, name), *root = resolve ("", name);
  gpointer change = NULL;

  if (exists (corpus, beside) || exists (corpus, root))
    return ARD_NONE;
  change = g_hash_table_lookup (gone, beside);
  if (!change)
    change = g_hash_table_lookup (gone, root);
  return change && !exists_somewhere (corpus, root) && !is_ignored (corpus, beside) && !is_ignored (corpus, root)
             ? GPOINTER_TO_UINT (change) - 1
             : ARD_NONE;
}

static void
judge (const ArdCorpus *corpus, const ArdSettings *settings, GHashTable *gone, guint32 index, ArdFindings *findings)
{
  const ArdFile *file = ard_file (corpus, index);
  g_autoptr (GString) names = g_string_new (NULL);
  guint32 first = ARD_NONE, change = ARD_NONE, n = 0;

  for (guint32 i = file->first_capture; i < file->first_capture + file->n_captures; i++) {
    const ArdCapture *capture = &ard_capture (corpus, i)->facts;
    guint32 found =
        capture->kind == ARD_CAPTURE_MENTION ? find_gone (corpus, gone, file->path, capture->text) : ARD_NONE;

    if (found == ARD_NONE)
      continue;
    if (n++ == 0) {
      first = i;
      change = found;
    }
    if (n <= 3)
      g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", capture->text);
  }

  ArdFinding *finding =
      n ? ard_findings_add (findings, corpus, settings, ard_rule_find ("stale-doc"), index, ARD_NONE, n) : NULL;

  if (!finding)
    return;
  finding->capture = first;
  finding->start_line = ard_capture (corpus, first)->facts.start_line;
  finding->end_line = finding->start_line;
  finding->subject = g_intern_string (names->str);
  finding->quantity = n;
  finding->other = ard_change (corpus, change)->file;
  finding->commit = ard_change (corpus, change)->commit;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  g_autoptr (GHashTable) gone = NULL;

  if (corpus->shallow)
    return;
  for (guint32 i = 0; i < corpus->files->len; i++) {
    if (!is_page (ard_file (corpus, i)) || ard_file (corpus, i)->n_captures == 0)
      continue;
    if (!gone)
      gone = list_gone (corpus);
    judge (corpus, settings, gone, i, findings);
  }
}

const ArdAnalyzer ard_analyzer_stale_doc = { "stale-doc", run };
