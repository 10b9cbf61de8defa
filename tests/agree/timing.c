/*
 * What the phases of reading cost, in processor time of one thread: parse, query,
 * the rest (walk, tokens, sketches), and the search for clones. The best of several
 * rounds over all files, the phases in turns: other work on the machine hits all alike.
 *
 * Usage: timing ROOT [DATA] < PATHS      paths below ROOT, one a line; DATA: folder of queries that
 *                                        replace the built-in ones, as with --data
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "clones/clones.h"
#include "languages/internal.h"
#include "languages/languages.h"
#include "languages/marks.h"
#include "model/resource.h"

#define ROUNDS 3

enum { PARSE, QUERY, READ, CLONES, N_PHASES };

typedef struct {
  const ArdLanguages *languages;
  const ArdSettings *settings;
  ArdReader *reader;
  TSParser *parser;
  TSQueryCursor *cursor;
  GArray *marks;
  gsize bytes;
  guint files, unmeasured; /* of one round */
} Timing;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec * 1e-9;
}

static void
add_file (ArdCorpus *corpus, const char *path, const ArdFacts *facts)
{
  ArdFile file = { .path = g_string_chunk_insert (corpus->strings, path),
                   .language = facts->language ? facts->language : "Text",
                   .first_function = corpus->functions->len,
                   .n_functions = facts->functions->len,
                   .first_token = corpus->tokens->len,
                   .n_tokens = facts->content == ARD_CONTENT_TEXT ? facts->tokens->len : 0,
                   .module = ARD_NONE,
                   .coverage = NAN };

  for (guint i = 0; i < facts->functions->len; i++) {
    ArdCorpusFunction row = { .facts = g_array_index (facts->functions, ArdFunction, i), .file = corpus->files->len };

    row.facts.name = g_string_chunk_insert (corpus->strings, row.facts.name);
    g_array_append_val (corpus->functions, row);
  }
  g_array_append_vals (corpus->tokens, facts->tokens->data, file.n_tokens);
  g_array_append_val (corpus->files, file);
}

static void
time_file (Timing *self, ArdCorpus *corpus, const char *path, GBytes *bytes, double seconds[N_PHASES])
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *separator;
  const ArdGrammar *grammar =
      ard_languages_grammar (self->languages, ard_languages_guess (self->languages, path), &separator);
  g_auto (ArdFacts) facts = { 0 };
  double start, parsed, marked;

  if (!grammar)
    return;
  ts_parser_set_language (self->parser, ard_grammar_language (grammar));
  start = now ();

  TSTree *tree = ts_parser_parse_string (self->parser, NULL, text, (guint32) size);

  parsed = now ();
  ard_grammar_mark (grammar, self->cursor, ts_tree_root_node (tree), text, self->marks);
  marked = now ();
  ts_tree_delete (tree);
  seconds[PARSE] += parsed - start;
  seconds[QUERY] += marked - parsed;
  ard_facts_init (&facts);
  start = now ();
  ard_reader_read (self->reader, path, bytes, &facts);
  seconds[READ] += now () - start;
  add_file (corpus, path, &facts);
  self->files++;
  self->bytes += size;
  self->unmeasured += !facts.measured;
}

static void
run_round (Timing *self, const GPtrArray *paths, const GPtrArray *texts, double best[N_PHASES])
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  double seconds[N_PHASES] = { 0 }, start;

  self->files = self->unmeasured = 0;
  self->bytes = 0;
  for (guint i = 0; i < paths->len; i++)
    time_file (self, corpus, g_ptr_array_index (paths, i), g_ptr_array_index (texts, i), seconds);
  start = now ();
  ard_clones_find (corpus, self->settings, 1);
  seconds[CLONES] = now () - start;
  for (guint i = 0; i < N_PHASES; i++)
    best[i] = best[i] > 0 ? MIN (best[i], seconds[i]) : seconds[i];
}

static void
load_paths (const char *root, GPtrArray *paths, GPtrArray *texts)
{
  char path[8192], *text;
  gsize size;

  while (fgets (path, sizeof path, stdin)) {
    g_autofree char *full = g_build_filename (root, g_strchomp (path), NULL);

    if (g_file_test (full, G_FILE_TEST_IS_SYMLINK) || !g_file_get_contents (full, &text, &size, NULL))
      continue;
    g_ptr_array_add (paths, g_strdup (path));
    g_ptr_array_add (texts, g_bytes_new_take (text, size));
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  double best[N_PHASES] = { 0 };

  if (argc == 3)
    ard_resource_set_folder (argv[2]);

  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, &error);

  if (!languages || argc < 2 || argc > 3) {
    fprintf (stderr, "timing: %s\n", error ? error->message : "usage: timing ROOT [DATA] < PATHS");
    return 2;
  }

  g_autoptr (ArdReader) reader = ard_reader_new (languages);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (ArdMark));
  Timing timing = { languages, settings, reader, ts_parser_new (), ts_query_cursor_new (), marks, 0, 0, 0 };

  load_paths (argv[1], paths, texts);
  for (guint i = 0; i <= ROUNDS; i++)
    run_round (&timing, paths, texts, i ? best : (double[N_PHASES]){ 0 });
  printf ("%u files, %.1f MB, %u unmeasured: parse %.3f s, query %.3f s (%.2f), the rest %.3f s (%.2f), clones %.3f s "
          "(%.2f)\n",
          timing.files, (double) timing.bytes / 1e6, timing.unmeasured, best[PARSE], best[QUERY],
          best[QUERY] / best[PARSE], best[READ] - best[PARSE] - best[QUERY],
          (best[READ] - best[PARSE] - best[QUERY]) / best[PARSE], best[CLONES], best[CLONES] / best[PARSE]);
  ts_query_cursor_delete (timing.cursor);
  ts_parser_delete (timing.parser);
  return 0;
}
