#include <jansson.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reports/html.h"
#include "reports/text.h"

/* Beyond this many boxes, the small files of a folder that cost nothing share one. */
#define MAX_BOXES 6000

typedef struct {
  const ArdLedger *ledger;
  guint32 *first_item; /* per file: index of its first listed item, or ARD_NONE */
  guint *n_items;      /* per file: its listed items */
  guint32 min_lines;   /* smaller files that cost nothing are put together */
} Map;

static json_t *
make_text (const char *bytes, gsize length)
{
  g_autofree char *part = g_strndup (bytes, length);
  g_autofree char *line = ard_text_line (part);

  return json_string (line);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? 1 : left > right ? -1 : 0;
}

static guint32
find_min_lines (const ArdCorpus *corpus)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (corpus->files->len <= MAX_BOXES)
    return 0;
  for (guint32 i = 0; i < corpus->files->len; i++)
    g_array_append_val (lines, ard_file (corpus, i)->code_lines);
  g_array_sort (lines, compare_lines);
  return g_array_index (lines, guint32, MAX_BOXES) + 1;
}

static double
or_zero (double value)
{
  return isfinite (value) ? value : 0;
}

static gboolean
is_small (const Map *map, guint32 file)
{
  return ard_file (map->ledger->corpus, file)->code_lines < map->min_lines && map->n_items[file] == 0 &&
         !(ard_file_score (map->ledger, file)->cost_month > 0);
}

static json_t *
make_file (const Map *map, guint32 i, const char *name)
{
  const ArdFile *file = ard_file (map->ledger->corpus, i);
  const ArdFileScore *score = ard_file_score (map->ledger, i);
  json_t *row = json_array ();

  json_array_append_new (row, make_text (name, strlen (name)));
  json_array_append_new (row, json_integer (file->code_lines));
  if (score->health >= 1 && map->n_items[i] == 0)
    return row;
  json_array_append_new (row, json_real (or_zero (score->cost_month)));
  json_array_append_new (row, json_real (or_zero (score->health)));
  json_array_append_new (row, json_real (or_zero (score->hours_month)));
  if (map->n_items[i] > 0) {
    json_array_append_new (row, json_integer (map->n_items[i]));
    json_array_append_new (row, json_string (ard_item (map->ledger, map->first_item[i])->id));
  }
  return row;
}

/* Length of path's first folder below prefix with its slash, 0 when it is a file. */
static gsize
folder_length (const char *path, gsize prefix)
{
  const char *slash = strchr (path + prefix, '/');

  return slash ? (gsize) (slash - path) - prefix + 1 : 0;
}

static json_t *make_children (const Map *map, guint32 first, guint32 end, gsize prefix);

/* A folder that holds nothing but one folder is joined with it: "src/main/java". */
static json_t *
make_folder (const Map *map, guint32 first, guint32 end, gsize prefix, gsize length)
{
  const char *path = ard_file (map->ledger->corpus, first)->path;
  const char *last = ard_file (map->ledger->corpus, end - 1)->path;
  gsize more = folder_length (path, prefix + length);

  while (more > 0 && strncmp (path, last, prefix + length + more) == 0) {
    length += more;
    more = folder_length (path, prefix + length);
  }

  json_t *children = make_children (map, first, end, prefix + length);

  if (json_array_size (children) == 0) {
    json_decref (children);
    return NULL;
  }

  json_t *row = json_array ();

  json_array_append_new (row, make_text (path + prefix, length - 1));
  json_array_append_new (row, children);
  return row;
}

static json_t *
make_small (guint n, guint64 lines)
{
  json_t *row = json_array ();

  json_array_append_new (row, json_integer (n));
  json_array_append_new (row, json_integer ((json_int_t) lines));
  return row;
}

static json_t *
make_children (const Map *map, guint32 first, guint32 end, gsize prefix)
{
  const ArdCorpus *corpus = map->ledger->corpus;
  json_t *children = json_array ();
  guint n_small = 0;
  guint64 small_lines = 0;

  for (guint32 i = first, next; i < end; i = next) {
    const char *path = ard_file (corpus, i)->path;
    gsize length = folder_length (path, prefix);

    next = i + 1;
    if (length > 0) {
      while (next < end && strncmp (ard_file (corpus, next)->path + prefix, path + prefix, length) == 0)
        next++;

      json_t *folder = make_folder (map, i, next, prefix, length);

      if (folder)
        json_array_append_new (children, folder);
    } else if (ard_file (corpus, i)->code_lines > 0 && is_small (map, i)) {
      n_small++;
      small_lines += ard_file (corpus, i)->code_lines;
    } else if (ard_file (corpus, i)->code_lines > 0) {
      json_array_append_new (children, make_file (map, i, path + prefix));
    }
  }
  if (n_small > 0)
    json_array_append_new (children, make_small (n_small, small_lines));
  return children;
}

static void
count_items (Map *map)
{
  guint32 n_files = map->ledger->corpus->files->len;

  map->first_item = g_new (guint32, n_files + 1);
  map->n_items = g_new0 (guint, n_files + 1);
  for (guint32 i = 0; i < ard_html_n_items (map->ledger); i++) {
    g_autoptr (GArray) files = ard_item_files (map->ledger, ard_item (map->ledger, i));

    for (guint j = 0; j < files->len; j++) {
      guint32 file = g_array_index (files, guint32, j);

      if (map->n_items[file]++ == 0)
        map->first_item[file] = i;
    }
  }
}

char *
ard_html_map (const ArdLedger *ledger)
{
  Map map = { .ledger = ledger, .min_lines = find_min_lines (ledger->corpus) };

  count_items (&map);

  json_t *tree = make_children (&map, 0, ledger->corpus->files->len, 0);
  char *text = json_dumps (tree, JSON_COMPACT | JSON_REAL_PRECISION (4));
  g_auto (GStrv) parts = g_strsplit (text, "<", -1);

  json_decref (tree);
  free (text);
  g_free (map.first_item);
  g_free (map.n_items);
  return g_strjoinv ("\\u003c", parts);
}
