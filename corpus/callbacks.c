#include "corpus/callbacks.h"

#include <string.h>

#include "languages/languages.h"

/* Functions of one simple name. */
typedef struct Namesakes Namesakes;
struct Namesakes {
  const char *name;   /* simple */
  GArray *functions;  /* of guint32: those with a parameter that is never mentioned */
  const char *scope;  /* qualified name of the first one seen, whatever its parameters */
  guint32 file;       /* its file */
  gboolean elsewhere; /* another stands in another class or file */
  Namesakes *next;    /* of the same text, in another language */
};

typedef struct {
  ArdCorpus *corpus;
  GHashTable *by_name; /* "language simple" to Namesakes */
  GHashTable *by_text; /* ArdToken.text to Namesakes */
  guint8 seen[8192];   /* low bits of these texts: most tokens need not be looked up */
} Marking;

static void
free_namesakes (gpointer data)
{
  Namesakes *namesakes = data;

  g_array_unref (namesakes->functions);
  g_free (namesakes);
}

/* Behind the last separator of a qualified name. */
static const char *
simple_name (const char *name)
{
  const char *simple = name;

  for (const char *c = name; *c; c++)
    if (strchr (".:#\\", *c))
      simple = c + 1;
  return simple;
}

static const char *
family_of (const char *language)
{
  if (strcmp (language, "C++") == 0)
    return "C";
  if (strcmp (language, "TypeScript") == 0 || strcmp (language, "TSX") == 0)
    return "JavaScript";
  return language;
}

static char *
key_of (const ArdCorpus *corpus, const ArdCorpusFunction *function)
{
  return g_strconcat (family_of (ard_file (corpus, function->file)->language), " ", simple_name (function->facts.name),
                      NULL);
}

static void
watch (Marking *marking, Namesakes *namesakes, gboolean member)
{
  guint32 text = ard_token_text (namesakes->name, strlen (namesakes->name), member);

  namesakes->next = g_hash_table_lookup (marking->by_text, GUINT_TO_POINTER (text));
  g_hash_table_insert (marking->by_text, GUINT_TO_POINTER (text), namesakes);
  marking->seen[(text & 0xffff) >> 3] |= (guint8) (1 << (text & 7));
}

static void
want (Marking *marking, const ArdCorpusFunction *function, guint32 index)
{
  char *key = key_of (marking->corpus, function);
  const char *simple = simple_name (function->facts.name);
  Namesakes *namesakes = g_hash_table_lookup (marking->by_name, key);

  if (namesakes) {
    g_free (key);
  } else {
    namesakes = g_new0 (Namesakes, 1);
    namesakes->name = simple;
    namesakes->functions = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_hash_table_insert (marking->by_name, key, namesakes);
    watch (marking, namesakes, FALSE);
    watch (marking, namesakes, TRUE);
  }
  if (namesakes->functions->len == 0 ||
      g_array_index (namesakes->functions, guint32, namesakes->functions->len - 1) != index)
    g_array_append_val (namesakes->functions, index);
}

static void
list_wanted (Marking *marking)
{
  ArdCorpus *corpus = marking->corpus;

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCapture *capture = &ard_capture (corpus, i)->facts;

    if (capture->kind != ARD_CAPTURE_PARAMETER || capture->function == ARD_NONE)
      continue;

    const ArdCorpusFunction *function = ard_function (corpus, capture->function);

    if (*simple_name (function->facts.name) && !(function->facts.traits & ARD_FUNCTION_FIXED))
      want (marking, function, capture->function);
  }
}

static gboolean
is_same_scope (const Namesakes *namesakes, const ArdCorpusFunction *function)
{
  gsize length = (gsize) (simple_name (function->facts.name) - function->facts.name);

  return namesakes->file == function->file && strncmp (namesakes->scope, function->facts.name, length) == 0 &&
         (gsize) (simple_name (namesakes->scope) - namesakes->scope) == length;
}

static void
find_namesakes (Marking *marking)
{
  ArdCorpus *corpus = marking->corpus;

  for (guint32 i = 0; i < corpus->functions->len; i++) {
    const ArdCorpusFunction *function = ard_function (corpus, i);
    g_autofree char *key = key_of (corpus, function);
    Namesakes *namesakes = g_hash_table_lookup (marking->by_name, key);

    if (!namesakes || (ard_file (corpus, function->file)->flags & ARD_FILE_NOT_JUDGED))
      continue;
    if (!namesakes->scope) {
      namesakes->scope = function->facts.name;
      namesakes->file = function->file;
    } else if (!is_same_scope (namesakes, function)) {
      namesakes->elsewhere = TRUE;
    }
  }
}

static void
fix (Marking *marking, const Namesakes *namesakes)
{
  for (guint i = 0; i < namesakes->functions->len; i++)
    ard_function (marking->corpus, g_array_index (namesakes->functions, guint32, i))->facts.traits |=
        ARD_FUNCTION_FIXED;
}

/* Line on which the list of parameters of a function ends at the earliest. */
static guint32
head_end (const ArdCorpus *corpus, guint32 index)
{
  const ArdCorpusFunction *function = ard_function (corpus, index);
  const ArdFile *file = ard_file (corpus, function->file);

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *capture = &ard_capture (corpus, file->first_capture + i)->facts;

    if (capture->kind == ARD_CAPTURE_PARAMETER && capture->function == index)
      return capture->start_line;
  }
  return function->facts.start_line;
}

/* Whether a name at that line is the head of one of the functions. */
static gboolean
is_head (const ArdCorpus *corpus, const Namesakes *namesakes, guint32 file, guint32 line)
{
  for (guint i = 0; i < namesakes->functions->len; i++) {
    guint32 index = g_array_index (namesakes->functions, guint32, i);
    const ArdCorpusFunction *function = ard_function (corpus, index);

    if (function->file == file && function->facts.start_line <= line && line <= head_end (corpus, index))
      return TRUE;
  }
  return FALSE;
}

static void
find_values (Marking *marking)
{
  ArdCorpus *corpus = marking->corpus;
  guint32 call = ard_token_text ("(", 1, FALSE);

  for (guint32 f = 0; f < corpus->files->len; f++) {
    const ArdFile *file = ard_file (corpus, f);

    for (guint32 i = 0; i < file->n_tokens; i++) {
      const ArdToken *token = ard_token (corpus, file->first_token + i);
      gboolean called = i + 1 < file->n_tokens && token[1].text == call;

      if (called || !(marking->seen[(token->text & 0xffff) >> 3] & 1 << (token->text & 7)))
        continue;

      Namesakes *namesakes = g_hash_table_lookup (marking->by_text, GUINT_TO_POINTER (token->text));

      for (; namesakes; namesakes = namesakes->next)
        if (!is_head (corpus, namesakes, f, token->line))
          fix (marking, namesakes);
    }
  }
}

void
ard_callbacks_mark (ArdCorpus *corpus)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_namesakes);
  g_autoptr (GHashTable) by_text = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autofree Marking *marking = g_new0 (Marking, 1);
  GHashTableIter iter;
  gpointer namesakes;

  marking->corpus = corpus;
  marking->by_name = by_name;
  marking->by_text = by_text;
  list_wanted (marking);
  find_namesakes (marking);
  find_values (marking);
  g_hash_table_iter_init (&iter, by_name);
  while (g_hash_table_iter_next (&iter, NULL, &namesakes))
    if (((Namesakes *) namesakes)->elsewhere)
      fix (marking, namesakes);
}
