#include "languages/walk.h"

#include <string.h>

#include "languages/captures.h"
#include "languages/comments.h"
#include "languages/deadcode.h"
#include "languages/erased.h"
#include "languages/internal.h"
#include "languages/parameters.h"
#include "languages/reasons.h"
#include "languages/tokens.h"

/* White space looked at behind a node. */
#define MAX_TRAIL 400

/* State of one depth of the tree. */
typedef struct {
  guint32 sequence; /* 1 + depth of the root of the logical sequence this node is part of; 0: none */
  guint32 last_operator;
  guint32 operator, operator_start; /* of this node, a logical expression; operator is 0 when it is none */
  gboolean marked, captured;
} Level;

enum { AND = 1, OR };

struct ArdWalk {
  ArdUnits *units;
  ArdCaptures *captures;
  ArdParameters *parameters;
  ArdDeadCode *dead_code;
  ArdTokens *tokens;
  ArdErased *erased;
  GArray *levels; /* of Level, by depth */

  /* of the current file */
  ArdSource *source;
  ArdFacts *facts;
  const ArdPatterns *patterns; /* of comments; NULL: functions and lines only */
  const ArdMark *marks;
  guint n_marks, next_mark;
  guint32 line;     /* of the last token, from 0 */
  guint32 read_end; /* every byte before it was seen */
  guint32 error_end;
  guint64 error_bytes;
};

ArdWalk *
ard_walk_new (void)
{
  ArdWalk *self = g_new0 (ArdWalk, 1);

  self->units = ard_units_new ();
  self->captures = ard_captures_new ();
  self->parameters = ard_parameters_new ();
  self->dead_code = ard_dead_code_new ();
  self->tokens = ard_tokens_new ();
  self->erased = ard_erased_new ();
  self->levels = g_array_new (FALSE, TRUE, sizeof (Level));
  return self;
}

void
ard_walk_free (ArdWalk *walk)
{
  if (!walk)
    return;
  ard_units_free (walk->units);
  ard_captures_free (walk->captures);
  ard_parameters_free (walk->parameters);
  ard_dead_code_free (walk->dead_code);
  ard_tokens_free (walk->tokens);
  ard_erased_free (walk->erased);
  g_array_unref (walk->levels);
  g_free (walk);
}

/* Marks come in the order of the walk; nodes of the same span may stand in either order. */
static const ArdMark *
find_mark (ArdWalk *walk, const TSNode *node, guint32 start, guint32 end)
{
  const ArdMark *marks = walk->marks;

  if (start == end)
    return NULL;
  while (walk->next_mark < walk->n_marks &&
         (marks[walk->next_mark].start < start ||
          (marks[walk->next_mark].start == start && marks[walk->next_mark].end > end)))
    walk->next_mark++;
  for (guint i = walk->next_mark; i < walk->n_marks && marks[i].start == start && marks[i].end == end; i++)
    if (marks[i].id == node->id) {
      if (i == walk->next_mark)
        walk->next_mark++;
      return &marks[i];
    }
  return NULL;
}

/* To all but the functions. */
static void
tell_token (ArdWalk *walk, guint32 start, guint32 end, guint32 depth, gboolean named, gboolean gap)
{
  ard_captures_token (walk->captures, start, end, depth, named,
                      gap ? ARD_TOKEN_NAME : ard_tokens_class (walk->tokens, start));
  ard_parameters_token (walk->parameters, start, end, gap);
  if (gap)
    ard_tokens_gap (walk->tokens, start, end, walk->line);
  else
    ard_tokens_leaf (walk->tokens, start, end, walk->line);
}

static void
read_token (ArdWalk *walk, guint32 start, guint32 end, guint32 depth, gboolean named, gboolean gap)
{
  const char *text = walk->source->text;

  while (start < end && g_ascii_isspace (text[start]))
    start++;
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  if (start == end)
    return;
  walk->line = ard_source_line (walk->source, start, walk->line);

  guint32 end_line = ard_source_line (walk->source, end - 1, walk->line);

  for (guint32 i = walk->line; i <= end_line; i++)
    walk->source->flags[i] |= ARD_LINE_CODE;
  ard_units_token (walk->units, start, end, walk->line, end_line);
  if (walk->patterns)
    tell_token (walk, start, end, depth, named, gap);
  walk->line = end_line;
}

/* What lies between two tokens is white space, or text that the parser skipped or never saw: code too. */
static void
read_gap (ArdWalk *walk, guint32 start)
{
  if (start > walk->read_end)
    read_token (walk, walk->read_end, start, G_MAXUINT32, TRUE, TRUE);
}

/* A #! line is code, as cloc has it. */
static gboolean
is_interpreter_line (const ArdWalk *walk, guint32 start)
{
  return start == 0 && g_str_has_prefix (walk->source->text, "#!");
}

