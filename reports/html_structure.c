#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/pick.h"
#include "reports/html.h"
#include "reports/html_graph.h"
#include "reports/name.h"

#define N_MODULES 60
#define N_CYCLES 40
#define N_MEMBERS 24
#define N_USES 12

static const char *
name_module (const ArdHtml *html, guint32 module)
{
  const char *path = ard_module (html->ledger->corpus, module)->path;

  return *path ? path : ard_messages_get (html->messages, "html.arch.root");
}

typedef struct {
  guint32 module;
  double weight;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->weight != right->weight)
    return left->weight < right->weight ? 1 : -1;
  return left->module < right->module ? -1 : left->module > right->module;
}

static void
add_module (const ArdHtml *html, xmlNode *parent, guint32 index)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  const ArdModule *module = ard_module (corpus, index);
  xmlNode *node = ard_html_add (parent, "module");
  guint n = 0;

  ard_html_number (node, "id", index);
  ard_html_text (node, "path", name_module (html, index));
  ard_html_number (node, "files", module->n_files);
  ard_html_number (node, "code-lines", module->code_lines);
  ard_html_number (node, "fan-in", module->fan_in);
  ard_html_number (node, "fan-out", module->fan_out);
  ard_html_number (node, "instability", module->instability);
  for (guint32 i = 0; i < corpus->module_dependencies->len; i++) {
    const ArdModuleDependency *use = &g_array_index (corpus->module_dependencies, ArdModuleDependency, i);

    if (use->from == index && n++ < N_USES) {
      xmlNode *child = ard_html_add (node, "use");

      ard_html_text (child, "path", name_module (html, use->to));
      ard_html_number (child, "n", use->n);
    }
  }
  ard_html_number (node, "left", n > N_USES ? n - N_USES : 0);
}

/* By the sum of uses, then by size: what others hang on comes first. */
static void
add_modules (const ArdHtml *html, xmlNode *parent)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint32 i = 0; i < corpus->modules->len; i++) {
    const ArdModule *module = ard_module (corpus, i);
    Place place = { i, module->fan_in + module->fan_out + module->code_lines / 1e9 };

    g_array_append_val (places, place);
  }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < MIN (places->len, N_MODULES); i++)
    add_module (html, parent, g_array_index (places, Place, i).module);
}

/* The strong dependencies that lead from a file to a member of the same cycle, as steps of a search. */
typedef struct {
  const ArdCorpus *corpus;
  GHashTable *members; /* set of file + 1 */
  GHashTable *came_by; /* file + 1 to dependency + 1 */
} Search;

static guint32
find_step (const Search *search, guint32 start)
{
  g_autoptr (GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, GUINT_TO_POINTER (start + 1));
  while (!g_queue_is_empty (queue)) {
    guint32 file = GPOINTER_TO_UINT (g_queue_pop_head (queue)) - 1;
    const ArdFile *row = ard_file (search->corpus, file);

    for (guint32 i = row->first_dependency; i < row->first_dependency + row->n_dependencies; i++) {
      const ArdDependency *use = ard_dependency (search->corpus, i);
      gpointer key = GUINT_TO_POINTER (use->to + 1);

      if (use->weak || use->to == file || !g_hash_table_contains (search->members, key))
        continue;
      if (use->to == start)
        return i;
      if (!g_hash_table_contains (search->came_by, key)) {
        g_hash_table_insert (search->came_by, key, GUINT_TO_POINTER (i + 1));
        g_queue_push_tail (queue, key);
      }
    }
  }
  return ARD_NONE;
}

/* The shortest way from a file back to itself within its cycle: dependencies in order; of guint32; yours. */
static GArray *
find_way (const ArdCorpus *corpus, const ArdCycle *cycle, guint32 start)
{
  g_autoptr (GHashTable) members = g_hash_table_new (NULL, NULL), came_by = g_hash_table_new (NULL, NULL);
  Search search = { corpus, members, came_by };
  GArray *way = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < cycle->n_members; i++)
    g_hash_table_add (members,
                      GUINT_TO_POINTER (g_array_index (corpus->cycle_members, guint32, cycle->first_member + i) + 1));
  for (guint32 step = find_step (&search, start); step != ARD_NONE;) {
    guint32 from = ard_dependency (corpus, step)->from;
    guint before = GPOINTER_TO_UINT (g_hash_table_lookup (came_by, GUINT_TO_POINTER (from + 1)));

    g_array_prepend_val (way, step);
    step = from == start || before == 0 ? ARD_NONE : before - 1;
  }
  return way;
}

static void
add_way (const ArdHtml *html, xmlNode *node, const ArdCycle *cycle)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autoptr (GArray) way =
      find_way (corpus, cycle, g_array_index (corpus->cycle_members, guint32, cycle->first_member));

  for (guint i = 0; i < way->len; i++) {
    const ArdDependency *use = ard_dependency (corpus, g_array_index (way, guint32, i));
    xmlNode *step = ard_html_add (node, "import");

    ard_html_text (step, "from", ard_file (corpus, use->from)->path);
    ard_html_text (step, "to", ard_file (corpus, use->to)->path);
    ard_html_number (step, "line", use->line);
  }
}

static void
add_cycle (const ArdHtml *html, xmlNode *parent, guint32 index)
{
  const ArdLedger *ledger = html->ledger;
  const ArdItem *item = ard_item (ledger, index);
  const ArdCycle *cycle = ard_cycle (ledger->corpus, item->cycle);
  xmlNode *node = ard_html_add (parent, "cycle");

  ard_html_text (node, "item", item->id);
  ard_html_flag (node, "listed", index < ard_html_n_items (ledger));
  ard_html_number (node, "n", cycle->n_members);
  ard_html_number (node, "cost", item->cost_month);
  add_way (html, node, cycle);
  for (guint32 i = 0; i < MIN (cycle->n_members, N_MEMBERS); i++)
    ard_html_text (
        ard_html_add (node, "member"), "path",
        ard_file (ledger->corpus, g_array_index (ledger->corpus->cycle_members, guint32, cycle->first_member + i))
            ->path);
}

void
ard_html_add_structure (const ArdHtml *html, xmlNode *root)
{
  const ArdLedger *ledger = html->ledger;
  const ArdCorpus *corpus = ledger->corpus;
  g_autoptr (GArray) cycles = ard_pick_items (ledger, ARD_UNIT_CYCLE);
  xmlNode *node = ard_html_add (root, "architecture");

  ard_html_number (node, "modules", corpus->modules->len);
  ard_html_number (node, "dependencies", corpus->dependencies->len);
  ard_html_number (node, "uses", corpus->module_dependencies->len);
  ard_html_number (node, "cycles", cycles->len);
  ard_html_add_graph (html, node);
  add_modules (html, node);
  for (guint i = 0; i < MIN (cycles->len, N_CYCLES); i++)
    add_cycle (html, node, g_array_index (cycles, guint32, i));
  ard_html_add_family (html, node, "architecture");
}
