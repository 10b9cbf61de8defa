#include <math.h>
#include <stdlib.h>

#include "reports/html.h"

#define N_PEOPLE 25
#define N_MODULES 25
#define N_NAMES 4
#define N_NEEDS 20
#define N_LOST 15
#define LEAST_NEED 0.05 /* of the largest */

typedef struct {
  guint32 row;
  double first, second; /* keys, largest first */
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->first != right->first)
    return left->first < right->first ? 1 : -1;
  if (left->second != right->second)
    return left->second < right->second ? 1 : -1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static GArray *
new_places (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Place));
}

static void
name_person (const ArdHtml *html, xmlNode *node, const char *name, guint32 author)
{
  ard_html_text (node, name, ard_author (html->ledger->corpus, author)->name);
}

static gboolean
is_active (const ArdCorpus *corpus, guint32 author)
{
  return ard_person (corpus, author)->active;
}

/* The active owner of a file besides one person who has the largest part, or ARD_NONE. */
static guint32
find_owner (const ArdCorpus *corpus, const ArdFile *file, guint32 except)
{
  for (guint32 i = 0; i < file->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (corpus, file->first_knowledge + i);

    if (row->owner && row->author != except && is_active (corpus, row->author))
      return row->author;
  }
  return ARD_NONE;
}

static void
add_lost_file (const ArdHtml *html, xmlNode *parent, guint32 index, const guint8 *leaves)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  const ArdFile *file = ard_file (corpus, index);
  const ArdKnowledge *heir =
      ard_corpus_find_next (corpus, index, leaves, 2 * html->ledger->settings->knowledge_inactive_d);
  xmlNode *node = ard_html_add (parent, "file");

  ard_html_link_file (html, node, index);
  ard_html_number (node, "code-lines", file->code_lines);
  ard_html_number (node, "hours", ard_file_score (html->ledger, index)->hours_month);
  if (!heir)
    return;
  name_person (html, node, "heir", heir->author);
  ard_html_number (node, "heir-recent", heir->recent);
  ard_html_date (node, "heir-last", heir->last_s);
}

static gboolean
is_code (const ArdFile *file)
{
  return file->measured && !(file->flags & ARD_FILE_NOT_JUDGED);
}

/* Files of code that only this person owns among those who are here, the most worked on first. */
static void
add_lost (const ArdHtml *html, xmlNode *parent, guint32 author)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autoptr (GArray) places = new_places ();
  g_autofree guint8 *leaves = g_new0 (guint8, corpus->authors->len + 1);
  double hours = 0;

  leaves[author] = 1;

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdKnowledge *row = ard_corpus_find_knowledge (corpus, i, author);
    const ArdFileScore *score = ard_file_score (html->ledger, i);

    if (!row || !row->owner || !is_code (ard_file (corpus, i)) ||
        find_owner (corpus, ard_file (corpus, i), author) != ARD_NONE)
      continue;
    g_array_append_val (places, ((Place){ i, score->hours_month, ard_file (corpus, i)->code_lines }));
    hours += score->hours_month;
  }
  g_array_sort (places, compare_places);
  ard_html_number (parent, "lost", places->len);
  ard_html_number (parent, "hours", hours);
  for (guint i = 0; i < MIN (places->len, N_LOST); i++)
    add_lost_file (html, parent, g_array_index (places, Place, i).row, leaves);
}

static void
add_person (const ArdHtml *html, xmlNode *parent, guint32 author)
{
  const ArdPerson *person = ard_person (html->ledger->corpus, author);
  xmlNode *node = ard_html_add (parent, "person");

  ard_html_number (node, "id", author);
  name_person (html, node, "name", author);
  ard_html_date (node, "first", person->first_s);
  ard_html_date (node, "last", person->last_s);
  ard_html_number (node, "commits", person->commits);
  ard_html_number (node, "recent", person->recent);
  ard_html_number (node, "files", person->files);
  ard_html_number (node, "alone", person->alone);
  ard_html_number (node, "days", person->days);
  add_lost (html, node, author);
}

/* Those who know a file; the rest of the active people is a number. */
static void
add_people (const ArdHtml *html, xmlNode *parent)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autoptr (GArray) places = new_places ();
  guint all = 0, active = 0;

  for (guint32 i = 0; i < corpus->persons->len; i++) {
    const ArdPerson *person = ard_person (corpus, i);
    gboolean here = person->active && !ard_author (corpus, i)->bot;

    all += person->commits > 0;
    active += here;
    if (here && person->files > 0)
      g_array_append_val (places, ((Place){ i, person->alone, person->days }));
  }
  g_array_sort (places, compare_places);
  ard_html_number (parent, "active", active);
  ard_html_number (parent, "knowing", places->len);
  ard_html_number (parent, "all", all);
  for (guint i = 0; i < MIN (places->len, N_PEOPLE); i++)
    add_person (html, parent, g_array_index (places, Place, i).row);
}

