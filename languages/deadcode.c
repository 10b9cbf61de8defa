#include "languages/deadcode.h"

#include <string.h>

#include "languages/codelike.h"
#include "languages/ifzero.h"
#include "languages/snippet.h"

#define MAX_BLOCKS 200
#define MAX_BLOCK_BYTES (16 * 1024)
#define MAX_FILE_BYTES (256 * 1024)
/* Part of a block's bytes that the grammar may not read. */
#define MAX_ERROR 0.1

typedef struct {
  guint32 start, end; /* of the text less the comment's marks */
  guint32 line;       /* from 0 */
} Line;

struct ArdDeadCode {
  TSParser *parser;
  GArray *lines; /* of Line: the open block */
  GString *code;

  /* of the current tree */
  const TSLanguage *language;
  const ArdSource *source;
  ArdFacts *facts;
  guint32 function;      /* of the open block */
  guint32 next_line;     /* that goes on with it; ARD_NONE: it is closed */
  char mark;             /* first byte of its line comments */
  guint32 blocks, bytes; /* parsed */
};

ArdDeadCode *
ard_dead_code_new (void)
{
  ArdDeadCode *self = g_new0 (ArdDeadCode, 1);

  self->parser = ts_parser_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->code = g_string_new (NULL);
  return self;
}

void
ard_dead_code_free (ArdDeadCode *dead)
{
  if (!dead)
    return;
  ts_parser_delete (dead->parser);
  g_array_unref (dead->lines);
  g_string_free (dead->code, TRUE);
  g_free (dead);
}

void
ard_dead_code_begin (ArdDeadCode *dead, const TSLanguage *language, const ArdSource *source, ArdFacts *facts)
{
  g_array_set_size (dead->lines, 0);
  dead->language = language;
  dead->source = source;
  dead->facts = facts;
  dead->next_line = ARD_NONE;
  dead->blocks = dead->bytes = 0;
}

/* ---- a block's code ---- */

static gsize
indent_of (const ArdDeadCode *self, const Line *line)
{
  const char *text = self->source->text + line->start;
  gsize n = 0;

  while (n < line->end - line->start && (text[n] == ' ' || text[n] == '\t'))
    n++;
  return n;
}

/* The lines from first to last without the indentation that all of them have. */
static void
join (ArdDeadCode *self, guint first, guint last)
{
  gsize common = G_MAXSIZE;

  for (guint i = first; i <= last; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);
    gsize indent = indent_of (self, line);

    if (indent < line->end - line->start)
      common = MIN (common, indent);
  }
  g_string_truncate (self->code, 0);
  for (guint i = first; i <= last; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);
    gsize skip = MIN (common, line->end - line->start);

    g_string_append_len (self->code, self->source->text + line->start + skip,
                         (gssize) (line->end - line->start - skip));
    g_string_append_c (self->code, '\n');
  }
}

typedef struct {
  const GString *code;
  guint64 calls_left;
} Parse;

static const char *
read_code (void *payload, uint32_t offset, TSPoint position G_GNUC_UNUSED, uint32_t *n)
{
  const GString *code = ((const Parse *) payload)->code;

  *n = offset < code->len ? (uint32_t) (code->len - offset) : 0;
  return code->str + MIN (offset, code->len);
}

static bool
is_spent (TSParseState *state)
{
  Parse *parse = state->payload;

  return parse->calls_left == 0 || --parse->calls_left == 0;
}

/* Bytes below errors, each missing token being one. */
static guint32
count_errors (TSNode root)
{
  TSTreeCursor cursor = ts_tree_cursor_new (root);
  guint32 bytes = 0;
  gboolean done = !ts_node_has_error (root);

  while (!done) {
    TSNode node = ts_tree_cursor_current_node (&cursor);
    gboolean error = ts_node_is_error (node);

    bytes += error ? ts_node_end_byte (node) - ts_node_start_byte (node) : ts_node_is_missing (node);
    if (!error && ts_node_has_error (node) && ts_tree_cursor_goto_first_child (&cursor))
      continue;
    while (!done && !ts_tree_cursor_goto_next_sibling (&cursor))
      done = !ts_tree_cursor_goto_parent (&cursor);
  }
  ts_tree_cursor_delete (&cursor);
  return bytes;
}