static void
read_comment (ArdWalk *walk, guint32 start, guint32 end)
{
  const GArray *captures = walk->facts->captures;
  guint before = captures->len;
  gboolean marker = FALSE;

  ard_comments_read (walk->source, start, end, ard_units_innermost (walk->units), walk->patterns, walk->facts);
  for (guint i = before; i < captures->len; i++)
    marker |= g_array_index (captures, ArdCapture, i).kind == ARD_CAPTURE_MARKER;
  ard_parameters_comment (walk->parameters, start, end);
  ard_dead_code_comment (walk->dead_code, start, end, ard_units_innermost (walk->units));
  if (!ard_comment_finds_fault (walk->source, start, end))
    ard_captures_comment (walk->captures, start, end, ard_source_line (walk->source, start, walk->line), marker);
}

static void
read_leaf (ArdWalk *walk, TSNode node, guint32 depth, guint32 bits)
{
  guint32 start = ts_node_start_byte (node), end = ts_node_end_byte (node);

  read_gap (walk, start);
  walk->read_end = MAX (walk->read_end, end);
  if (bits & (ARD_MARK_COMMENT | ARD_MARK_DOCSTRING) && !is_interpreter_line (walk, start))
    ard_source_flag (walk->source, start, end, ARD_LINE_COMMENT);
  else
    read_token (walk, start, end, depth, ts_node_is_named (node), FALSE);
  if (bits & ARD_MARK_COMMENT && walk->patterns)
    read_comment (walk, start, end);
}

/* Swift's grammar calls the field op; in Bash's lists it has no name. */
static TSNode
find_operator_node (TSNode node)
{
  TSNode found = ts_node_child_by_field_name (node, "operator", strlen ("operator"));

  if (ts_node_is_null (found))
    found = ts_node_child_by_field_name (node, "op", strlen ("op"));
  return ts_node_is_null (found) ? ts_node_child (node, 1) : found;
}

/* Which logical operator the node has; asked here and not by the query, which would keep each level of a long sum under
 * way. */
static gboolean
find_operator (const ArdWalk *walk, TSNode node, Level *level)
{
  TSNode found = find_operator_node (node);
  const char *text = walk->source->text;
  guint32 length;

  if (ts_node_is_null (found))
    return FALSE;
  level->operator_start = ts_node_start_byte (found);
  length = ts_node_end_byte (found) - level->operator_start;
  text += level->operator_start;
  if (g_str_has_prefix (text, "&&") || (length == 3 && g_ascii_strncasecmp (text, "and", 3) == 0))
    level->operator= AND;
  else if (g_str_has_prefix (text, "||") || (length == 2 && g_ascii_strncasecmp (text, "or", 2) == 0))
    level->operator= OR;
  return level->operator!= 0;
}

static void
follow_sequence (ArdWalk *walk, guint32 depth, guint32 bits, guint32 start)
{
  Level *level = &g_array_index (walk->levels, Level, depth);
  const Level *parent = depth ? level - 1 : NULL;
  guint32 around = parent ? parent->sequence : 0;

  level->sequence = bits & (ARD_MARK_LOGICAL | ARD_MARK_PARENTHESIS) ? around : 0;
  if ((bits & ARD_MARK_LOGICAL) && !around) {
    level->sequence = depth + 1;
    level->last_operator = 0;
  }
  if (around && parent->operator&& parent->operator_start == start) {
    Level *root = &g_array_index (walk->levels, Level, around - 1);

    ard_units_logical (walk->units, root->last_operator == parent->operator);
    root->last_operator = parent->operator;
  }
}

static void
note_error (ArdWalk *walk, TSNode node, guint32 start, guint32 end)
{
  if (ts_node_is_missing (node)) {
    walk->error_bytes++;
  } else if (ts_node_is_error (node) && end > walk->error_end) {
    walk->error_bytes += end - MAX (start, walk->error_end);
    walk->error_end = end;
  }
}

/* Scala's grammar ends a block behind the line end that closes it. */
static guint32
last_byte (const ArdWalk *walk, guint32 start, guint32 end)
{
  guint32 first = end - start > MAX_TRAIL ? end - MAX_TRAIL : start;

  while (end - 1 > first && g_ascii_isspace (walk->source->text[end - 1]))
    end--;
  return end - 1;
}