static void
add_leavers (const ArdHtml *html, xmlNode *parent, const char *name, guint32 first, guint32 n)
{
  const ArdCorpus *corpus = html->ledger->corpus;

  for (guint32 i = 0; i < MIN (n, N_NAMES); i++) {
    const ArdTruckPerson *person = ard_truck_person (corpus, first + i);
    xmlNode *node = ard_html_add (parent, name);

    name_person (html, node, "name", person->author);
    ard_html_number (node, "files", person->files);
  }
}

static void
add_truck (const ArdHtml *html, xmlNode *parent, const ArdTruckFactor *truck)
{
  xmlNode *node = ard_html_add (parent, truck->module == ARD_NONE ? "whole" : "module");

  if (truck->module != ARD_NONE) {
    const char *path = ard_module (html->ledger->corpus, truck->module)->path;

    ard_html_text (node, "path", *path ? path : ard_messages_get (html->messages, "html.arch.root"));
  }
  ard_html_number (node, "files", truck->files);
  ard_html_number (node, "people", truck->people);
  ard_html_number (node, "factor", truck->factor);
  ard_html_number (node, "coverage", truck->coverage);
  ard_html_number (node, "owned", truck->owned);
  ard_html_number (node, "owned-share", truck->files ? (double) truck->owned / truck->files : NAN);
  ard_html_number (node, "active-factor", truck->active_factor);
  ard_html_number (node, "active-coverage", truck->active_coverage);
  ard_html_number (node, "all-factor", truck->all_factor);
  ard_html_number (node, "all-coverage", truck->all_coverage);
  add_leavers (html, node, "leaver", truck->first_leaver, truck->factor);
  add_leavers (html, node, "holder", truck->first_active, truck->active_factor);
}

/* The repository, then the largest folders. */
static void
add_trucks (const ArdHtml *html, xmlNode *parent)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autoptr (GArray) places = new_places ();

  for (guint32 i = 0; i < corpus->truck_factors->len; i++) {
    const ArdTruckFactor *truck = ard_truck_factor (corpus, i);

    g_array_append_val (places, ((Place){ i, truck->module == ARD_NONE ? INFINITY : truck->files, 0 }));
  }
  g_array_sort (places, compare_places);
  ard_html_number (parent, "modules", places->len ? places->len - 1 : 0);
  for (guint i = 0; i < MIN (places->len, N_MODULES + 1); i++)
    add_truck (html, parent, ard_truck_factor (corpus, g_array_index (places, Place, i).row));
}

static void
add_needs (const ArdHtml *html, xmlNode *parent)
{
  const ArdCorpus *corpus = html->ledger->corpus;

  ard_html_number (parent, "needs", corpus->needs->len);
  for (guint32 i = 0; i < MIN (corpus->needs->len, N_NEEDS); i++) {
    const ArdNeed *need = ard_need (corpus, i);
    const ArdCoupling *coupling = ard_coupling (corpus, need->strongest);

    if (need->need < LEAST_NEED)
      continue;

    xmlNode *node = ard_html_add (parent, "need");

    name_person (html, node, "one", need->one);
    name_person (html, node, "other", need->other);
    ard_html_number (node, "need", need->need);
    ard_html_number (node, "couplings", need->couplings);
    ard_html_number (node, "shared", need->shared);
    ard_html_number (node, "coupling", need->strongest);
    ard_html_text (node, "file", ard_file (corpus, coupling->one)->path);
    ard_html_text (node, "with", ard_file (corpus, coupling->other)->path);
  }
}

void
ard_html_add_people (const ArdHtml *html, xmlNode *root)
{
  const ArdSettings *settings = html->ledger->settings;
  xmlNode *node = ard_html_add (root, "people");

  ard_html_number (node, "inactive", settings->knowledge_inactive_d);
  ard_html_number (node, "least", settings->knowledge_least_people);
  ard_html_number (node, "truck-coverage", settings->knowledge_truck_coverage);
  ard_html_number (node, "owner-share", settings->knowledge_normalised_doa);
  add_trucks (html, node);
  add_people (html, node);
  add_needs (html, node);
  ard_html_add_family (html, node, "knowledge");
}
