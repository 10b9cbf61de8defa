#include <string.h>

#include "model/glob.h"
#include "repository/handle.h"

#define MAX_FILE (1 << 20)

typedef struct {
  char *glob; /* owned */
  gboolean negated, folders_only;
} Rule;

/* The rules of one file; they speak of paths below folder. */
typedef struct {
  gsize folder_length; /* of its path and the '/' behind it */
  GArray *rules;       /* of Rule */
} Level;

struct ArdIgnores {
  GArray *levels; /* of Level: info/exclude, then from the root downwards */
};

static void
clear_rule (gpointer data)
{
  g_free (((Rule *) data)->glob);
}

static void
clear_level (gpointer data)
{
  g_array_unref (((Level *) data)->rules);
}

ArdIgnores *
ard_ignores_new (void)
{
  ArdIgnores *ignores = g_new (ArdIgnores, 1);

  ignores->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (ignores->levels, clear_level);
  return ignores;
}

void
ard_ignores_free (ArdIgnores *ignores)
{
  g_array_unref (ignores->levels);
  g_free (ignores);
}

/* Blanks at the end do not count unless escaped. */
static void
trim (char *line)
{
  gsize length = strlen (line);

  if (length && line[length - 1] == '\r')
    line[--length] = '\0';
  while (length && line[length - 1] == ' ' && !(length > 1 && line[length - 2] == '\\'))
    line[--length] = '\0';
}

static void
add_rule (GArray *rules, char *line)
{
  Rule rule = { 0 };

  trim (line);
  if (*line == '#' || *line == '\0')
    return;
  rule.negated = *line == '!';
  line += rule.negated;
  rule.folders_only = g_str_has_suffix (line, "/");
  if (*line == '\0' || strcmp (line, "/") == 0)
    return;
  rule.glob = g_strdup (line);
  g_array_append_val (rules, rule);
}

void
ard_ignores_push (ArdIgnores *ignores, const char *folder, GBytes *text)
{
  Level level = { *folder ? strlen (folder) + 1 : 0, g_array_new (FALSE, FALSE, sizeof (Rule)) };
  gsize size = 0;
  const char *data = text ? g_bytes_get_data (text, &size) : NULL;
  g_autofree char *copy = g_strndup (data ? data : "", MIN (size, MAX_FILE));
  gboolean marked = g_str_has_prefix (copy, "\357\273\277"); /* a byte order mark */
  g_auto (GStrv) lines = g_strsplit (copy + (marked ? 3 : 0), "\n", -1);

  g_array_set_clear_func (level.rules, clear_rule);
  for (char **line = lines; *line; line++)
    add_rule (level.rules, *line);
  g_array_append_val (ignores->levels, level);
}

void
ard_ignores_pop (ArdIgnores *ignores)
{
  g_array_set_size (ignores->levels, ignores->levels->len - 1);
}

gboolean
ard_ignores_match (const ArdIgnores *ignores, const char *path, gboolean is_folder)
{
  for (guint i = ignores->levels->len; i-- > 0;) {
    const Level *level = &g_array_index (ignores->levels, Level, i);

    for (guint j = level->rules->len; j-- > 0;) {
      const Rule *rule = &g_array_index (level->rules, Rule, j);

      if ((is_folder || !rule->folders_only) && ard_glob_match (rule->glob, path + level->folder_length))
        return !rule->negated;
    }
  }
  return FALSE;
}
