/*
 * Print what imports/ says of a repository's work tree, one JSON object a line: dependencies, then folders, then
 * cycles; for imports.py to compare with other tools'.
 *
 * Usage: imports REPOSITORY
 */
#include <math.h>
#include <stdio.h>

#include "corpus/corpus.h"

static void
print_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  putchar ('"');
  for (const char *c = valid; *c; c++)
    if ((guchar) *c < ' ')
      printf ("\\u%04x", (guint) (guchar) *c);
    else if (*c == '"' || *c == '\\')
      printf ("\\%c", *c);
    else
      putchar (*c);
  putchar ('"');
}

static void
print_dependencies (const ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->dependencies->len; i++) {
    const ArdDependency *row = ard_dependency (corpus, i);
    const ArdFile *from = ard_file (corpus, row->from);

    printf ("{\"from\": ");
    print_text (from->path);
    printf (", \"to\": ");
    print_text (ard_file (corpus, row->to)->path);
    printf (", \"line\": %u, \"weak\": %s, \"test\": %s, \"language\": \"%s\"}\n", row->line,
            row->weak ? "true" : "false", from->flags & ARD_FILE_TEST ? "true" : "false", from->language);
  }
}

static void
print_modules (const ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->modules->len; i++) {
    const ArdModule *row = ard_module (corpus, i);

    printf ("{\"module\": ");
    print_text (row->path);
    printf (", \"files\": %u, \"code\": %u, \"fan_in\": %u, \"fan_out\": %u, \"instability\": %.3f}\n", row->n_files,
            row->code_lines, row->fan_in, row->fan_out, isnan (row->instability) ? -1 : row->instability);
  }
}

static void
print_cycles (const ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->cycles->len; i++) {
    const ArdCycle *row = ard_cycle (corpus, i);

    printf ("{\"cycle\": [");
    for (guint32 j = 0; j < row->n_members; j++) {
      printf ("%s", j ? ", " : "");
      print_text (ard_file (corpus, g_array_index (corpus->cycle_members, guint32, row->first_member + j))->path);
    }
    puts ("]}");
  }
}

static ArdCorpus *
read_repository (const char *path, GError **error)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, error);
  g_autoptr (ArdRepository) repository = languages ? ard_repository_open (path, error) : NULL;
  ArdBuild build = { .settings = settings, .languages = languages, .jobs = 2 };
  ArdOid head;

  if (!repository || !ard_repository_resolve (repository, "HEAD", &head, error))
    return NULL;
  return ard_corpus_build (repository, &head, FALSE, &build, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArdCorpus) corpus = argc == 2 ? read_repository (argv[1], &error) : NULL;

  if (!corpus) {
    fprintf (stderr, "imports: %s\n", error ? error->message : "usage: imports REPOSITORY");
    return 2;
  }
  print_dependencies (corpus);
  print_modules (corpus);
  print_cycles (corpus);
  return 0;
}
