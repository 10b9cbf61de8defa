#include "languages/interpreter.h"

#include <glib.h>
#include <string.h>

static const struct {
  const char *words, *language;
} rows[] = {
  { "bash sh dash ksh ash bats", "Bash" },
  { "kotlin", "Kotlin" },
  { "lua luajit texlua", "Lua" },
  { "node nodejs", "JavaScript" },
  { "deno bun tsx ts-node", "TypeScript" },
  { "perl", "Perl" },
  { "php", "PHP" },
  { "python pypy", "Python" },
  { "ruby", "Ruby" },
  { "scala", "Scala" },
  { "swift", "Swift" },
  { "zsh csh tcsh fish", "Shell" },
};

static gboolean
is_env_option (const char *word)
{
  return !*word || *word == '-' || strchr (word, '=');
}

/* The program's name of a line after its "#!". */
static char *
find_program (const char *line)
{
  g_auto (GStrv) words = g_strsplit_set (line, " \t\r", -1);
  char **word = words;
  g_autofree char *name = NULL;

  while (*word && !**word)
    word++;
  if (!*word)
    return g_strdup ("");
  name = g_path_get_basename (*word++);
  if (g_str_equal (name, "env")) {
    while (*word && is_env_option (*word))
      word++;
    g_free (name);
    name = g_path_get_basename (*word ? *word : "");
  }
  for (gsize n = strlen (name); n && (g_ascii_isdigit (name[n - 1]) || strchr (".-", name[n - 1])); n--)
    name[n - 1] = '\0';
  return g_steal_pointer (&name);
}

const char *
ard_interpreter_language (const char *text)
{
  g_autofree char *line = NULL, *program = NULL;

  if (!g_str_has_prefix (text, "#!"))
    return "Text";
  line = g_strndup (text + 2, MIN (strcspn (text + 2, "\n"), 1000));
  program = find_program (line);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) words = g_strsplit (rows[i].words, " ", -1);

    if (g_strv_contains ((const char *const *) words, program))
      return rows[i].language;
  }
  return "Text";
}
