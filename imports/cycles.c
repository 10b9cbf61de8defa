#include "imports/modules.h"

#include <stdlib.h>
#include <string.h>

#include "imports/definitions.h"
#include "model/hash.h"

/* Files are numbered in the order in which they are met (Tarjan 1972); 0: not met. */
typedef struct {
  const ArdCorpus *corpus;
  guint32 *number, *lowest;
  gboolean *waits; /* on the stack */
  GArray *stack;   /* of guint32, files met whose component is not told */
  GArray *path;    /* of Step, in place of recursion */
  guint32 met;
} Search;

typedef struct {
  guint32 file, next; /* next: of its dependencies, to be followed */
} Step;

/* Within the compiler's own unit files may need each other, and beyond it they cannot. */
static gboolean
is_closed (const char *language)
{
  static const char *const languages[] = { "Go", "Rust", "Swift" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (language, languages[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_packaged (const char *language)
{
  static const char *const languages[] = { "Java", "Kotlin", "Scala", "C#", "PHP" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (language, languages[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_followed (const ArdCorpus *corpus, const ArdDependency *row)
{
  const ArdFile *to = ard_file (corpus, row->to);

  return !row->weak && ard_file_is_product (to) && !is_closed (to->language);
}

static void
meet (Search *search, guint32 file)
{
  Step step = { file, 0 };

  search->number[file] = search->lowest[file] = ++search->met;
  search->waits[file] = TRUE;
  g_array_append_val (search->stack, file);
  g_array_append_val (search->path, step);
}

/* The next file that the last of the path leads to and that is not met, or ARD_NONE. */
static guint32
advance (Search *search)
{
  Step *step = &g_array_index (search->path, Step, search->path->len - 1);
  const ArdFile *file = ard_file (search->corpus, step->file);

  while (step->next < file->n_dependencies) {
    const ArdDependency *row = ard_dependency (search->corpus, file->first_dependency + step->next++);

    if (!is_followed (search->corpus, row))
      continue;
    if (search->number[row->to] == 0)
      return row->to;
    if (search->waits[row->to])
      search->lowest[step->file] = MIN (search->lowest[step->file], search->number[row->to]);
  }
  return ARD_NONE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return left < right ? -1 : left > right;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_within (const char *package, const char *other)
{
  gsize length = strlen (other);

  return strncmp (package, other, length) == 0 && (package[length] == '\0' || package[length] == '.' || length == 0);
}

/* Whether two of the packages stand beside each other: sorted, those of a chain lie each inside the one before. */
static gboolean
spans_packages (const ArdCorpus *corpus, const GArray *members)
{
  g_autoptr (GHashTable) packages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree const char **names = NULL;
  guint n;

  for (guint i = 0; i < members->len; i++)
    g_hash_table_add (
        packages, ard_definitions_package (corpus, ard_file (corpus, g_array_index (members, guint32, i)), ARD_NONE));
  names = (const char **) g_hash_table_get_keys_as_array (packages, &n);
  qsort (names, n, sizeof *names, compare_texts);
  for (guint i = 1; i < n; i++)
    if (!is_within (names[i], names[i - 1]))
      return TRUE;
  return FALSE;
}

static int
compare_identities (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return left < right ? -1 : left > right;
}

/* A hash of the members' identities in their own order: a renamed file keeps its own. */
static guint64
identity_of (const ArdCorpus *corpus, const GArray *members)
{
  g_autoptr (GArray) identities = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 hash = ARD_HASH_START;

  for (guint i = 0; i < members->len; i++)
    g_array_append_val (identities, ard_file (corpus, g_array_index (members, guint32, i))->identity);
  g_array_sort (identities, compare_identities);
  for (guint i = 0; i < identities->len; i++)
    hash = ard_hash_add_number (hash, g_array_index (identities, guint64, i));
  return hash;
}

static void
keep (ArdCorpus *corpus, GArray *members)
{
  ArdCycle cycle = { corpus->cycle_members->len, members->len, 0 };

  if (members->len < 2)
    return;
  g_array_sort (members, compare_numbers);
  if (is_packaged (ard_file (corpus, g_array_index (members, guint32, 0))->language) &&
      !spans_packages (corpus, members))
    return;
  cycle.identity = identity_of (corpus, members);
  g_array_append_vals (corpus->cycle_members, members->data, members->len);
  g_array_append_val (corpus->cycles, cycle);
}

/* The last of the path is done: a root takes its component off the stack. */
static void
close_last (Search *search, ArdCorpus *corpus)
{
  guint32 file = g_array_index (search->path, Step, search->path->len - 1).file;
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_set_size (search->path, search->path->len - 1);
  if (search->path->len > 0) {
    guint32 parent = g_array_index (search->path, Step, search->path->len - 1).file;

    search->lowest[parent] = MIN (search->lowest[parent], search->lowest[file]);
  }
  while (search->lowest[file] == search->number[file] && search->waits[file]) {
    guint32 member = g_array_index (search->stack, guint32, search->stack->len - 1);

    search->waits[member] = FALSE;
    g_array_append_val (members, member);
    g_array_set_size (search->stack, search->stack->len - 1);
  }
  keep (corpus, members);
}

static void
walk_from (Search *search, ArdCorpus *corpus, guint32 root)
{
  meet (search, root);
  while (search->path->len > 0) {
    guint32 next = advance (search);

    if (next != ARD_NONE)
      meet (search, next);
    else
      close_last (search, corpus);
  }
}

static int
compare_cycles (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint32 *members = (const guint32 *) data;
  guint32 left = members[((const ArdCycle *) a)->first_member], right = members[((const ArdCycle *) b)->first_member];

  return left < right ? -1 : left > right;
}

void
ard_cycles_fill (ArdCorpus *corpus)
{
  guint32 n = corpus->files->len;
  Search search = { corpus,
                    g_new0 (guint32, n + 1),
                    g_new0 (guint32, n + 1),
                    g_new0 (gboolean, n + 1),
                    g_array_new (FALSE, FALSE, sizeof (guint32)),
                    g_array_new (FALSE, FALSE, sizeof (Step)),
                    0 };

  for (guint32 i = 0; i < n; i++)
    if (search.number[i] == 0 && ard_file_is_product (ard_file (corpus, i)) &&
        !is_closed (ard_file (corpus, i)->language))
      walk_from (&search, corpus, i);
  g_array_sort_with_data (corpus->cycles, compare_cycles, corpus->cycle_members->data);
  g_free (search.number);
  g_free (search.lowest);
  g_free (search.waits);
  g_array_unref (search.stack);
  g_array_unref (search.path);
}
