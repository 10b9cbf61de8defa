/*
 * Print the clone classes of a folder of files, one JSON object a line, for
 * clones.py to compare with what was planted; times of the phases on stderr.
 *
 * Usage: clones ROOT [JOBS [DATA]] < PATHS      paths below ROOT, one a line, sorted by bytes; DATA: folder of
 *                                               queries that replace the built-in ones, as with --data
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "clones/clones.h"
#include "languages/languages.h"
#include "model/parallel.h"
#include "model/resource.h"
#include "reading.h"

typedef struct {
  const char *root;
  GPtrArray *paths;
  ArdFacts *facts;
  ArdReader **readers;
} Reading;

static void
read_file (guint worker, guint index, gpointer data)
{
  Reading *reading = data;
  const char *path = g_ptr_array_index (reading->paths, index);
  g_autofree char *full = g_build_filename (reading->root, path, NULL);
  char *text;
  gsize size;

  ard_facts_init (&reading->facts[index]);
  if (g_file_test (full, G_FILE_TEST_IS_SYMLINK) || !g_file_get_contents (full, &text, &size, NULL))
    return;

  g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);

  ard_reader_read (reading->readers[worker], path, bytes, &reading->facts[index]);
}

static void
print_class (const ArdCorpus *corpus, const ArdCloneClass *class)
{
  printf ("{\"type\": %u, \"tokens\": %u, \"lines\": %u, \"identity\": \"%016" G_GINT64_MODIFIER "x\", \"copies\": [",
          class->type, class->tokens, class->lines, class->identity);
  for (guint32 i = 0; i < class->n_copies; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + i);

    printf ("%s[\"%s\", %u, %u]", i ? ", " : "", ard_file (corpus, copy->file)->path, copy->start_line, copy->end_line);
  }
  puts ("]}");
}

static ArdCorpus *
read_all (Reading *reading, guint jobs)
{
  ArdCorpus *corpus = ard_corpus_new ();

  reading->facts = g_new0 (ArdFacts, reading->paths->len);
  ard_parallel_for (reading->paths->len, jobs, read_file, reading);
  for (guint i = 0; i < reading->paths->len; i++) {
    ard_reading_add (corpus, g_ptr_array_index (reading->paths, i), &reading->facts[i]);
    ard_facts_clear (&reading->facts[i]);
  }
  g_free (reading->facts);
  return corpus;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArdSettings) settings = ard_settings_new ();

  if (argc > 3)
    ard_resource_set_folder (argv[3]);

  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, &error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  guint jobs = argc > 2 ? (guint) atoi (argv[2]) : 1;
  g_autofree ArdReader **readers = g_new0 (ArdReader *, jobs);
  char path[8192];

  if (!languages || argc < 2) {
    fprintf (stderr, "clones: %s\n", error ? error->message : "usage: clones ROOT [JOBS [DATA]] < PATHS");
    return 2;
  }
  while (fgets (path, sizeof path, stdin))
    g_ptr_array_add (paths, g_strdup (g_strchomp (path)));
  for (guint i = 0; i < jobs; i++)
    readers[i] = ard_reader_new (languages);

  Reading reading = { .root = argv[1], .paths = paths, .readers = readers };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (ArdCorpus) corpus = read_all (&reading, jobs);
  gint64 read = g_get_monotonic_time ();
  clock_t spent = clock ();

  ard_clones_find (corpus, settings, jobs);
  fprintf (stderr, "files %u, tokens %u, read %.3f s, clones %.3f s, processors %.3f s\n", corpus->files->len,
           corpus->tokens->len, (double) (read - start) / 1e6, (double) (g_get_monotonic_time () - read) / 1e6,
           (double) (clock () - spent) / CLOCKS_PER_SEC);
  for (guint32 i = 0; i < corpus->clone_classes->len; i++)
    print_class (corpus, ard_clone_class (corpus, i));
  for (guint i = 0; i < jobs; i++)
    ard_reader_free (readers[i]);
  return 0;
}