/* Returns whether the node's children are to be visited. */
static gboolean
enter (ArdWalk *walk, TSNode node, guint32 depth, gboolean flawed)
{
  guint32 start = ts_node_start_byte (node), end = ts_node_end_byte (node);
  const ArdMark *mark = find_mark (walk, &node, start, end);
  guint32 bits = mark ? mark->bits : 0;
  gboolean leaf =
      bits & (ARD_MARK_COMMENT | ARD_MARK_DOCSTRING | ARD_MARK_DIRECTIVE) || ts_node_child_count (node) == 0;

  if (depth >= walk->levels->len)
    g_array_set_size (walk->levels, depth + 1);

  Level *level = &g_array_index (walk->levels, Level, depth);

  level->operator= 0;
  if (bits & ARD_MARK_LOGICAL && !find_operator (walk, node, level))
    bits &= ~(guint32) ARD_MARK_LOGICAL;
  if (!bits && mark && !mark->facts)
    mark = NULL;
  level->marked = bits != 0;
  level->captured = walk->patterns && mark && ard_captures_want (mark);
  follow_sequence (walk, depth, bits, start);
  if (flawed)
    note_error (walk, node, start, end);
  if (mark) {
    read_gap (walk, start);
    walk->read_end = MAX (walk->read_end, start);

    guint32 line = ard_source_line (walk->source, start, walk->line);

    if (level->marked)
      ard_units_enter (walk->units, mark, line, ard_source_find_line (walk->source, last_byte (walk, start, end)));
    if (level->captured)
      ard_captures_enter (walk->captures, mark, depth, line);
    if (walk->patterns)
      ard_parameters_enter (walk->parameters, mark, line);
  }
  if (walk->patterns) {
    ard_tokens_enter (walk->tokens, ts_node_symbol (node), start, end, mark);
    ard_erased_enter (walk->erased, ts_node_symbol (node), start, end, mark);
  }
  if (leaf)
    read_leaf (walk, node, depth, bits);
  return !leaf;
}

static void
leave (ArdWalk *walk, TSNode node, guint32 depth)
{
  const Level *level = &g_array_index (walk->levels, Level, depth);
  guint32 end = ts_node_end_byte (node);

  if (!level->marked && !level->captured)
    return;
  read_gap (walk, end);
  walk->read_end = MAX (walk->read_end, end);
  if (walk->patterns)
    ard_parameters_leave (walk->parameters);
  if (level->captured)
    ard_captures_leave (walk->captures, end);
  if (level->marked)
    ard_units_leave (walk->units);
}

static void
visit (ArdWalk *walk, const TSTree *tree)
{
  TSNode root = ts_tree_root_node (tree);
  gboolean flawed = ts_node_has_error (root), done = FALSE;
  TSTreeCursor cursor = ts_tree_cursor_new (root);
  guint32 depth = 0;

  while (!done) {
    if (enter (walk, ts_tree_cursor_current_node (&cursor), depth, flawed) &&
        ts_tree_cursor_goto_first_child (&cursor)) {
      depth++;
      continue;
    }
    leave (walk, ts_tree_cursor_current_node (&cursor), depth);
    while (!done && !ts_tree_cursor_goto_next_sibling (&cursor)) {
      done = !ts_tree_cursor_goto_parent (&cursor);
      if (!done)
        leave (walk, ts_tree_cursor_current_node (&cursor), --depth);
    }
  }
  ts_tree_cursor_delete (&cursor);
}

static void
begin_rest (ArdWalk *walk, const TSTree *tree, const ArdLanguages *languages)
{
  ard_captures_begin (walk->captures, walk->source, walk->units, ard_languages_logs (languages), walk->facts);
  ard_parameters_begin (walk->parameters, walk->source, walk->units, walk->facts);
  ard_dead_code_begin (walk->dead_code, ts_tree_language (tree), walk->source, walk->facts);
  ard_tokens_begin (walk->tokens, ts_tree_language (tree), walk->source, walk->facts);
  ard_erased_begin (walk->erased, ts_tree_language (tree), walk->source, walk->facts);
}

void
ard_walk_run (ArdWalk *walk, const TSTree *tree, const GArray *marks, ArdSource *source, const char *separator,
              const ArdLanguages *languages, ArdFacts *facts)
{
  walk->source = source;
  walk->facts = facts;
  walk->patterns = languages ? ard_languages_markers (languages) : NULL;
  walk->marks = (const ArdMark *) (gconstpointer) marks->data;
  walk->n_marks = marks->len;
  walk->next_mark = walk->line = walk->read_end = walk->error_end = 0;
  walk->error_bytes = 0;
  ard_units_begin (walk->units, source, facts, separator);
  if (languages)
    begin_rest (walk, tree, languages);
  visit (walk, tree);
  read_gap (walk, source->size);
  if (languages) {
    ard_tokens_end (walk->tokens);
    ard_dead_code_end (walk->dead_code);
  }
  ard_units_end (walk->units);
  if (languages) {
    ard_captures_end (walk->captures);
    ard_erased_end (walk->erased);
  }
  facts->error_share = source->size ? MIN (1.0, (double) walk->error_bytes / source->size) : 0;
}
