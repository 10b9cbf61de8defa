/*
 * Print the syntax tree that a grammar makes of a file: what the queries of
 * languages/ match. One node a line: field, type (anonymous ones quoted), line,
 * and the text of leaves. The last line is the number of errors.
 *
 * Usage: agree_tree LANGUAGE FILE      LANGUAGE: id in languages.def
 */
#include <stdio.h>
#include <string.h>

#include <glib.h>
#include <tree_sitter/api.h>

#define ARD_LANGUAGE(id, name, source, separator, extensions) const TSLanguage *tree_sitter_##id (void);
#include "languages/languages.def"
#undef ARD_LANGUAGE

static const struct {
  const char *id;
  const TSLanguage *(*language) (void);
} grammars[] = {
#define ARD_LANGUAGE(id, name, source, separator, extensions) { #id, tree_sitter_##id },
#include "languages/languages.def"
#undef ARD_LANGUAGE
};

static void
print_leaf (TSNode node, const char *text)
{
  guint32 start = ts_node_start_byte (node), end = MIN (ts_node_end_byte (node), start + 60);

  printf ("  ");
  for (guint32 i = start; i < end; i++)
    putchar (g_ascii_isprint (text[i]) || (guchar) text[i] >= 0x80 ? text[i] : ' ');
}

static void
print_node (TSTreeCursor *cursor, guint depth, const char *text)
{
  TSNode node = ts_tree_cursor_current_node (cursor);
  const char *field = ts_tree_cursor_current_field_name (cursor), *quote = ts_node_is_named (node) ? "" : "\"";

  printf ("%*s%s%s%s%s%s%s %u", (int) depth * 2, "", field ? field : "", field ? ": " : "",
          ts_node_is_missing (node) ? "MISSING " : "", quote, ts_node_type (node), quote,
          ts_node_start_point (node).row + 1);
  if (ts_node_child_count (node) == 0)
    print_leaf (node, text);
  putchar ('\n');
}

/* Returns how many nodes are errors. */
static guint
print_tree (TSNode root, const char *text)
{
  TSTreeCursor cursor = ts_tree_cursor_new (root);
  guint depth = 0, errors = 0;
  gboolean done = FALSE;

  while (!done) {
    TSNode node = ts_tree_cursor_current_node (&cursor);

    errors += ts_node_is_error (node) || ts_node_is_missing (node);
    print_node (&cursor, depth, text);
    if (ts_tree_cursor_goto_first_child (&cursor)) {
      depth++;
      continue;
    }
    while (!done && !ts_tree_cursor_goto_next_sibling (&cursor)) {
      done = !ts_tree_cursor_goto_parent (&cursor);
      depth -= !done;
    }
  }
  ts_tree_cursor_delete (&cursor);
  return errors;
}

static const TSLanguage *
find_language (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (grammars); i++)
    if (g_str_equal (grammars[i].id, id))
      return grammars[i].language ();
  return NULL;
}

int
main (int argc, char **argv)
{
  const TSLanguage *language = argc == 3 ? find_language (argv[1]) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize size;

  if (!language || !g_file_get_contents (argv[2], &text, &size, &error)) {
    fprintf (stderr, "usage: agree_tree LANGUAGE FILE%s%s\n", error ? ": " : "", error ? error->message : "");
    return 2;
  }

  TSParser *parser = ts_parser_new ();
  TSTree *tree;

  if (!ts_parser_set_language (parser, language)) {
    fprintf (stderr, "the grammar's version is not one that the runtime reads\n");
    return 1;
  }
  tree = ts_parser_parse_string (parser, NULL, text, (guint32) size);
  printf ("errors: %u\n", print_tree (ts_tree_root_node (tree), text));
  ts_tree_delete (tree);
  ts_parser_delete (parser);
  return 0;
}
