#ifndef ARD_TESTS_CLONES_MADE_H
#define ARD_TESTS_CLONES_MADE_H

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "clones/clones.h"

/*
 * Corpora made of texts: words are names but for a few keywords, "…" are strings,
 * digits numbers, the rest signs; a statement begins behind ";", "{" and "}".
 */
static inline guint8
made_kind (const char *word, gsize size)
{
  static const char *const keywords[] = { "int", "if", "for", "while", "return", "else", "void" };

  if (g_ascii_isdigit (*word))
    return ARD_TOKEN_NUMBER;
  if (*word == '"')
    return ARD_TOKEN_STRING;
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (strlen (keywords[i]) == size && strncmp (keywords[i], word, size) == 0)
      return ARD_TOKEN_WORD;
  return g_ascii_isalpha (*word) ? ARD_TOKEN_NAME : ARD_TOKEN_WORD;
}

static inline gsize
made_size (const char *text)
{
  gsize size = 1;

  if (*text == '"')
    return strcspn (text + 1, "\"") + 2;
  while (g_ascii_isalnum (*text) && g_ascii_isalnum (text[size]))
    size++;
  return size;
}

static inline guint32
made_hash (const char *word, gsize size)
{
  guint32 hash = 2166136261U;

  for (gsize i = 0; i < size; i++)
    hash = (hash ^ (guchar) word[i]) * 16777619U;
  return hash;
}

/* Append a file and the tokens of its text; in path order. Returns its row. */
static inline ArdFile *
made_file (ArdCorpus *corpus, const char *path, const char *language, const char *text)
{
  ArdFile file = { .path = g_string_chunk_insert (corpus->strings, path),
                   .language = language,
                   .measured = TRUE,
                   .first_function = corpus->functions->len,
                   .first_token = corpus->tokens->len,
                   .module = ARD_NONE,
                   .coverage = NAN };
  guint32 line = 1;
  guint16 depth = 0;
  gboolean first = TRUE;

  for (const char *c = text; *c;) {
    if (*c == '\n')
      line++;
    if (g_ascii_isspace (*c)) {
      c++;
      continue;
    }

    gsize size = made_size (c);
    gboolean opens = strchr ("([{", *c) != NULL, closes = strchr (")]}", *c) != NULL;

    depth = (guint16) (depth - (closes && depth ? 1 : 0));

    guint8 flags = (guint8) ((first ? ARD_TOKEN_STATEMENT : 0) | (strchr ("{}", *c) ? ARD_TOKEN_BRACE : 0));
    ArdToken token = { made_hash (c, size), line, made_kind (c, size), flags, depth };

    depth = (guint16) (depth + (opens ? 1 : 0));
    first = strchr (";{}", *c) != NULL;
    g_array_append_val (corpus->tokens, token);
    c += size;
  }
  file.n_tokens = corpus->tokens->len - file.first_token;
  g_array_append_val (corpus->files, file);
  return ard_file (corpus, corpus->files->len - 1);
}

static inline void
made_find (ArdCorpus *corpus, guint jobs)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();

  ard_clones_find (corpus, settings, jobs);
}

/* "type: path start-end, path start-end; …" of all classes. Yours. */
static inline char *
made_classes (const ArdCorpus *corpus)
{
  GString *out = g_string_new (NULL);

  for (guint32 i = 0; i < corpus->clone_classes->len; i++) {
    const ArdCloneClass *class = ard_clone_class (corpus, i);

    g_string_append_printf (out, "%s%u:", i ? "; " : "", class->type);
    for (guint32 j = 0; j < class->n_copies; j++) {
      const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + j);

      ck_assert_uint_eq (copy->clone_class, i);
      g_string_append_printf (out, "%s %s %u-%u", j ? "," : "", ard_file (corpus, copy->file)->path, copy->start_line,
                              copy->end_line);
    }
  }
  return g_string_free (out, FALSE);
}

/* Classes of files a.c and b.c. Yours. */
static inline char *
made_pair (const char *a, const char *b)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();

  made_file (corpus, "a.c", "C", a);
  made_file (corpus, "b.c", "C", b);
  made_find (corpus, 1);
  return made_classes (corpus);
}

#endif
