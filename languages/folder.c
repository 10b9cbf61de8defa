#include "languages/folder.h"

#include <string.h>

/* Lines behind a cd that are its work; bytes before it that are read; lines above it that test or make, or use (house).
 */
#define LINES 30
#define BEFORE (64 << 10)
#define LINES_ABOVE 200
#define LINES_NEAR 5

/* Commands that change what they are given. */
static const char writers[] =
    " rm mv cp ln touch mkdir rmdir tar unzip install chmod chown dd tee patch rsync sed truncate "
    "shred zip gzip gunzip xz bzip2 unlink ";
/* These write without naming a path. */
static const char *const others[] = { "git add",  "git commit",   "git reset", "git clean",  "git checkout",
                                      "git pull", "git merge",    "git push",  "git rebase", "git stash",
                                      "git rm",   "git mv",       "git apply", "git am",     "git init",
                                      "-delete",  "-exec rm",     "xargs rm",  "wget ",      "curl -O",
                                      "curl -o",  "find . -type", "curl -LO",  "sudo rm",    "-exec mv" };
/* Of these, the words before the command itself. */
static const char leaders[] = " sudo then do else if ! time exec nohup env command ";
/* Where a folder comes from that is there. */
static const char *const sources[] = { "pwd", "PWD", "dirname", "mktemp", "BASH_SOURCE", "rev-parse", "readlink" };

typedef struct {
  const char *text;
  gsize length;
} Span;

static gboolean
has_word (const char *words, Span word)
{
  for (const char *at = words; word.length && (at = strchr (at, ' ')) && at[1]; at++)
    if (strncmp (at + 1, word.text, word.length) == 0 && at[1 + word.length] == ' ')
      return TRUE;
  return FALSE;
}

static gboolean
holds (Span span, const char *part)
{
  return g_strstr_len (span.text, (gssize) span.length, part) != NULL;
}

/* The next word of a line, quotes and all; FALSE at its end. */
static gboolean
next_word (Span *rest, Span *word)
{
  const char *at = rest->text, *end = rest->text + rest->length;
  char quote = '\0';

  while (at < end && (*at == ' ' || *at == '\t'))
    at++;
  word->text = at;
  for (; at < end && (quote || (*at != ' ' && *at != '\t')); at++)
    if (quote ? *at == quote : *at == '"' || *at == '\'')
      quote = quote ? '\0' : *at;
  word->length = (gsize) (at - word->text);
  *rest = (Span){ at, (gsize) (end - at) };
  return word->length > 0;
}

/* The next command of a line: up to ; & | or the end; at: what is left. */
static gboolean
next_command (Span *rest, Span *command)
{
  const char *at = rest->text, *end = rest->text + rest->length;
  char quote = '\0';

  while (at < end && strchr (" \t;&|(){", *at))
    at++;
  command->text = at;
  for (; at < end && (quote || !strchr (";&|)", *at) || (*at == '&' && at[-1] == '>')); at++)
    if (quote ? *at == quote : *at == '"' || *at == '\'')
      quote = quote ? '\0' : *at;
  command->length = (gsize) (at - command->text);
  *rest = (Span){ at, (gsize) (end - at) };
  return command->length > 0 || at < end;
}

/* Whether the word is a path that begins in the folder. */
static gboolean
is_relative (Span word)
{
  const char *at = word.text + strspn (word.text, "\"'");

  return at < word.text + word.length && !strchr ("-/~$<>&`0123456789", *at);
}

/* A redirection into a relative path. */
static gboolean
redirects (Span command)
{
  for (gsize i = 0; i + 1 < command.length; i++) {
    Span target, rest = { command.text + i + 1, command.length - i - 1 };

    if (command.text[i] != '>' || (i && (command.text[i - 1] == '-' || command.text[i - 1] == '=')))
      continue;
    while (rest.length && *rest.text == '>')
      rest = (Span){ rest.text + 1, rest.length - 1 };
    if (next_word (&rest, &target) && is_relative (target) && target.text[0] != '(')
      return TRUE;
  }
  return FALSE;
}

/* tar -x here, whatever it reads. */
static gboolean
unpacks (Span name, Span word)
{
  return name.length == 3 && memcmp (name.text, "tar", 3) == 0 && *word.text == '-' &&
         memchr (word.text, 'x', word.length);
}

static gboolean
harms (Span command)
{
  Span rest = command, word, name = { "", 0 };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (holds (command, others[i]))
      return TRUE;
  while (next_word (&rest, &word) && (has_word (leaders, word) || memchr (word.text, '=', word.length)))
    continue;
  name = word;
  if (has_word (writers, name))
    while (next_word (&rest, &word))
      if (is_relative (word) || unpacks (name, word))
        return TRUE;
  return redirects (command);
}

static Span
line_at (const ArdSource *source, guint32 line)
{
  const guint32 *starts = (const guint32 *) (gpointer) source->starts->data;
  const char *text = source->text + starts[line], *end = source->text + starts[line + 1];

  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  return (Span){ text, (gsize) (end - text) };
}

static gsize
indent_of (Span line)
{
  gsize n = 0;

  while (n < line.length && (line.text[n] == ' ' || line.text[n] == '\t'))
    n++;
  return n;
}

/* Whether the line ends the block of a command that is indented so. */
static gboolean
ends_block (Span line, gsize indent)
{
  gsize own = indent_of (line);
  Span rest = line, word;

  return own < indent && next_word (&rest, &word) && has_word (" fi done esac else elif ;; } ) }; ); ", word);
}

