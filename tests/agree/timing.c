/*
 * What the phases of reading cost, in processor time of one thread: parse, query,
 * the rest (walk, tokens, sketches), and the search for clones. Of every file and
 * phase the best of several rounds, of the clone search the best round, all in turns:
 * other work on the machine hits all alike.
 *
 * Usage: timing ROOT [DATA] < PATHS      paths below ROOT, one a line; DATA: folder of queries, as with --data,
 *                                        that are run beside the built-in ones: what theirs cost more is "beyond"
 */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "clones/clones.h"
#include "languages/internal.h"
#include "languages/languages.h"
#include "languages/marks.h"
#include "model/resource.h"
#include "reading.h"

#define ROUNDS 12

/* Twice what a file's queries and its reading cost: with the built-in queries, and with those of DATA. */
enum { PARSE, QUERY, READ, OTHER_QUERY, OTHER_READ, N_PHASES };

typedef struct {
  double seconds[N_PHASES];
} Best;

typedef struct {
  const ArdLanguages *languages, *others;
  const ArdSettings *settings;
  ArdReader *reader, *other_reader;
  TSParser *parser;
  TSQueryCursor *cursor;
  GArray *marks;
  gsize bytes;
  guint files, unmeasured; /* of one round */
  guint round;
} Timing;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec * 1e-9;
}

static void
keep_best (double *best, double start)
{
  double seconds = now () - start;

  *best = *best > 0 ? MIN (*best, seconds) : seconds;
}

static const ArdGrammar *
find_grammar (const ArdLanguages *languages, const char *path)
{
  const char *separator;

  return ard_languages_grammar (languages, ard_languages_guess (languages, path), &separator);
}

/* Whoever comes second finds the tree in the processor's cache: each round another is first. */
static void
time_query (Timing *self, const ArdLanguages *languages, const char *path, TSNode root, const char *text, double *best)
{
  const ArdGrammar *grammar = find_grammar (languages, path);
  double start = now ();

  ard_grammar_mark (grammar, self->cursor, root, text, self->marks);
  keep_best (best, start);
}

static void
time_file (Timing *self, ArdCorpus *corpus, const char *path, GBytes *bytes, Best *best)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const ArdGrammar *grammar = find_grammar (self->languages, path);
  g_auto (ArdFacts) facts = { 0 }, others = { 0 };
  double start;

  if (!grammar)
    return;
  ts_parser_set_language (self->parser, ard_grammar_language (grammar));
  start = now ();

  TSTree *tree = ts_parser_parse_string (self->parser, NULL, text, (guint32) size);

  keep_best (&best->seconds[PARSE], start);
  if (self->round % 2)
    time_query (self, self->others, path, ts_tree_root_node (tree), text, &best->seconds[OTHER_QUERY]);
  time_query (self, self->languages, path, ts_tree_root_node (tree), text, &best->seconds[QUERY]);
  if (self->round % 2 == 0)
    time_query (self, self->others, path, ts_tree_root_node (tree), text, &best->seconds[OTHER_QUERY]);
  ts_tree_delete (tree);
  ard_facts_init (&facts);
  ard_facts_init (&others);
  start = now ();
  ard_reader_read (self->reader, path, bytes, &facts);
  keep_best (&best->seconds[READ], start);
  start = now ();
  ard_reader_read (self->other_reader, path, bytes, &others);
  keep_best (&best->seconds[OTHER_READ], start);
  ard_reading_add (corpus, path, &facts);
  self->files++;
  self->bytes += size;
  self->unmeasured += !facts.measured;
}

static void
run_round (Timing *self, const GPtrArray *paths, const GPtrArray *texts, Best *files, double *clones)
{
  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  double start;

  self->files = self->unmeasured = 0;
  self->bytes = 0;
  for (guint i = 0; i < paths->len; i++)
    time_file (self, corpus, g_ptr_array_index (paths, i), g_ptr_array_index (texts, i), &files[i]);
  start = now ();
  ard_clones_find (corpus, self->settings, 1);
  keep_best (clones, start);
}

static void
print (const Timing *self, const Best *files, guint n, double clones)
{
  double sums[N_PHASES] = { 0 }, parse;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < N_PHASES; j++)
      sums[j] += files[i].seconds[j];
  parse = sums[PARSE];
  printf ("%u files, %.1f MB, %u unmeasured: parse %.3f s, query %.3f s (%.2f), the rest %.3f s (%.2f), clones %.3f s "
          "(%.2f)",
          self->files, (double) self->bytes / 1e6, self->unmeasured, parse, sums[QUERY], sums[QUERY] / parse,
          sums[READ] - parse - sums[QUERY], (sums[READ] - parse - sums[QUERY]) / parse, clones, clones / parse);
  if (self->others != self->languages)
    printf ("; beyond DATA: query %.3f s (%.2f), with the rest %.3f s (%.2f); query and clones %.2f",
            sums[QUERY] - sums[OTHER_QUERY], (sums[QUERY] - sums[OTHER_QUERY]) / parse, sums[READ] - sums[OTHER_READ],
            (sums[READ] - sums[OTHER_READ]) / parse, (sums[QUERY] - sums[OTHER_QUERY] + clones) / parse);
  printf ("\n");
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
  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, &error), others = NULL;
  double clones = 0;

  if (languages && argc == 3) {
    ard_resource_set_folder (argv[2]);
    others = ard_languages_new (settings, &error);
  }
  if (error || argc < 2 || argc > 3) {
    fprintf (stderr, "timing: %s\n", error ? error->message : "usage: timing ROOT [DATA] < PATHS");
    return 2;
  }

  const ArdLanguages *beside = others ? others : languages;
  g_autoptr (ArdReader) reader = ard_reader_new (languages), other_reader = ard_reader_new (beside);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (ArdMark));
  Timing timing = { languages, beside, settings, reader, other_reader, ts_parser_new (), ts_query_cursor_new (), marks,
                    0,         0,      0,        0 };

  load_paths (argv[1], paths, texts);

  g_autofree Best *files = g_new0 (Best, paths->len + 1);

  for (timing.round = 0; timing.round < ROUNDS; timing.round++)
    run_round (&timing, paths, texts, files, &clones);
  print (&timing, files, paths->len, clones);
  ts_query_cursor_delete (timing.cursor);
  ts_parser_delete (timing.parser);
  return 0;
}