static gboolean
is_read (ArdDeadCode *self)
{
  if (self->blocks == MAX_BLOCKS || self->code->len > MAX_BLOCK_BYTES || self->bytes + self->code->len > MAX_FILE_BYTES)
    return FALSE;
  self->blocks++;
  self->bytes += (guint32) self->code->len;

  Parse parse = { self->code, self->code->len + 1000 };
  TSInput input = { &parse, read_code, TSInputEncodingUTF8, NULL };

  ts_parser_set_language (self->parser, self->language);

  TSTree *tree = ts_parser_parse_with_options (self->parser, NULL, input, (TSParseOptions){ &parse, is_spent });
  gboolean read = tree && count_errors (ts_tree_root_node (tree)) <= self->code->len * MAX_ERROR;

  g_clear_pointer (&tree, ts_tree_delete);
  ts_parser_reset (self->parser);
  return read;
}

/* ---- judging ---- */

static gboolean
mentions (const char *text, gsize length, const char *word)
{
  gsize size = strlen (word);

  for (gsize i = 0; i + size <= length; i++)
    if (g_ascii_strncasecmp (text + i, word, size) == 0)
      return TRUE;
  return FALSE;
}

/* Words and signs of comments that show code on purpose. */
static gboolean
is_documentation (const char *text, gsize length)
{
  static const char *const signs[] = { "```",        ">>>",          "@param",  "@return",  "@code",   "<code",
                                       "<pre",       "example",      "e.g.",    "usage",    "i.e.",    "copyright",
                                       "license",    "equivalent",   "pseudo",  "syntax",   "http://", "https://",
                                       "looks like", "for instance", "~~~",     "@example", "such as", "the same as",
                                       "instead of", "NOLINT",       "eslint-", "=>  ",     "--> " };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (mentions (text, length, signs[i]))
      return TRUE;
  return FALSE;
}

typedef struct {
  guint statements, continued, data, prose;
  guint acting;      /* statements that are no declarations */
  guint first, last; /* lines of code, the outermost */
} Tally;

/* FALSE: it explains. */
static gboolean
tally_lines (const ArdDeadCode *self, Tally *tally)
{
  *tally = (Tally){ .first = G_MAXUINT };
  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);
    const char *text = self->source->text + line->start;
    gsize length = line->end - line->start;
    ArdLineLikeness likeness = ard_line_likeness (text, length, self->facts->language);

    if (likeness == ARD_LINE_EMPTY)
      continue;
    if (is_documentation (text, length))
      return FALSE;
    tally->statements += likeness == ARD_LINE_STATEMENT;
    tally->acting += likeness == ARD_LINE_STATEMENT && ard_line_acts (text, length);
    tally->continued += likeness == ARD_LINE_CONTINUED;
    tally->data += likeness == ARD_LINE_DATA;
    tally->prose += likeness == ARD_LINE_PROSE;
    if (likeness == ARD_LINE_STATEMENT || likeness == ARD_LINE_CONTINUED) {
      tally->first = MIN (tally->first, i);
      tally->last = i;
    } else if (tally->first == G_MAXUINT && length && strchr (":,", text[length - 1])) {
      return FALSE;
    }
  }
  return tally->statements >= ARD_DEAD_CODE_LINES;
}

static gboolean
is_code (const Tally *tally)
{
  guint all = tally->statements + tally->continued + tally->data + tally->prose;

  return tally->acting * 4 >= tally->statements && tally->prose * 6 <= all && tally->data * 4 <= all &&
         tally->continued <= tally->statements;
}

static void
append (ArdDeadCode *self, const Line *first, const Line *last)
{
  const char *text = self->source->text + first->start;
  gsize length = first->end - first->start;

  while (length && g_ascii_isspace (*text)) {
    text++;
    length--;
  }

  ArdCapture capture = { .kind = ARD_CAPTURE_DEAD_CODE,
                         .function = self->function,
                         .start_line = first->line + 1,
                         .end_line = last->line + 1,
                         .text = ard_snippet_keep (self->facts, text, length),
                         .parent = ARD_NONE };

  g_array_append_val (self->facts->captures, capture);
}

