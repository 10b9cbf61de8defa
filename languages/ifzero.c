#include "languages/ifzero.h"

#include <string.h>

#include "languages/codelike.h"
#include "languages/deadcode.h"
#include "languages/snippet.h"

typedef struct {
  guint32 first, last; /* lines from 0, of code */
  guint statements, others;
} Region;

static const char *
line_of (const ArdSource *source, guint32 line, gsize *length)
{
  const guint32 *starts = (const guint32 *) (gpointer) source->starts->data;
  const char *text = source->text + starts[line], *end = source->text + starts[line + 1];

  while (text < end && g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  *length = (gsize) (end - text);
  return text;
}

/* The directive of a line, "" when it is none; zero: receives whether it is `if 0`. */
static const char *
directive_of (const char *text, gsize length, gboolean *zero)
{
  const char *end = text + length, *word = text + 1;

  *zero = FALSE;
  if (!length || *text != '#')
    return "";
  while (word < end && (*word == ' ' || *word == '\t'))
    word++;
  if (end - word >= 4 && strncmp (word, "if", 2) == 0 && (word[2] == ' ' || word[2] == '\t')) {
    const char *value = word + 2;

    while (value < end && (*value == ' ' || *value == '\t'))
      value++;
    *zero = value < end && *value == '0' && (value + 1 == end || g_ascii_isspace (value[1]));
  }
  return word;
}

/* Index of the innermost function around the lines; they are in no order yet. */
static guint32
function_around (const ArdFacts *facts, const Region *region)
{
  guint32 found = ARD_NONE, lines = G_MAXUINT32;

  for (guint32 i = 0; i < facts->functions->len; i++) {
    const ArdFunction *function = &g_array_index (facts->functions, ArdFunction, i);

    if (function->start_line <= region->first + 1 && function->end_line > region->last &&
        function->end_line - function->start_line < lines) {
      found = i;
      lines = function->end_line - function->start_line;
    }
  }
  return found;
}

static void
append (const ArdSource *source, ArdFacts *facts, const Region *region)
{
  gsize length;
  const char *text = line_of (source, region->first, &length);
  ArdCapture capture = { .kind = ARD_CAPTURE_DEAD_CODE,
                         .function = function_around (facts, region),
                         .start_line = region->first + 1,
                         .end_line = region->last + 1,
                         .text = ard_snippet_keep (facts, text, length),
                         .parent = ARD_NONE };

  g_array_append_val (facts->captures, capture);
}

/* From the line behind `#if 0`; returns the line that ends it. */
static guint32
read_region (const ArdSource *source, guint32 line, const char *language, Region *region)
{
  guint depth = 0;

  *region = (Region){ .first = G_MAXUINT32 };
  for (; line < source->lines; line++) {
    gsize length;
    gboolean zero;
    const char *text = line_of (source, line, &length);
    const char *directive = directive_of (text, length, &zero);

    if (strncmp (directive, "if", 2) == 0)
      depth++;
    else if (depth == 0 && (strncmp (directive, "el", 2) == 0 || strncmp (directive, "endif", 5) == 0))
      break;
    else if (strncmp (directive, "endif", 5) == 0)
      depth--;

    ArdLineLikeness likeness = ard_line_likeness (text, length, language);

    if (likeness == ARD_LINE_EMPTY)
      continue;
    region->statements += likeness == ARD_LINE_STATEMENT;
    region->others += likeness == ARD_LINE_PROSE;
    if (!strchr ("/*", *text))
      region->first = MIN (region->first, line);
    region->last = line;
  }
  return line;
}

/* Calls on the lines [first, end), from 0, do not happen: nobody drops anything. */
static void
void_calls (ArdFacts *facts, guint32 first, guint32 end)
{
  for (guint32 i = 0; i < facts->captures->len; i++) {
    ArdCapture *row = &g_array_index (facts->captures, ArdCapture, i);

    if (row->kind == ARD_CAPTURE_CALL && row->start_line > first && row->start_line <= end)
      row->traits = ARD_TRAIT_VOIDED;
  }
}

void
ard_if_zero_read (const ArdSource *source, ArdFacts *facts)
{
  for (guint32 line = 0; line < source->lines; line++) {
    Region region;
    gsize length;
    gboolean zero;
    const char *text = line_of (source, line, &length);

    directive_of (text, length, &zero);
    if (!zero || !(source->flags[line] & ARD_LINE_CODE))
      continue;

    guint32 first = line + 1;

    line = read_region (source, first, facts->language, &region);
    void_calls (facts, first, line);
    if (region.statements >= ARD_DEAD_CODE_LINES && region.others <= region.statements)
      append (source, facts, &region);
  }
}