/* Whether a command of the line is another change of folder: what stands before it is asked for harm. */
static gboolean
leaves_again (Span *rest, gboolean *harm)
{
  Span command, words, word;

  *harm = FALSE;
  while (next_command (rest, &command)) {
    words = command;
    if (!next_word (&words, &word))
      continue;
    if (has_word (" cd pushd popd exit return ", word))
      return TRUE;
    *harm |= harms (command);
  }
  return FALSE;
}

/* Whether something behind the command, up to the next cd or the end of its block, harms the wrong folder. */
static gboolean
is_worked_in (const ArdSource *source, guint32 end)
{
  guint32 line = ard_source_find_line (source, end), most = MIN (source->lines, line + LINES);
  Span first = line_at (source, line), rest;
  gsize indent = indent_of (first);
  gboolean harm, left;

  rest = (Span){ source->text + end, (gsize) (first.text + first.length - (source->text + end)) };
  rest.text += strcspn (rest.text, ";&|)\n");
  rest.length = rest.text < first.text + first.length ? (gsize) (first.text + first.length - rest.text) : 0;
  for (;;) {
    if (rest.length && rest.text[indent_of (rest)] != '#') {
      left = leaves_again (&rest, &harm);
      if (harm || left)
        return harm;
    }
    if (++line >= most)
      return FALSE;
    rest = line_at (source, line);
    if (ends_block (rest, indent))
      return FALSE;
  }
}

/* Whether the path stands in the text, or one inside it. */
static gboolean
names (Span text, Span target)
{
  for (gsize i = 0; target.length && i + target.length <= text.length; i++)
    if (memcmp (text.text + i, target.text, target.length) == 0 && (i == 0 || strchr (" \t\"'({=", text.text[i - 1])) &&
        (i + target.length == text.length || strchr (" \t\"'/);}]&|", text.text[i + target.length])))
      return TRUE;
  return FALSE;
}

static gboolean
holds_one (Span text, const char *const *parts)
{
  for (; *parts; parts++)
    if (holds (text, *parts))
      return TRUE;
  return FALSE;
}

/* Folders that every system has. */
static gboolean
is_of_system (Span path)
{
  static const char *const roots[] = {
    "/usr", "/etc", "/bin", "/sys", "/proc", "/dev", "/var/lib", "/var/log", "/run"
  };
  gboolean plain = path.length && *path.text == '/' && !memchr (path.text, '$', path.length);

  for (guint i = 0; i < G_N_ELEMENTS (roots) && plain; i++)
    if (path.length >= strlen (roots[i]) && memcmp (path.text, roots[i], strlen (roots[i])) == 0)
      return TRUE;
  return plain && !memchr (path.text + 1, '/', path.length - 1);
}

/* Whether a line above says that the folder is there: it is tested, made, entered with a check, or used. */
static gboolean
is_known_by (Span above, Span folder, guint32 away)
{
  static const char *const tests[] = {
    "mkdir", "-d ", "-e ", "-f ", "-r ", "-w ", "-x ", "mktemp", "install -d", NULL
  };
  static const char *const fetched[] = { "clone", "tar ", "unzip", "wget", "curl", "=", "rm ", "echo", NULL };
  Span rest = above, word;

  if (!names (above, folder) || above.text[indent_of (above)] == '#')
    return FALSE;
  if (holds_one (above, tests))
    return TRUE;
  if (next_word (&rest, &word) && has_word (" cd pushd ", word))
    return holds (above, "&&") || holds (above, "||");
  return away <= LINES_NEAR && !holds_one (above, fetched);
}

/* The variable that is all of the word, its signs off; empty for another. */
static Span
variable_of (Span word)
{
  Span name = { word.text + strspn (word.text, "\"${"), 0 };

  if (!memchr (word.text, '$', word.length))
    return name;
  while (g_ascii_isalnum (name.text[name.length]) || name.text[name.length] == '_')
    name.length++;
  if (name.text + name.length + strspn (name.text + name.length, "}\"/") < word.text + word.length)
    name.length = 0;
  return name;
}

static gboolean
comes_from_sure (Span value)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (holds (value, sources[i]))
      return TRUE;
  return FALSE;
}

/* Whether the folder is known to be there: made or tested above, or a variable that pwd or mktemp filled. */
static gboolean
is_sure (const ArdSource *source, guint32 line, Span target)
{
  Span name = variable_of (target), bare = target;
  guint32 least = line;

  while (bare.length && strchr ("\"'", *bare.text))
    bare = (Span){ bare.text + 1, bare.length - 1 };
  while (bare.length && strchr ("\"'/", bare.text[bare.length - 1]))
    bare.length--;
  if (is_of_system (bare))
    return TRUE;
  while (least > 0 &&
         g_array_index (source->starts, guint32, least - 1) + BEFORE > (guint32) (target.text - source->text))
    least--;
  for (guint32 i = line; i-- > least;) {
    Span above = line_at (source, i);
    gsize indent = indent_of (above);

    if (i + LINES_ABOVE >= line && is_known_by (above, bare, line - i))
      return TRUE;
    if (name.length && above.length > indent + name.length && above.text[indent + name.length] == '=' &&
        memcmp (above.text + indent, name.text, name.length) == 0)
      return comes_from_sure (above);
  }
  return FALSE;
}

gboolean
ard_folder_is_harmless (const ArdSource *source, guint32 start, guint32 end)
{
  Span name = { source->text + start, end - start }, target, rest;
  guint32 line = ard_source_find_line (source, start);
  Span whole = line_at (source, line);

  if (!has_word (" cd pushd ", name) || source->text + end > whole.text + whole.length)
    return FALSE;
  rest = (Span){ source->text + end, (gsize) (whole.text + whole.length - (source->text + end)) };
  rest.length = MIN (rest.length, strcspn (rest.text, ";&|)"));
  return !next_word (&rest, &target) || is_sure (source, line, target) || !is_worked_in (source, end);
}
