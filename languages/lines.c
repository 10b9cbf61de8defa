#include "languages/lines.h"

#include <string.h>

/* One logical line: of several when each but the last ends in a backslash. */
typedef struct {
  const ArdSource *source;
  guint32 next; /* line to read, from 0 */
  GString *text;
  guint32 line; /* 1-based, of its first */
} Lines;

static gboolean
is_continued (GString *text)
{
  gsize n = 0;

  while (text->len && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  while (n < text->len && text->str[text->len - 1 - n] == '\\')
    n++;
  if (n % 2 == 0)
    return FALSE;
  g_string_truncate (text, text->len - 1);
  return TRUE;
}

static void
append_line (Lines *lines)
{
  const guint32 *starts = (const guint32 *) (gpointer) lines->source->starts->data;
  const char *text = lines->source->text + starts[lines->next];
  gsize length = starts[lines->next + 1] - starts[lines->next];

  while (length && g_ascii_isspace (*text)) {
    text++;
    length--;
  }
  if (lines->text->len)
    g_string_append_c (lines->text, ' ');
  g_string_append_len (lines->text, text, (gssize) length);
  lines->next++;
}

static gboolean
is_comment (const Lines *lines, const char *marks)
{
  const char *text = lines->source->text + g_array_index (lines->source->starts, guint32, lines->next);

  while (*text == ' ' || *text == '\t')
    text++;
  return *text == '\n' || *text == '\r' || (*text && strchr (marks, *text));
}

/* marks: characters of which one begins a line of comment. FALSE at the end. */
static gboolean
read_next (Lines *lines, const char *marks)
{
  g_string_truncate (lines->text, 0);
  while (lines->next < lines->source->lines && is_comment (lines, marks))
    lines->next++;
  if (lines->next >= lines->source->lines)
    return FALSE;
  lines->line = lines->next + 1;
  append_line (lines);
  while (is_continued (lines->text) && lines->text->len < ARD_ROWS_VALUE_BYTES * 2) {
    while (lines->next < lines->source->lines && is_comment (lines, "#"))
      lines->next++;
    if (lines->next < lines->source->lines)
      append_line (lines);
  }
  return TRUE;
}

static void
append_pair (ArdRows *rows, const char *key, gsize length, const char *value, gsize size, guint32 line)
{
  ard_rows_open (rows, ARD_ENTRY_PAIR, line);
  ard_rows_key (rows, key, length);
  ard_rows_value (rows, value, size, line);
  ard_rows_close (rows);
}

/* ---- INI, properties, .env ---- */

/* Length of the key; value: receives where what follows it begins. */
static gsize
split_key (const char *text, const char **value)
{
  gsize equals = strcspn (text, "="), colon = strcspn (text, ":"), space = strcspn (text, " \t");
  gsize length = text[equals] && (equals < colon || colon > space) ? equals
                 : text[colon] && colon <= space                   ? colon
                                                                   : space;

  *value = text + length + (text[length] != '\0');
  while (g_ascii_isspace (**value))
    (*value)++;
  while (length && g_ascii_isspace (text[length - 1]))
    length--;
  return length;
}

/* Without a comment behind it. */
static gsize
value_length (const char *value)
{
  char quote = *value == '"' || *value == '\'' ? *value : '\0';
  const char *closed = quote ? strchr (value + 1, quote) : NULL;

  for (const char *c = closed ? closed : value; *c; c++)
    if (c > value && g_ascii_isspace (c[-1]) && (*c == '#' || *c == ';')) {
      while (c > value && g_ascii_isspace (c[-1]))
        c--;
      return (gsize) (c - value);
    }
  return strlen (value);
}

/* A name of properties is a path already. */
static void
append_property (ArdRows *rows, const char *key, gsize length, const char *value, guint32 line)
{
  const char *end = key + length;

  ard_rows_open (rows, ARD_ENTRY_PAIR, line);
  while (key < end) {
    const char *dot = memchr (key, '.', (gsize) (end - key));
    const char *part = dot ? dot : end;

    ard_rows_key (rows, key, (gsize) (part - key));
    key = part + 1;
  }
  ard_rows_value (rows, value, strlen (value), line);
  ard_rows_close (rows);
}

static void
read_properties (ArdRows *rows, Lines *lines)
{
  while (read_next (lines, "#!")) {
    const char *text = lines->text->str, *value;
    gsize length = split_key (text, &value);

    if (length)
      append_property (rows, text, length, value, lines->line);
  }
}

static void
read_ini (ArdRows *rows, Lines *lines)
{
  gboolean in_section = FALSE;

  while (read_next (lines, "#;")) {
    const char *text = lines->text->str, *value;
    const char *close = *text == '[' ? strrchr (text, ']') : NULL;

    if (close) {
      if (in_section)
        ard_rows_close (rows);
      ard_rows_open (rows, ARD_ENTRY_PAIR, lines->line);
      ard_rows_key (rows, text + 1, (gsize) (close - text - 1));
      in_section = TRUE;
      continue;
    }
    if (g_str_has_prefix (text, "export "))
      text += strlen ("export ");

    gsize length = split_key (text, &value);

    if (length)
      append_pair (rows, text, length, value, value_length (value), lines->line);
  }
  if (in_section)
    ard_rows_close (rows);
}

/* ---- Dockerfile ---- */

/* Past the lines of `<<EOF` documents, which the instruction opened in that order. */
static void
skip_documents (Lines *lines, const char *instruction)
{
  for (const char *c = strstr (instruction, "<<"); c; c = strstr (c, "<<")) {
    const char *word = c + 2 + strspn (c + 2, "-\"'");
    gsize length = strspn (word, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_");
    gboolean found = length == 0 || g_ascii_isdigit (*word);

    for (c = word; !found && lines->next < lines->source->lines; lines->next++) {
      const char *text = lines->source->text + g_array_index (lines->source->starts, guint32, lines->next);

      text += strspn (text, "\t");
      found = strncmp (text, word, length) == 0 && strchr ("\r\n", text[length]);
    }
  }
}

static void
read_dockerfile (ArdRows *rows, Lines *lines)
{
  gboolean in_stage = FALSE;

  while (read_next (lines, "#")) {
    const char *text = lines->text->str;
    gsize length = strspn (text, G_CSET_A_2_Z G_CSET_a_2_z);
    g_autofree char *instruction = g_ascii_strup (text, (gssize) length);

    if (!length || (text[length] && !g_ascii_isspace (text[length])))
      continue;
    if (g_str_equal (instruction, "FROM")) {
      if (in_stage)
        ard_rows_close (rows);
      ard_rows_open (rows, ARD_ENTRY_ELEMENT, lines->line);
      in_stage = TRUE;
    }
    append_pair (rows, instruction, length, text + length, strlen (text + length), lines->line);
    skip_documents (lines, text);
  }
  if (in_stage)
    ard_rows_close (rows);
}

/* ---- go.mod ---- */

static void
read_requirement (ArdRows *rows, const char *verb, gsize length, const char *text, guint32 line)
{
  gsize size = strcspn (text, " \t"), whole = strlen (text);
  const char *comment = strstr (text, "//");
  const char *arrow = strstr (text, "=>");
  const char *value = arrow ? arrow + 2 : text + size;

  if (comment)
    whole = (gsize) (comment - text);
  if (comment == text || *text == ')' || !*text || value > text + whole)
    return;
  ard_rows_open (rows, ARD_ENTRY_PAIR, line);
  ard_rows_key (rows, verb, length);
  ard_rows_key (rows, text, size);
  ard_rows_value (rows, value, (gsize) (text + whole - value), line);
  ard_rows_close (rows);
}

static void
read_go_module (ArdRows *rows, Lines *lines)
{
  static const char *const lists[] = { "require", "replace", "exclude", "retract", "use", NULL };
  g_autofree char *block = NULL;

  while (read_next (lines, "/")) {
    const char *text = lines->text->str;
    gsize length = strcspn (text, " \t");
    g_autofree char *verb = g_strndup (text, length);
    const char *rest = text + length + strspn (text + length, " \t");

    if (block) {
      if (*text == ')')
        g_clear_pointer (&block, g_free);
      else
        read_requirement (rows, block, strlen (block), text, lines->line);
    } else if (*rest == '(') {
      block = g_steal_pointer (&verb);
    } else if (g_strv_contains (lists, verb)) {
      read_requirement (rows, verb, length, rest, lines->line);
    } else {
      const char *comment = strstr (rest, "//");

      append_pair (rows, verb, length, rest, comment ? (gsize) (comment - rest) : strlen (rest), lines->line);
    }
  }
}

/* ---- .gitignore ---- */

static void
read_list (ArdRows *rows, Lines *lines)
{
  while (read_next (lines, "#")) {
    ard_rows_open (rows, ARD_ENTRY_ELEMENT, lines->line);
    ard_rows_value (rows, lines->text->str, lines->text->len, lines->line);
    ard_rows_close (rows);
  }
}

void
ard_lines_read (ArdRows *rows, const char *name, const char *path, const ArdSource *source, ArdFacts *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Lines lines = { source, 0, text, 0 };

  if (g_str_equal (name, "INI") && g_str_has_suffix (path, ".properties")) {
    ard_rows_begin (rows, ARD_SCALAR_PLAIN, facts);
    read_properties (rows, &lines);
  } else if (g_str_equal (name, "INI")) {
    ard_rows_begin (rows, ARD_SCALAR_BACKSLASH, facts);
    read_ini (rows, &lines);
  } else if (g_str_equal (name, "Dockerfile")) {
    ard_rows_begin (rows, ARD_SCALAR_PLAIN, facts);
    read_dockerfile (rows, &lines);
  } else if (g_str_equal (name, "Go Module")) {
    ard_rows_begin (rows, ARD_SCALAR_BACKSLASH, facts);
    read_go_module (rows, &lines);
  } else if (g_str_equal (name, "Ignore List")) {
    ard_rows_begin (rows, ARD_SCALAR_PLAIN, facts);
    read_list (rows, &lines);
  } else {
    return;
  }
  ard_rows_end (rows);
}
