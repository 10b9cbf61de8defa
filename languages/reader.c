#include <string.h>

#include "languages/depth.h"
#include "languages/embedded.h"
#include "languages/internal.h"
#include "languages/interpreter.h"
#include "languages/lines.h"
#include "languages/mentions.h"
#include "languages/preprocess.h"
#include "languages/sketch.h"
#include "languages/texts.h"
#include "languages/veil.h"
#include "languages/walk.h"

/*
 * Bound of one parse, in calls of the parser's progress callback (every 100
 * steps): counted, not timed, so that two runs agree. Ordinary code takes less
 * than one step a byte.
 */
#define STEPS_PER_BYTE 8
#define FREE_CALLS 2000
/* Query cursors of tree-sitter 0.25 hold depths in 16 bits and slow down without end above. */
#define MAX_DEPTH 30000
/* They also look at all later siblings of a token: of a file that is one error, too many. */
#define MAX_ERROR_CHILDREN 20000

struct ArdReader {
  const ArdLanguages *languages;
  TSParser *parser;
  TSQueryCursor *cursor;
  ArdWalk *walk;
  ArdRows *rows;
  GArray *marks;    /* of ArdMark */
  gboolean metrics; /* nothing but functions and lines is wanted */
  gboolean outline; /* nothing that needs a parser is wanted */
};

ArdReader *
ard_reader_new (const ArdLanguages *languages)
{
  ArdReader *self = g_new0 (ArdReader, 1);

  self->languages = languages;
  self->parser = ts_parser_new ();
  self->cursor = ts_query_cursor_new ();
  self->walk = ard_walk_new ();
  self->rows = ard_rows_new ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (ArdMark));
  return self;
}

void
ard_reader_free (ArdReader *reader)
{
  if (!reader)
    return;
  ts_parser_delete (reader->parser);
  ts_query_cursor_delete (reader->cursor);
  ard_walk_free (reader->walk);
  ard_rows_free (reader->rows);
  g_array_unref (reader->marks);
  g_free (reader);
}

typedef struct {
  const char *text;
  guint32 size;
  guint64 calls_left;
} Parse;

static const char *
read_text (void *payload, uint32_t offset, TSPoint position G_GNUC_UNUSED, uint32_t *n)
{
  const Parse *parse = payload;

  *n = offset < parse->size ? parse->size - offset : 0;
  return parse->text + MIN (offset, parse->size);
}

static bool
is_spent (TSParseState *state)
{
  Parse *parse = state->payload;

  return parse->calls_left == 0 || --parse->calls_left == 0;
}

static TSTree *
parse_text (ArdReader *self, const TSLanguage *language, const char *text, guint32 size)
{
  Parse parse = { text, size, (guint64) size * STEPS_PER_BYTE / 100 + FREE_CALLS };
  TSInput input = { &parse, read_text, TSInputEncodingUTF8, NULL };

  ts_parser_set_language (self->parser, language);

  TSTree *tree = ts_parser_parse_with_options (self->parser, NULL, input, (TSParseOptions){ &parse, is_spent });

  ts_parser_reset (self->parser);
  return tree;
}

static gboolean
is_wide_error (const TSTreeCursor *cursor)
{
  TSNode node = ts_tree_cursor_current_node (cursor);

  return ts_node_is_error (node) && ts_node_child_count (node) > MAX_ERROR_CHILDREN;
}

/* Whether the tree is one that a query can pass in linear time; a tree of few nodes need not be asked. */
static gboolean
is_passable (const TSTree *tree)
{
  TSNode root = ts_tree_root_node (tree);
  TSTreeCursor cursor;
  guint32 depth = 0;
  gboolean done = ts_node_descendant_count (root) <= MAX_DEPTH, wide = FALSE;

  if (done)
    return TRUE;
  cursor = ts_tree_cursor_new (root);
  while (!done && depth <= MAX_DEPTH && !wide) {
    wide = is_wide_error (&cursor);
    if (ts_tree_cursor_goto_first_child (&cursor)) {
      depth++;
      continue;
    }
    while (!done && !ts_tree_cursor_goto_next_sibling (&cursor)) {
      done = !ts_tree_cursor_goto_parent (&cursor);
      depth -= !done;
    }
  }
  ts_tree_cursor_delete (&cursor);
  return depth <= MAX_DEPTH && !wide;
}

/* FALSE: out of bounds, nothing of facts but what the text says. */
static gboolean
measure (ArdReader *self, const ArdGrammar *grammar, const char *separator, ArdSource *source, ArdFacts *facts)
{
  g_autofree char *shown = ard_veil (facts->language, source->text, source->size);
  TSTree *tree = parse_text (self, ard_grammar_language (grammar), shown ? shown : source->text, source->size);
  ArdMarked marked = ARD_MARKED_NOTHING;

  if (tree && is_passable (tree))
    marked = (self->metrics ? ard_grammar_mark_metrics : ard_grammar_mark) (
        grammar, self->cursor, ts_tree_root_node (tree), source->text, self->marks);
  if (marked != ARD_MARKED_NOTHING)
    ard_walk_run (self->walk, tree, self->marks, source, separator, self->metrics ? NULL : self->languages, facts);
  facts->metrics_only = marked == ARD_MARKED_METRICS;
  g_clear_pointer (&tree, ts_tree_delete);
  return marked != ARD_MARKED_NOTHING;
}

