#include "languages/unlooked.h"

#include <string.h>

/* Bytes that are read behind the call, and before it; brackets around a mention that are told apart (house). */
#define FARTHEST 3000
#define LONGEST_HEAD 200
#define BRACKETS 16

/*
 * Who gives nothing when it fails (man-pages 6.03, RETURN VALUE; php.net; Lua 5.4 Reference Manual, 6.8), and who works
 * on the content of what it gets without looking.
 */
typedef struct {
  const char *language, *makers, *takers;
} Dialect;

static const char makers_c[] = " fopen fdopen freopen tmpfile opendir malloc calloc realloc strdup strndup ";
static const char takers_c[] =
    " memcpy memmove memset memcmp strcpy strncpy strcat strncat strlen strcmp strncmp sprintf snprintf strtok sscanf "
    "fread fwrite fgets fgetc getc fputs fputc putc fprintf vfprintf fscanf getline getdelim fseek ftell rewind "
    "fclose fileno feof setbuf setvbuf readdir ";
static const char takers_php[] = " fread fwrite fputs fgets fgetc fgetcsv fputcsv feof fseek rewind fclose "
                                 "stream_get_contents ftruncate unserialize json_decode gzuncompress explode "
                                 "simplexml_load_string preg_match_all ";
static const Dialect dialects[] = {
  { "C", makers_c, takers_c },
  { "C++", makers_c, takers_c },
  { "PHP", " fopen fsockopen file_get_contents ", takers_php },
  { "Lua", " io.open ", " " },
};

typedef struct {
  const char *text;
  guint32 at, end; /* what is read next, and where reading stops */
  guint32 name, name_end;
  const Dialect *dialect;
  gboolean php, lua;
} Reader;

typedef enum { ON, LOOKED, USED } Verdict;

/* Arguments that C's functions take; a kernel's function of the same name takes more, and waits instead of failing. */
static const char takes_one[] = " malloc strdup opendir ", takes_two[] = " calloc realloc strndup fopen fdopen ";

static gboolean
is_word (char byte)
{
  return g_ascii_isalnum (byte) || byte == '_' || (byte & 0x80);
}

static guint32
back_over_blanks (const char *text, guint32 at, guint32 least)
{
  while (at > least && g_ascii_isspace (text[at - 1]))
    at--;
  return at;
}

static guint32
over_blanks (const Reader *reader, guint32 at)
{
  while (at < reader->end && g_ascii_isspace (reader->text[at]))
    at++;
  return at;
}

/* Behind a string, a comment or one byte. */
static guint32
step (const Reader *reader, guint32 at)
{
  const char *text = reader->text;
  char quote = text[at];
  const char *comment = reader->lua ? "--" : "//";

  if (strncmp (text + at, comment, 2) == 0 || (reader->php && quote == '#'))
    return at + (guint32) strcspn (text + at, "\n");
  if (!reader->lua && quote == '/' && text[at + 1] == '*') {
    const char *close = strstr (text + at + 2, "*/");

    return close ? (guint32) (close - text) + 2 : reader->end;
  }
  if (quote != '"' && quote != '\'')
    return at + 1;
  for (at++; at < reader->end && text[at] != quote && text[at] != '\n'; at++)
    at += text[at] == '\\';
  return at + 1;
}

/* A cast, or PHP's @, before the call. */
static guint32
before_cast (const Reader *reader, guint32 at, guint32 least)
{
  const char *text = reader->text;

  at = back_over_blanks (text, at, least);
  if (reader->php)
    return at > least && text[at - 1] == '@' ? back_over_blanks (text, at - 1, least) : 0;
  if (at <= least || text[at - 1] != ')')
    return at;
  for (at--; at > least && (is_word (text[at - 1]) || strchr (" \t*", text[at - 1])); at--)
    continue;
  return at > least && text[at - 1] == '(' ? back_over_blanks (text, at - 1, least) : 0;
}

/* The name of `TYPE *name =`, where a statement begins with it. */
static gboolean
find_name (Reader *reader, guint32 start)
{
  const char *text = reader->text;
  guint32 least = start > LONGEST_HEAD ? start - LONGEST_HEAD : 0, at = before_cast (reader, start, least);

  if (at <= least + 1 || text[at - 1] != '=' || strchr ("=!<>~+-*/|&.", text[at - 2]))
    return FALSE;
  reader->name_end = at = back_over_blanks (text, at - 1, least);
  while (at > least && is_word (text[at - 1]))
    at--;
  while (reader->lua && at > least && text[back_over_blanks (text, at, least) - 1] == ',') { /* f, err = */
    reader->name_end = at = back_over_blanks (text, back_over_blanks (text, at, least) - 1, least);
    while (at > least && is_word (text[at - 1]))
      at--;
  }
  reader->name = at;
  if (at == reader->name_end || (at > least && strchr (".>:", text[at - 1])))
    return FALSE;
  gboolean typed = FALSE, starred = FALSE;

  for (; at > least && (is_word (text[at - 1]) || strchr (" \t*&:<>$", text[at - 1])); at--) {
    typed |= is_word (text[at - 1]);
    starred |= text[at - 1] == '*';
  }
  return (at == 0 || strchr (";{})\n", text[at - 1])) && (typed || !starred); /* *name = goes elsewhere */
}

/* Whether the library's function of that name takes less arguments than one more than the commas between them. */
static gboolean
takes_less (const char *name, gsize length, guint32 commas)
{
  return (commas > 0 && ard_words_hold (takes_one, name, length)) ||
         (commas > 1 && ard_words_hold (takes_two, name, length));
}

/* Behind the arguments; 0 when the call is not all of the statement, or not the library's by its arguments. chained: a
 * member of what it gives is asked for. */
