#include "languages/documents.h"

#include "languages/languages.h"

#include <string.h>

#define ARD_DOCUMENT(id, name, source, style) const TSLanguage *tree_sitter_##id (void);
#include "languages/documents.def"
#undef ARD_DOCUMENT

const ArdDocumentFormat ard_document_formats[] = {
#define ARD_DOCUMENT(id, name, source, style) { #id, name, style, tree_sitter_##id },
#include "languages/documents.def"
#undef ARD_DOCUMENT
};

const guint ard_n_document_formats = G_N_ELEMENTS (ard_document_formats);

#define ENTRIES (ARD_FACT_PAIR | ARD_FACT_ATTRIBUTE | ARD_FACT_ELEMENT | ARD_FACT_DOCUMENT)

guint
ard_document_find (const char *name)
{
  for (guint i = 0; i < ard_n_document_formats; i++)
    if (g_str_equal (ard_document_formats[i].name, name))
      return i;
  return ard_n_document_formats;
}

const char *
ard_document_cut (const ArdFacts *facts)
{
  if (facts->settings->len >= ARD_ROWS_MAX)
    return "only the first 50,000 of its settings are read";
  if (facts->content == ARD_CONTENT_TEXT && facts->size_bytes > ARD_DOCUMENT_MAX_BYTES &&
      ard_document_find (facts->language) < ard_n_document_formats)
    return "its settings are not read: a document larger than 512 KiB";
  return NULL;
}

typedef struct {
  ArdRows *rows;
  const ArdSource *source;
  const ArdMark *marks;
  guint n;
  GArray *ends; /* of guint32: where the open entries end */
  guint32 key_end;
  guint32 line; /* of the last mark, from 0 */
} Reading;

static ArdEntryKind
kind_of (guint64 facts)
{
  if (facts & ARD_FACT_DOCUMENT)
    return ARD_ENTRY_DOCUMENT;
  if (facts & ARD_FACT_ATTRIBUTE)
    return ARD_ENTRY_ATTRIBUTE;
  if (facts & ARD_FACT_PAIR)
    return facts & ARD_FACT_ELEMENT ? ARD_ENTRY_NEXT : ARD_ENTRY_PAIR;
  return ARD_ENTRY_ELEMENT;
}

static void
close_before (Reading *reading, guint32 start)
{
  GArray *ends = reading->ends;

  while (ends->len && g_array_index (ends, guint32, ends->len - 1) <= start) {
    ard_rows_close (reading->rows);
    g_array_set_size (ends, ends->len - 1);
  }
}

/* Whether entries stand inside: then it is no scalar. first: of the marks of its span. */
static gboolean
has_entries (const Reading *reading, guint index, guint first)
{
  const ArdMark *mark = &reading->marks[index];

  for (guint i = first; i < reading->n && reading->marks[i].start < mark->end; i++) {
    const ArdMark *other = &reading->marks[i];
    gboolean inside = other->start > mark->start || other->end < mark->end;

    if (other->id != mark->id && (other->facts & (inside ? ENTRIES : ARD_FACT_PAIR)))
      return TRUE;
  }
  return FALSE;
}

static void
read_key (Reading *reading, const ArdMark *mark)
{
  reading->key_end = mark->end;
  ard_rows_key (reading->rows, reading->source->text + mark->start, mark->end - mark->start);
}

static void
read_scalar (Reading *reading, guint index, guint first)
{
  const ArdMark *mark = &reading->marks[index];
  const char *text = reading->source->text + mark->start;
  gsize length = mark->end - mark->start;

  if (mark->facts & ARD_FACT_ANCHOR)
    ard_rows_anchor (reading->rows, text, length);
  else if (mark->facts & ARD_FACT_ALIAS)
    ard_rows_alias (reading->rows, text, length, reading->line + 1);
  else if ((mark->facts & ARD_FACT_VALUE) && mark->start >= reading->key_end && !has_entries (reading, index, first))
    ard_rows_value (reading->rows, text, length, reading->line + 1);
}

/* Entries of one span stand in one another in this order. */
static guint
rank_of (guint64 facts)
{
  return facts & ARD_FACT_DOCUMENT ? 0 : facts & ARD_FACT_ELEMENT ? 1 : 2;
}

/* Marks of one span, which come in any order. */
static void
read_span (Reading *reading, guint first, guint end)
{
  const ArdMark *marks = reading->marks;

  close_before (reading, marks[first].start);
  reading->line = ard_source_line (reading->source, marks[first].start, reading->line);
  for (guint rank = 0; rank <= 2; rank++)
    for (guint i = first; i < end; i++)
      if ((marks[i].facts & ENTRIES) && rank_of (marks[i].facts) == rank) {
        ard_rows_open (reading->rows, kind_of (marks[i].facts), reading->line + 1);
        g_array_append_val (reading->ends, marks[i].end);
      }
  for (guint i = first; i < end; i++)
    if (marks[i].facts & ARD_FACT_KEY)
      read_key (reading, &marks[i]);
  for (guint i = first; i < end; i++)
    read_scalar (reading, i, first);
}

void
ard_document_read (ArdRows *rows, const ArdDocumentFormat *format, const GArray *marks, const ArdSource *source,
                   ArdFacts *facts)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ArdMark *all = (const ArdMark *) (gconstpointer) marks->data;
  Reading reading = { rows, source, all, marks->len, ends, 0, 0 };

  ard_rows_begin (rows, format->style, facts);
  for (guint i = 0, end; i < marks->len; i = end) {
    for (end = i + 1; end < marks->len && all[end].start == all[i].start && all[end].end == all[i].end;)
      end++;
    if (all[i].start < all[i].end && facts->settings->len < ARD_ROWS_MAX)
      read_span (&reading, i, end);
  }
  close_before (&reading, G_MAXUINT32);
  ard_rows_end (rows);
}
