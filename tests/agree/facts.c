/*
 * Print what languages/ says of files, one JSON object a line: for the programs
 * that compare it with other tools'.
 *
 * Usage: facts ROOT [DATA] < PATHS      paths below ROOT, one a line; DATA: folder of queries that
 *                                        replace the built-in ones, as with --data
 */
#include <stdio.h>
#include <string.h>

#include "languages/languages.h"
#include "model/resource.h"

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
print_functions (const ArdFacts *facts)
{
  for (guint i = 0; i < facts->functions->len; i++) {
    const ArdFunction *row = &g_array_index (facts->functions, ArdFunction, i);

    printf ("%s{\"name\": ", i ? ", " : "");
    print_text (row->name);
    printf (", \"start\": %u, \"end\": %u, \"code\": %u, \"table\": %u, \"cyclomatic\": %u, \"cognitive\": %u, "
            "\"nesting\": %u, \"parameters\": %u, \"parent\": %d, \"traits\": %u}",
            row->start_line, row->end_line, row->code_lines, row->table_lines, row->cyclomatic, row->cognitive,
            row->nesting, row->parameters, row->parent == ARD_NONE ? -1 : (int) row->parent, row->traits);
  }
}

static void
print_facts (const char *path, const ArdFacts *facts)
{
  static const char *const classes[] = { "text", "binary", "generated", "minified", "too large" };

  printf ("{\"path\": ");
  print_text (path);
  printf (", \"language\": \"%s\", \"content\": \"%s\", \"bytes\": %" G_GINT64_FORMAT
          ", \"lines\": %u, \"code\": %u, \"comment\": %u, \"blank\": %u, \"error_share\": %.6f, \"measured\": %s, "
          "\"functions\": [",
          facts->language, classes[facts->content], facts->size_bytes, facts->lines, facts->code_lines,
          facts->comment_lines, facts->blank_lines, facts->error_share, facts->measured ? "true" : "false");
  print_functions (facts);
  printf ("], \"captures\": [");
  for (guint i = 0; i < facts->captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts->captures, ArdCapture, i);

    printf ("%s{\"kind\": %d, \"line\": %u, \"end\": %u, \"traits\": %u, \"text\": ", i ? ", " : "", row->kind,
            row->start_line, row->end_line, row->traits);
    print_text (row->text);
    putchar ('}');
  }
  puts ("]}");
}

static void
read_path (ArdReader *reader, const char *root, const char *path)
{
  g_autofree char *full = g_build_filename (root, path, NULL);
  g_auto (ArdFacts) facts = { 0 };
  char *text;
  gsize size;

  if (g_file_test (full, G_FILE_TEST_IS_SYMLINK) || !g_file_get_contents (full, &text, &size, NULL))
    return;

  g_autoptr (GBytes) bytes = g_bytes_new_take (text, size);

  ard_facts_init (&facts);
  ard_reader_read (reader, path, bytes, &facts);
  print_facts (path, &facts);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  char path[8192];

  if (argc == 3)
    ard_resource_set_folder (argv[2]);

  g_autoptr (ArdLanguages) languages = ard_languages_new (settings, &error);

  if (!languages || argc < 2 || argc > 3) {
    fprintf (stderr, "facts: %s\n", error ? error->message : "usage: facts ROOT [DATA] < PATHS");
    return 2;
  }

  g_autoptr (ArdReader) reader = ard_reader_new (languages);

  while (fgets (path, sizeof path, stdin))
    read_path (reader, argv[1], g_strchomp (path));
  return 0;
}
