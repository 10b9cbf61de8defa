#include "imports/imports.h"

#include "imports/modules.h"
#include "imports/resolve.h"

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const ArdDependency *left = a, *right = b;

  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  if (left->to != right->to)
    return left->to < right->to ? -1 : 1;
  if (left->weak != right->weak)
    return left->weak ? 1 : -1;
  return left->line < right->line ? -1 : left->line > right->line;
}

/* The first row of a pair is its first strong one, where there is one. */
static void
keep_pairs (ArdCorpus *corpus, GArray *edges)
{
  g_array_sort (edges, compare_edges);
  for (guint i = 0; i < edges->len; i++) {
    const ArdDependency *edge = &g_array_index (edges, ArdDependency, i);
    const ArdDependency *last =
        corpus->dependencies->len ? ard_dependency (corpus, corpus->dependencies->len - 1) : NULL;
    ArdFile *file = ard_file (corpus, edge->from);

    if (last && last->from == edge->from && last->to == edge->to)
      continue;
    if (file->n_dependencies++ == 0)
      file->first_dependency = corpus->dependencies->len;
    g_array_append_val (corpus->dependencies, *edge);
  }
}

void
ard_imports_resolve (ArdCorpus *corpus, const ArdSettings *settings G_GNUC_UNUSED)
{
  static void (*const families[]) (ArdResolution *) = { ard_resolve_c,     ard_resolve_python, ard_resolve_script,
                                                        ard_resolve_named, ard_resolve_go,     ard_resolve_rust,
                                                        ard_resolve_ruby,  ard_resolve_swift,  ard_resolve_loaded };
  g_autoptr (ArdPaths) paths = ard_paths_new (corpus);
  g_autoptr (ArdDefinitions) names = ard_definitions_new (corpus);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (ArdDependency));
  ArdResolution resolution = { corpus, paths, names, edges, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    families[i](&resolution);
  keep_pairs (corpus, edges);
  ard_modules_fill (corpus);
  ard_cycles_fill (corpus);
  if (resolution.ambiguous > 0)
    ard_notes_add (corpus->notes, NULL,
                   "%u imports and names could mean several files each: left out of the dependencies",
                   resolution.ambiguous);
}