static guint32
behind_call (const Reader *reader, guint32 start, guint32 end, gboolean *chained)
{
  const char *text = reader->text;
  guint32 depth = 0, commas = 0, at = end;

  at = over_blanks (reader, at);
  if (at >= reader->end || text[at] != '(')
    return 0;
  do {
    depth += text[at] == '(';
    depth -= text[at] == ')';
    commas += depth == 1 && text[at] == ',';
    at = step (reader, at);
  } while (at < reader->end && depth);
  if (!reader->lua && !reader->php && takes_less (text + start, end - start, commas))
    return 0;
  *chained = reader->lua && at < reader->end && text[at] == ':';
  if (reader->lua)
    return strchr ("\r\n;-", text[at + (guint32) strspn (text + at, " \t")]) ? at : 0;
  at = over_blanks (reader, at);
  return at < reader->end && text[at] == ';' ? at : 0;
}

static gboolean
follows (const Reader *reader, guint32 at, const char *sign)
{
  return at + strlen (sign) <= reader->end && strncmp (reader->text + at, sign, strlen (sign)) == 0;
}

/* A mention in Lua, where `name:method ()` fails of nil and all else may be a look. */
static Verdict
judge_lua (const Reader *reader, guint32 behind)
{
  return behind < reader->end && reader->text[behind] == ':' && is_word (reader->text[behind + 1]) ? USED : LOOKED;
}

/* A mention at [start, end) inside the arguments of callee, if any. */
static Verdict
judge (const Reader *reader, guint32 start, guint32 end, const char *callee, gsize length)
{
  const char *text = reader->text;
  guint32 sigil = reader->php ? start - 1 : start, before = back_over_blanks (text, sigil, reader->name_end);
  guint32 behind = over_blanks (reader, end);
  char last = text[before - 1], next = behind < reader->end ? text[behind] : '\0';

  if (reader->lua)
    return judge_lua (reader, end);
  if (length == strlen ("sizeof") && memcmp (callee, "sizeof", length) == 0)
    return ON;
  if (strchr ("(,", last) && strchr (",)", next))
    return ard_words_hold (reader->dialect->takers, callee, length) ? USED
           : length == 4 && memcmp (callee, "free", 4) == 0         ? ON
                                                                    : LOOKED;
  if (reader->php)
    return LOOKED;
  if (follows (reader, end, "->") || (next == '[' && last != '!'))
    return USED;
  if (last == '*' && strchr (";{}=(,", text[back_over_blanks (text, before - 1, reader->name_end) - 1]))
    return USED;
  return LOOKED;
}

static gboolean
is_name (const Reader *reader, guint32 start, guint32 end)
{
  return end - start == reader->name_end - reader->name &&
         memcmp (reader->text + start, reader->text + reader->name, end - start) == 0 &&
         !strchr (".>", reader->text[start - 1]);
}

/* Behind the block of an else, which is not gone through by who has come here from the block before it; else behind the
 * brace. */
static guint32
over_else (const Reader *reader, guint32 brace)
{
  guint32 at = over_blanks (reader, brace + 1), depth = 0;

  while (follows (reader, at, "else")) {
    while (at < reader->end && (depth || reader->text[at] != ';')) {
      depth += reader->text[at] == '{';
      if (reader->text[at] == '}' && --depth == 0)
        break;
      at = step (reader, at);
    }
    brace = at;
    at = over_blanks (reader, brace + 1);
  }
  return brace + 1;
}

/* The first mention that decides. */
static gboolean
is_used_first (Reader *reader)
{
  const char *text = reader->text, *callees[BRACKETS] = { "" };
  gsize lengths[BRACKETS] = { 0 };
  guint32 depth = 0, word = 0, word_end = 0, blocks = 0;

  while (reader->at < reader->end) {
    guint32 at = reader->at;

    if (text[at] == '}' && at > 0 && text[at - 1] == '\n')
      return FALSE; /* the function ends */
    if (!reader->lua && text[at] == '}' && !blocks) {
      reader->at = over_else (reader, at);
      continue;
    }
    blocks += text[at] == '{';
    blocks -= text[at] == '}';
    if (is_word (text[at])) {
      Verdict verdict = ON;

      for (word = at; at < reader->end && is_word (text[at]); at++)
        continue;
      word_end = reader->at = at;
      if (is_name (reader, word, word_end))
        verdict = judge (reader, word, word_end, callees[depth % BRACKETS], lengths[depth % BRACKETS]);
      if (verdict != ON)
        return verdict == USED;
      continue;
    }
    if (text[at] == '(') {
      depth++;
      callees[depth % BRACKETS] = text + word;
      lengths[depth % BRACKETS] = back_over_blanks (text, at, word) == word_end ? word_end - word : 0;
    }
    depth -= text[at] == ')' && depth;
    reader->at = step (reader, at);
  }
  return FALSE;
}

gboolean
ard_value_is_unlooked (const ArdSource *source, const char *language, guint32 start, guint32 end)
{
  Reader reader = { .text = source->text, .end = (guint32) MIN ((gsize) source->size, (gsize) end + FARTHEST) };
  gboolean chained = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (dialects) && !reader.dialect; i++)
    if (strcmp (dialects[i].language, language) == 0 &&
        ard_words_hold (dialects[i].makers, source->text + start, end - start))
      reader.dialect = &dialects[i];
  if (!reader.dialect)
    return FALSE;
  reader.php = strcmp (language, "PHP") == 0;
  reader.lua = strcmp (language, "Lua") == 0;
  reader.at = behind_call (&reader, start, end, &chained);
  if (chained)
    return TRUE;
  return reader.at && find_name (&reader, start) && is_used_first (&reader);
}
