#include "languages/rows.h"

#include <string.h>

#include "languages/scalar.h"

typedef struct {
  ArdEntryKind kind;
  guint32 line;
  gsize outer;      /* length of the path around it */
  guint32 elements; /* opened in it */
  guint32 rows;     /* before it */
  gboolean keyed, settled;
  guint32 anchor; /* in anchors, or ARD_NONE */
} Entry;

/* A named entry: its path, and its rows once it is closed. */
typedef struct {
  const char *name, *path;
  guint32 first, end;
} Anchor;

/* A row that a merge brought: it gives way to an entry of the same key. */
typedef struct {
  guint32 row;
  guint32 length; /* of that entry's path */
} Merged;

struct ArdRows {
  GArray *entries; /* of Entry, by depth; the root first */
  GString *path, *scalar;
  GHashTable *seen;    /* path to the number of entries that had it */
  GStringChunk *paths; /* its keys */
  GArray *anchors;     /* of Anchor */
  GArray *merged;      /* of Merged */
  guint32 below;       /* entries open below ARD_ROWS_DEPTH */

  /* of the current file */
  ArdScalarStyle style;
  ArdFacts *facts;
};

ArdRows *
ard_rows_new (void)
{
  ArdRows *self = g_new0 (ArdRows, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->path = g_string_new (NULL);
  self->scalar = g_string_new (NULL);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->paths = g_string_chunk_new (4096);
  self->anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  self->merged = g_array_new (FALSE, FALSE, sizeof (Merged));
  return self;
}

void
ard_rows_free (ArdRows *rows)
{
  if (!rows)
    return;
  g_array_unref (rows->entries);
  g_string_free (rows->path, TRUE);
  g_string_free (rows->scalar, TRUE);
  g_hash_table_unref (rows->seen);
  g_string_chunk_free (rows->paths);
  g_array_unref (rows->anchors);
  g_array_unref (rows->merged);
  g_free (rows);
}

void
ard_rows_begin (ArdRows *rows, ArdScalarStyle style, ArdFacts *facts)
{
  Entry root = { .kind = ARD_ENTRY_DOCUMENT, .settled = TRUE, .anchor = ARD_NONE };

  g_array_set_size (rows->entries, 0);
  g_array_append_val (rows->entries, root);
  g_string_truncate (rows->path, 0);
  g_hash_table_remove_all (rows->seen);
  g_string_chunk_clear (rows->paths);
  g_array_set_size (rows->anchors, 0);
  g_array_set_size (rows->merged, 0);
  rows->below = 0;
  rows->style = style;
  rows->facts = facts;
}

static Entry *
innermost (ArdRows *rows)
{
  return &g_array_index (rows->entries, Entry, rows->entries->len - 1);
}

static gboolean
is_full (const ArdRows *rows)
{
  return rows->facts->settings->len >= ARD_ROWS_MAX || rows->path->len > ARD_ROWS_PATH_BYTES;
}

/* The path of the innermost entry is whole: tell it from those before it. */
static void
settle (ArdRows *rows)
{
  Entry *entry = innermost (rows);

  if (entry->settled)
    return;
  entry->settled = TRUE;
  if (!entry->keyed || is_full (rows))
    return;

  gpointer key, n = NULL;

  if (!g_hash_table_lookup_extended (rows->seen, rows->path->str, &key, &n))
    key = g_string_chunk_insert (rows->paths, rows->path->str);
  g_hash_table_insert (rows->seen, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
  if (n || entry->kind == ARD_ENTRY_NEXT)
    g_string_append_printf (rows->path, "[%u]", GPOINTER_TO_UINT (n));
}

void
ard_rows_open (ArdRows *rows, ArdEntryKind kind, guint32 line)
{
  if (rows->below || rows->entries->len > ARD_ROWS_DEPTH) {
    rows->below++;
    return;
  }
  settle (rows);

  Entry *around = innermost (rows);
  guint32 index = kind == ARD_ENTRY_ELEMENT || kind == ARD_ENTRY_DOCUMENT ? around->elements++ : 0;
  Entry entry = {
    .kind = kind, .line = line, .outer = rows->path->len, .rows = rows->facts->settings->len, .anchor = ARD_NONE
  };

  if (kind == ARD_ENTRY_ELEMENT)
    g_string_append_printf (rows->path, "[%u]", index);
  else if (kind == ARD_ENTRY_DOCUMENT && index)
    g_string_append_printf (rows->path, "#%u", index);
  g_array_append_val (rows->entries, entry);
}

static void
append_row (ArdRows *rows, const char *value, guint32 line)
{
  ArdDocumentRow row = { .line = line };

  if (is_full (rows) || rows->path->len == 0)
    return;
  row.key = g_string_chunk_insert (rows->facts->strings, rows->path->str);
  row.value = g_string_chunk_insert_const (rows->facts->strings, value);
  g_array_append_val (rows->facts->settings, row);
}

void
ard_rows_close (ArdRows *rows)
{
  if (rows->below) {
    rows->below--;
    return;
  }
  settle (rows);

  const Entry *entry = innermost (rows);

  if (entry->kind != ARD_ENTRY_DOCUMENT && entry->rows == rows->facts->settings->len &&
      (entry->keyed || entry->kind == ARD_ENTRY_ELEMENT))
    append_row (rows, "", entry->line);
  if (entry->anchor != ARD_NONE)
    g_array_index (rows->anchors, Anchor, entry->anchor).end = rows->facts->settings->len;
  g_string_truncate (rows->path, entry->outer);
  g_array_set_size (rows->entries, rows->entries->len - 1);
}

static gboolean
is_plain (const char *key)
{
  return *key && !strpbrk (key, ".[]\"");
}

void
ard_rows_key (ArdRows *rows, const char *text, gsize length)
{
  Entry *entry = innermost (rows);

  if (rows->below || entry->settled || rows->path->len > ARD_ROWS_PATH_BYTES)
    return;
  ard_scalar_read (rows->scalar, text, length, rows->style, ARD_ROWS_PATH_BYTES);
  if (entry->kind == ARD_ENTRY_ATTRIBUTE)
    g_string_append_c (rows->path, '@');
  else if (rows->path->len)
    g_string_append_c (rows->path, '.');
  if (is_plain (rows->scalar->str)) {
    g_string_append_len (rows->path, rows->scalar->str, (gssize) rows->scalar->len);
  } else {
    g_string_append_c (rows->path, '"');
    for (const char *c = rows->scalar->str; *c; c++) {
      if (*c == '"' || *c == '\\')
        g_string_append_c (rows->path, '\\');
      g_string_append_c (rows->path, *c);
    }
    g_string_append_c (rows->path, '"');
  }
  entry->keyed = TRUE;
}

void
ard_rows_value (ArdRows *rows, const char *text, gsize length, guint32 line)
{
  if (rows->below)
    return;
  settle (rows);
  while (length && g_ascii_isspace (*text)) {
    text++;
    length--;
  }
  if (!length)
    return;
  ard_scalar_read (rows->scalar, text, length, rows->style, ARD_ROWS_VALUE_BYTES);
  append_row (rows, rows->scalar->str, line);
}

void
ard_rows_anchor (ArdRows *rows, const char *name, gsize length)
{
  if (rows->below)
    return;
  settle (rows);

  Anchor anchor = { g_string_chunk_insert_len (rows->paths, name, (gssize) length),
                    g_string_chunk_insert (rows->paths, rows->path->str), rows->facts->settings->len, 0 };

  innermost (rows)->anchor = rows->anchors->len;
  g_array_append_val (rows->anchors, anchor);
}

/* The last one of that name that is closed: an entry does not hold itself. */
static const Anchor *
find_anchor (const ArdRows *rows, const char *name, gsize length)
{
  for (guint i = rows->anchors->len; i-- > 0;) {
    const Anchor *anchor = &g_array_index (rows->anchors, Anchor, i);

    if (anchor->end && strlen (anchor->name) == length && strncmp (anchor->name, name, length) == 0)
      return anchor;
  }
  return NULL;
}

/* Length of the path up to its merge key, or the whole length when it has none at its end. */
static gsize
merge_length (const GString *path)
{
  const char *bracket = g_str_has_suffix (path->str, "]") ? strrchr (path->str, '[') : NULL;
  gsize length = bracket ? (gsize) (bracket - path->str) : path->len;

  if (length >= 2 && strncmp (path->str + length - 2, "<<", 2) == 0 && (length == 2 || path->str[length - 3] == '.'))
    return length == 2 ? 0 : length - 3;
  return path->len;
}

/* Length of the first key of what follows a path: ".b" of ".b.c[0]". */
static gsize
key_length (const char *rest)
{
  gsize length = *rest == '.';

  if (rest[length] != '"')
    return length + strcspn (rest + length, ".[@");
  for (length++; rest[length] && rest[length] != '"'; length++)
    length += rest[length] == '\\' && rest[length + 1];
  return length + (rest[length] == '"');
}

void
ard_rows_alias (ArdRows *rows, const char *name, gsize length, guint32 line)
{
  const Anchor *anchor = rows->below ? NULL : find_anchor (rows, name, length);

  if (!anchor)
    return;
  settle (rows);

  gsize whole = rows->path->len, merge = merge_length (rows->path);
  const char *around = anchor->path;
  guint32 end = anchor->end;

  for (guint32 i = anchor->first; i < end && !is_full (rows); i++) {
    ArdDocumentRow row = g_array_index (rows->facts->settings, ArdDocumentRow, i);
    const char *rest = row.key + strlen (around);
    gsize skip = merge == 0 && whole && *rest == '.';
    Merged merged = { rows->facts->settings->len, (guint32) (merge + key_length (rest) - skip) };

    g_autofree char *key = g_strdup_printf ("%.*s%s", (int) merge, rows->path->str, rest + skip);

    if (!*key || strlen (key) > ARD_ROWS_PATH_BYTES)
      continue;
    row.key = g_string_chunk_insert (rows->facts->strings, key);
    row.line = line;
    if (merge != whole)
      g_array_append_val (rows->merged, merged);
    g_array_append_val (rows->facts->settings, row);
  }
}

/* Without the merged rows whose key the entry has itself. */
void
ard_rows_end (ArdRows *rows)
{
  GArray *settings = rows->facts->settings;
  guint kept = 0, next = 0;

  for (guint i = 0; rows->merged->len && i < settings->len; i++) {
    const ArdDocumentRow row = g_array_index (settings, ArdDocumentRow, i);
    gboolean dropped = FALSE;

    if (next < rows->merged->len && g_array_index (rows->merged, Merged, next).row == i) {
      g_autofree char *key = g_strndup (row.key, g_array_index (rows->merged, Merged, next++).length);

      dropped = g_hash_table_contains (rows->seen, key);
    }
    if (!dropped)
      g_array_index (settings, ArdDocumentRow, kept++) = row;
  }
  if (rows->merged->len)
    g_array_set_size (settings, kept);
}
