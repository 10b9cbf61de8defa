#include <stdlib.h>
#include <string.h>

#include "scoring/parts.h"

/* A row to be named: its key, and where it stands among rows of an equal key. */
typedef struct {
  char *key;
  guint32 index;
  guint32 file, line;
} Row;

static int
compare_rows (const void *a, const void *b)
{
  const Row *left = a, *right = b;
  int order = strcmp (left->key, right->key);

  if (!order)
    order = (left->file > right->file) - (left->file < right->file);
  if (!order)
    order = (left->line > right->line) - (left->line < right->line);
  return order ? order : (left->index > right->index) - (left->index < right->index);
}

/* Lower case, each run of other characters than letters and digits one blank: a moved comment sign changes nothing. */
static char *
normalise (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *words = g_string_new (NULL);

  for (const char *at = folded; *at; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (g_unichar_isalnum (letter))
      g_string_append_unichar (words, letter);
    else if (words->len && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  }
  return g_strchomp (g_string_free (words, FALSE));
}

static char *
file_key (const ArdFile *file)
{
  if (file->identity)
    return g_strdup_printf ("file %016" G_GINT64_MODIFIER "x", file->identity);
  return g_strconcat ("path ", file->path, NULL);
}

gboolean
ard_finding_is_comment (const ArdFinding *finding, const ArdCorpus *corpus)
{
  ArdCaptureKind kind;

  if (finding->capture == ARD_NONE)
    return FALSE;
  kind = ard_capture (corpus, finding->capture)->facts.kind;
  return kind == ARD_CAPTURE_MARKER || kind == ARD_CAPTURE_SUPPRESSION || kind == ARD_CAPTURE_DEAD_CODE;
}

const ArdCloneCopy *
ard_finding_copy (const ArdFinding *finding, const ArdCorpus *corpus)
{
  const ArdCloneClass *class = finding->clone_class == ARD_NONE ? NULL : ard_clone_class (corpus, finding->clone_class);

  for (guint32 i = 0; class && i < class->n_copies; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + i);

    if (copy->file == finding->file && copy->start_line == finding->start_line)
      return copy;
  }
  return NULL;
}

char *
ard_finding_words (const ArdFinding *finding, const ArdCorpus *corpus)
{
  if (finding->capture != ARD_NONE)
    return normalise (ard_capture (corpus, finding->capture)->facts.text);
  return finding->subject ? normalise (finding->subject) : g_strdup ("");
}

/* The code around: the function by its tokens, else the file. */
static char *
place_key (const ArdFinding *finding, const ArdCorpus *corpus)
{
  const ArdFunction *function = finding->function == ARD_NONE ? NULL : &ard_function (corpus, finding->function)->facts;

  if (function && function->digest)
    return g_strdup_printf ("function %016" G_GINT64_MODIFIER "x", function->digest);

  g_autofree char *file = file_key (ard_file (corpus, finding->file));

  return g_strjoin (" ", file, function ? function->name : NULL, NULL);
}

static char *
unit_key (const ArdFinding *finding, const ArdCorpus *corpus)
{
  const ArdCloneCopy *copy = ard_finding_copy (finding, corpus);
  g_autofree char *words = ard_finding_words (finding, corpus);

  if (copy && copy->digest)
    return g_strdup_printf ("copy %016" G_GINT64_MODIFIER "x", copy->digest);
  if (ard_finding_is_comment (finding, corpus))
    return g_strconcat ("text ", words, NULL);

  g_autofree char *place = place_key (finding, corpus);
  gboolean two = finding->other != ARD_NONE && finding->cycle == ARD_NONE;
  g_autofree char *other = !two ? NULL : file_key (ard_file (corpus, finding->other));

  return g_strconcat (place, *words ? " of " : "", words, other ? " and " : NULL, other, NULL);
}

char *
ard_finding_key (const ArdFinding *finding, const ArdCorpus *corpus)
{
  g_autofree char *unit = unit_key (finding, corpus);

  return g_strconcat (ard_rules[finding->rule].id, " ", unit, NULL);
}

/* The next ordinal of key whose hash nobody has; the hash is written to id, of size hex digits and a NUL. */
static guint32
name (GHashTable *taken, const char *key, guint32 ordinal, char *id, gsize size)
{
  for (;; ordinal++) {
    g_autofree char *text = g_strdup_printf ("%s %u", key, ordinal);
    g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

    hex[size - 1] = '\0';
    if (g_hash_table_add (taken, g_strdup (hex))) {
      memcpy (id, hex, size);
      return ordinal;
    }
  }
}

typedef char *(*Slot) (ArdLedger *ledger, guint32 index);

static void
identify (ArdLedger *ledger, Row *rows, guint n, Slot slot, gsize size)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 ordinal = 0;

  qsort (rows, n, sizeof *rows, compare_rows);
  for (guint i = 0; i < n; i++) {
    ordinal = i > 0 && strcmp (rows[i].key, rows[i - 1].key) == 0 ? ordinal + 1 : 0;
    ordinal = name (taken, rows[i].key, ordinal, slot (ledger, rows[i].index), size);
  }
  for (guint i = 0; i < n; i++)
    g_free (rows[i].key);
}

static char *
finding_slot (ArdLedger *ledger, guint32 index)
{
  return ard_finding (ledger, index)->id;
}

static char *
item_slot (ArdLedger *ledger, guint32 index)
{
  return ard_item (ledger, index)->id;
}

void
ard_findings_identify (ArdLedger *ledger)
{
  guint n = ledger->findings->len;
  g_autofree Row *rows = g_new (Row, n + 1);

  for (guint i = 0; i < n; i++) {
    const ArdFinding *finding = ard_finding (ledger, i);

    rows[i] = (Row){ ard_finding_key (finding, ledger->corpus), i, finding->file, finding->start_line };
  }
  identify (ledger, rows, n, finding_slot, sizeof (((ArdFinding *) NULL)->id));
}

static char *
item_key (const ArdItem *item, const ArdCorpus *corpus)
{
  g_autofree char *file = file_key (ard_file (corpus, item->file));
  const ArdCorpusFunction *function = item->function == ARD_NONE ? NULL : ard_function (corpus, item->function);

  switch (item->unit) {
  case ARD_UNIT_FUNCTION:
    return g_strdup_printf ("function %s %u %s", file, function->ordinal, function->facts.name);
  case ARD_UNIT_CLONES:
    return g_strdup_printf ("clones %016" G_GINT64_MODIFIER "x", ard_clone_class (corpus, item->clone_class)->identity);
  case ARD_UNIT_CYCLE:
    return g_strdup_printf ("cycle %016" G_GINT64_MODIFIER "x", ard_cycle (corpus, item->cycle)->identity);
  default:
    return g_strconcat ("whole ", file, NULL);
  }
}

void
ard_items_identify (ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  guint n = ledger->items->len;
  g_autofree Row *rows = g_new (Row, n + 1);

  for (guint i = 0; i < n; i++) {
    const ArdItem *item = ard_item (ledger, i);

    rows[i].key = item_key (item, corpus);
    rows[i].index = i;
    rows[i].file = item->file;
    rows[i].line = item->function == ARD_NONE ? 0 : ard_function (corpus, item->function)->facts.start_line;
  }
  identify (ledger, rows, n, item_slot, sizeof (((ArdItem *) NULL)->id));
}