static void
judge (ArdDeadCode *self)
{
  Tally tally;

  if (self->lines->len >= ARD_DEAD_CODE_LINES && tally_lines (self, &tally) && is_code (&tally)) {
    join (self, tally.first, tally.last);
    if (is_read (self))
      append (self, &g_array_index (self->lines, Line, tally.first), &g_array_index (self->lines, Line, tally.last));
  }
  g_array_set_size (self->lines, 0);
  self->next_line = ARD_NONE;
}

/* ---- comments ---- */

static void
append_line (ArdDeadCode *self, guint32 start, guint32 end, guint32 number)
{
  const char *text = self->source->text;

  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;

  Line line = { start, end, number };

  g_array_append_val (self->lines, line);
}

static gboolean
stands_alone (const ArdDeadCode *self, guint32 start, guint32 line)
{
  guint32 first = g_array_index (self->source->starts, guint32, line);

  while (first < start && g_ascii_isspace (self->source->text[first]))
    first++;
  return first == start;
}

static gboolean
begins (const char *text, const char *mark)
{
  return strncmp (text, mark, strlen (mark)) == 0;
}

/* Doc comments are for readers; what they show is no code of the program. */
static gboolean
is_doc (const char *text)
{
  static const char *const marks[] = {
    "/**", "///", "//!", "/*!", "##", "#:", "#'", "---", "--[[--", "#!", "//#", "//="
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (begins (text, marks[i]))
      return TRUE;
  return FALSE;
}

/* Length of what opens a comment of several lines, 0 for a line comment. */
static gsize
block_mark (const char *text)
{
  static const char *const marks[] = { "--[[", "--[=[", "=begin", "/*" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (begins (text, marks[i]))
      return strlen (marks[i]);
  return 0;
}

/* A text that somebody wrote has a star before each line; code in brackets of a comment has not. */
static gboolean
has_star (const char *text, guint32 start, guint32 end)
{
  while (start < end && (text[start] == ' ' || text[start] == '\t'))
    start++;
  return start + 1 < end && text[start] == '*' && g_ascii_isspace (text[start + 1]);
}

static void
read_block (ArdDeadCode *self, guint32 start, guint32 end, guint32 line, gsize mark)
{
  const char *text = self->source->text;
  const guint32 *starts = (const guint32 *) (gpointer) self->source->starts->data;

  if (end - start >= mark + 2 && (begins (text + end - 2, "*/") || begins (text + end - 2, "]]")))
    end -= 2;
  for (guint32 at = start + (guint32) mark, first = line; at < end; line++) {
    guint32 line_end = MIN (end, starts[line + 1]);

    if (line > first && has_star (text, at, line_end)) {
      g_array_set_size (self->lines, 0);
      return;
    }
    append_line (self, at, line_end, line);
    at = line_end;
  }
  judge (self);
}

void
ard_dead_code_comment (ArdDeadCode *dead, guint32 start, guint32 end, guint32 function)
{
  const char *text = dead->source->text + start;
  guint32 line = ard_source_find_line (dead->source, start);
  gsize mark = block_mark (text);
  gboolean alone = stands_alone (dead, start, line);

  if (mark || !alone || line != dead->next_line || *text != dead->mark || is_doc (text))
    judge (dead);
  if (!alone || is_doc (text))
    return;
  dead->function = dead->lines->len ? dead->function : function;
  if (mark) {
    read_block (dead, start, end, line, mark);
    return;
  }
  dead->mark = *text;
  dead->next_line = line + 1;
  while (mark < 2 && start + mark < end && text[mark] == *text)
    mark++;
  append_line (dead, start + (guint32) mark, end, line);
}

void
ard_dead_code_end (ArdDeadCode *dead)
{
  judge (dead);
  if (g_str_equal (dead->facts->language, "C") || g_str_equal (dead->facts->language, "C++"))
    ard_if_zero_read (dead->source, dead->facts);
}
