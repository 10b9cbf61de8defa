#include "languages/erased.h"

#include <string.h>

#define MAX_NAMES 2000 /* imported by one file */

/* How the grammar calls what is looked at; 0: it has none. */
typedef struct {
  TSSymbol name, shorthand, type_name, qualified, decorator;
} Symbols;

typedef struct {
  guint32 start, end; /* as the IMPORT capture has it */
  gboolean typed, run;
} Import;

struct ArdErased {
  GHashTable *known; /* local name to 1 + index of Import */
  GArray *imports;   /* of Import */

  /* of the current tree */
  Symbols symbols;
  const ArdSource *source;
  ArdFacts *facts;
  guint32 import_end; /* of the import statement that is open */
  guint32 type_end;   /* of the qualified type that is open */
  gboolean on, code;  /* code: something other than imports was met */
};

ArdErased *
ard_erased_new (void)
{
  ArdErased *self = g_new0 (ArdErased, 1);

  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->imports = g_array_new (FALSE, TRUE, sizeof (Import));
  return self;
}

void
ard_erased_free (ArdErased *erased)
{
  if (!erased)
    return;
  g_hash_table_unref (erased->known);
  g_array_unref (erased->imports);
  g_free (erased);
}

static TSSymbol
find (const TSLanguage *language, const char *name)
{
  return ts_language_symbol_for_name (language, name, (uint32_t) strlen (name), true);
}

void
ard_erased_begin (ArdErased *erased, const TSLanguage *language, const ArdSource *source, ArdFacts *facts)
{
  erased->on = strcmp (facts->language, "TypeScript") == 0 || strcmp (facts->language, "TSX") == 0;
  if (!erased->on)
    return;
  erased->symbols = (Symbols){ find (language, "identifier"), find (language, "shorthand_property_identifier"),
                               find (language, "type_identifier"), find (language, "nested_type_identifier"),
                               find (language, "decorator") };
  erased->source = source;
  erased->facts = facts;
  erased->import_end = erased->type_end = 0;
  erased->code = FALSE;
  g_hash_table_remove_all (erased->known);
  g_array_set_size (erased->imports, 0);
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '$' || (guchar) c >= 0x80;
}

/* "A" of { A }, "B" of { A as B }, "ns" of * as ns. */
static char *
local_name (const ArdSource *source, guint32 start, guint32 end)
{
  const char *text = source->text, *rest = text + end;

  if (text[start] != '*') {
    while (g_ascii_isspace (*rest))
      rest++;
    if (strncmp (rest, "as", 2) != 0 || is_word (rest[2]))
      return g_strndup (text + start, end - start);
    rest += 2;
    while (g_ascii_isspace (*rest))
      rest++;
    for (start = end = (guint32) (rest - text); is_word (text[end]);)
      end++;
    return g_strndup (text + start, end - start);
  }
  for (start = end; start > 0 && is_word (text[start - 1]);)
    start--;
  return g_strndup (text + start, end - start);
}

static void
add_import (ArdErased *self, guint32 start, guint32 end)
{
  Import import = { .start = start, .end = end, .run = self->code };

  if (self->imports->len >= MAX_NAMES)
    return;
  g_array_append_val (self->imports, import);
  g_hash_table_replace (self->known, local_name (self->source, start, end), GUINT_TO_POINTER (self->imports->len));
}

static void
use (ArdErased *self, guint32 start, guint32 end, gboolean typed)
{
  g_autofree char *name = g_strndup (self->source->text + start, end - start);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, name));

  if (!known)
    return;
  if (typed)
    g_array_index (self->imports, Import, known - 1).typed = TRUE;
  else
    g_array_index (self->imports, Import, known - 1).run = TRUE;
}

void
ard_erased_enter (ArdErased *erased, TSSymbol symbol, guint32 start, guint32 end, const ArdMark *mark)
{
  const Symbols *is = &erased->symbols;

  if (!erased->on)
    return;
  if (mark && mark->facts & ARD_FACT_IMPORT && g_str_has_prefix (erased->source->text + start, "import"))
    erased->import_end = MAX (erased->import_end, end);
  if (mark && mark->facts & ARD_FACT_IMPORT_NAME && start < erased->import_end)
    add_import (erased, start, end);
  if (start < erased->import_end)
    return;
  if (symbol == is->decorator)
    erased->on = FALSE;
  else if (symbol == is->qualified)
    erased->type_end = MAX (erased->type_end, end);
  else if (symbol == is->type_name)
    use (erased, start, end, TRUE);
  else if (symbol == is->name || symbol == is->shorthand)
    use (erased, start, end, start < erased->type_end);
  erased->code = erased->code || symbol == is->name;
}

void
ard_erased_end (ArdErased *erased)
{
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *rows = erased->on ? erased->facts->captures : NULL;
  guint32 line = 0;

  for (guint i = 0; rows && i < erased->imports->len; i++) {
    const Import *import = &g_array_index (erased->imports, Import, i);

    line = ard_source_line (erased->source, import->start, line);
    if (import->typed && !import->run)
      g_hash_table_add (gone, g_strdup_printf ("%u:%.*s", line + 1, (int) (import->end - import->start),
                                               erased->source->text + import->start));
  }
  for (guint i = 0; g_hash_table_size (gone) && i < rows->len; i++) {
    ArdCapture *row = &g_array_index (rows, ArdCapture, i);
    g_autofree char *key = row->kind == ARD_CAPTURE_IMPORT && (row->traits & ARD_TRAIT_MEMBER)
                               ? g_strdup_printf ("%u:%s", row->start_line, row->text)
                               : NULL;

    if (key && g_hash_table_contains (gone, key))
      row->traits |= ARD_TRAIT_AS_TYPE;
  }
}