/* Rows of a configuration document; generated or not, it says what runs. */
static void
read_document (ArdReader *self, const char *path, const ArdSource *source, ArdFacts *facts)
{
  const ArdDocumentFormat *format = NULL;

  if (source->size > ARD_DOCUMENT_MAX_BYTES || facts->content == ARD_CONTENT_MINIFIED)
    return;
  ard_mentions_read (facts->language, source, facts);
  ard_lines_read (self->rows, facts->language, path, source, facts);

  const ArdGrammar *grammar = ard_languages_document (self->languages, facts->language, &format);
  gboolean safe = grammar && ard_depth_is_safe (facts->language, source->text, source->size);
  TSTree *tree = safe ? parse_text (self, ard_grammar_language (grammar), source->text, source->size) : NULL;

  if (tree && is_passable (tree) &&
      ard_grammar_mark (grammar, self->cursor, ts_tree_root_node (tree), source->text, self->marks) == ARD_MARKED_ALL)
    ard_document_read (self->rows, format, self->marks, source, facts);
  else if (grammar)
    facts->error_share = 1;
  g_clear_pointer (&tree, ts_tree_delete);
}

/* The script of a document: functions and captures. */
static gboolean
measure_script (ArdReader *self, const ArdEmbedded *embedded, gsize size, ArdFacts *facts)
{
  g_auto (ArdSource) script = { 0 };
  const char *separator, *host = facts->language;
  const ArdGrammar *grammar = ard_languages_grammar (self->languages, embedded->language, &separator);
  gboolean measured;

  ard_source_init (&script, (const guint8 *) embedded->script, size);
  facts->language = embedded->language;
  measured = measure (self, grammar, separator, &script, facts);
  facts->language = host;
  return measured;
}

/* Lines and comments of what no grammar reads. Comments inside its script are the script's: they know their function.
 */
static void
read_plain (ArdReader *self, ArdSource *source, ArdFacts *facts)
{
  const ArdTextFormat *format = ard_texts_find_name (facts->language);
  const ArdPatterns *markers = ard_languages_markers (self->languages);
  g_auto (ArdEmbedded) embedded = { 0 };
  g_auto (ArdSource) rest = { 0 };
  g_auto (ArdFacts) lines = { 0 };

  if (facts->content != ARD_CONTENT_MINIFIED)
    ard_embedded_init (&embedded, facts->language, source->text, source->size);
  if (!embedded.language) {
    ard_texts_read (format, source, markers, facts);
    return;
  }
  ard_facts_init (&lines);
  ard_texts_read (format, source, markers, &lines);
  ard_source_init (&rest, (const guint8 *) embedded.rest, source->size);
  ard_texts_read (format, &rest, markers, facts);
  facts->measured = measure_script (self, &embedded, source->size, facts);
}

static const char *
decide_language (const ArdReader *self, const char *path, const ArdSource *source)
{
  const char *guess = ard_languages_guess (self->languages, path);

  if (*guess)
    return guess;
  if (g_str_has_suffix (path, ".h"))
    return ard_preprocess_is_cpp (source->text, source->size) ? "C++" : "C";
  return ard_interpreter_language (source->text);
}

static void
read_text_file (ArdReader *self, const char *path, const guint8 *bytes, gsize size, ArdFacts *facts)
{
  g_auto (ArdSource) source = { 0 };
  const char *separator;

  ard_source_init (&source, bytes, size);
  facts->language = decide_language (self, path, &source);
  facts->content = ard_source_classify (&source, facts->language);
  if (self->outline)
    return;

  const ArdGrammar *grammar = ard_languages_grammar (self->languages, facts->language, &separator);

  if (grammar && facts->content != ARD_CONTENT_MINIFIED)
    facts->measured = measure (self, grammar, separator, &source, facts);
  if (!facts->measured) {
    if (grammar && facts->content != ARD_CONTENT_MINIFIED) {
      facts->language = "Text";
      facts->error_share = 1;
    }
    read_plain (self, &source, facts);
    read_document (self, path, &source, facts);
  }
  ard_source_count (&source, facts);
}

void
ard_reader_read (ArdReader *reader, const char *path, GBytes *bytes, ArdFacts *facts)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *guess = ard_languages_guess (reader->languages, path);

  facts->size_bytes = (gint64) size;
  facts->digest = ard_hash_bytes ((const char *) data, size);
  facts->language = *guess ? guess : "Text";
  if (size > ard_languages_max_bytes (reader->languages)) {
    facts->content = ARD_CONTENT_TOO_LARGE;
  } else if (ard_bytes_are_binary (data, size)) {
    facts->content = ARD_CONTENT_BINARY;
    facts->language = "Text";
  } else {
    read_text_file (reader, path, data, size, facts);
  }
}

void
ard_reader_measure (ArdReader *reader, const char *path, GBytes *bytes, ArdFacts *facts)
{
  reader->metrics = TRUE;
  ard_reader_read (reader, path, bytes, facts);
  reader->metrics = FALSE;
}

void
ard_reader_outline (ArdReader *reader, const char *path, GBytes *bytes, ArdFacts *facts)
{
  reader->outline = TRUE;
  ard_reader_read (reader, path, bytes, facts);
  reader->outline = FALSE;
}
