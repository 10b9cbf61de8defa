#include "reports/html_couplings.h"

#include <string.h>

#include "reports/html_arcs.h"

#define N_COUPLINGS 40 /* of code, and as many others */
#define N_COMMITS 5

/* What a pair says: two files of code, code and a test or example, a document or a build file. */
typedef enum { CODE, TEST, OTHER } Kind;

static Kind
kind_of_file (const ArdFile *file)
{
  if (!file->measured)
    return OTHER;
  return file->flags & (ARD_FILE_TEST | ARD_FILE_EXAMPLE) ? TEST : CODE;
}

static Kind
kind_of (const ArdCorpus *corpus, const ArdCoupling *coupling)
{
  return MAX (kind_of_file (ard_file (corpus, coupling->one)), kind_of_file (ard_file (corpus, coupling->other)));
}

/* "lib/multi_ev.c" and "include/multi_ev.h" are one unit. */
static gboolean
same_unit (const ArdFile *one, const ArdFile *other)
{
  g_autofree char *left = g_path_get_basename (one->path), *right = g_path_get_basename (other->path);
  gsize length = strcspn (left, ".");

  return length > 0 && strcspn (right, ".") == length && strncmp (left, right, length) == 0;
}

/* Something of the one's unit is used by the other's file: its header, say. */
static gboolean
uses_unit (const ArdCorpus *corpus, const ArdFile *from, const ArdFile *to)
{
  for (guint32 i = 0; i < from->n_dependencies; i++)
    if (same_unit (ard_file (corpus, ard_dependency (corpus, from->first_dependency + i)->to), to))
      return TRUE;
  return FALSE;
}

static gboolean
is_explained (const ArdCorpus *corpus, const ArdCoupling *coupling)
{
  const ArdFile *one = ard_file (corpus, coupling->one), *other = ard_file (corpus, coupling->other);

  return coupling->depends || same_unit (one, other) || uses_unit (corpus, one, other) ||
         uses_unit (corpus, other, one);
}

typedef struct {
  guint32 row;
  Kind kind;
  double weight;
} Ranked;

/* What reaches over modules and what nothing in the code explains weigh more. */
static Ranked
rank (const ArdCorpus *corpus, guint32 row)
{
  const ArdCoupling *coupling = ard_coupling (corpus, row);
  Ranked ranked = { row, kind_of (corpus, coupling), coupling->together * coupling->confidence };

  ranked.weight *= (coupling->across ? 2 : 1) * (ranked.kind != OTHER && is_explained (corpus, coupling) ? 0.5 : 1);
  return ranked;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  if (left->weight != right->weight)
    return left->weight < right->weight ? 1 : -1;
  return left->row < right->row ? -1 : left->row > right->row;
}

GArray *
ard_html_order_couplings (const ArdCorpus *corpus)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint32 i = 0; i < corpus->couplings->len; i++) {
    Ranked ranked = rank (corpus, i);

    g_array_append_val (all, ranked);
  }
  g_array_sort (all, compare);
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (order, g_array_index (all, Ranked, i).row);
  return order;
}

static void
add_end (const ArdHtml *html, xmlNode *parent, const char *name, guint32 index)
{
  const ArdFile *file = ard_file (html->ledger->corpus, index);
  xmlNode *node = ard_html_add (parent, name);

  ard_html_link_file (html, node, index);
  ard_html_flag (node, "test", (file->flags & ARD_FILE_TEST) != 0);
}

/* A renamed file is one file of its two rows. */
static guint32
count_files (const ArdCorpus *corpus, const ArdCommit *commit)
{
  guint32 n = commit->n_changes;

  for (guint32 i = 0; i < commit->n_changes; i++)
    n -= ard_change (corpus, commit->first_change + i)->renamed_from != ARD_NONE;
  return n;
}

static gboolean
counts (const ArdHtml *html, const ArdCommit *commit)
{
  return (commit->flags & ARD_COMMIT_IN_WINDOW) && !(commit->flags & ARD_COMMIT_NOT_COUNTED) &&
         count_files (html->ledger->corpus, commit) <= html->ledger->settings->coupling_max_files;
}

static void
add_commit (xmlNode *parent, const ArdCommit *commit)
{
  xmlNode *node = ard_html_add (parent, "commit");
  char id[11];

  for (guint i = 0; i < 5; i++)
    g_snprintf (id + 2 * i, 3, "%02x", commit->id.bytes[i]);
  ard_html_text (node, "id", id);
  ard_html_date (node, "date", commit->time_s);
  ard_html_text (node, "subject", commit->subject);
}

static guint32
commit_of (const ArdCorpus *corpus, const ArdFile *file, guint32 i)
{
  return ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i))->commit;
}

/* The newest commits that changed both: both lists run by commit. */
static void
add_commits (const ArdHtml *html, xmlNode *parent, const ArdCoupling *coupling)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  const ArdFile *one = ard_file (corpus, coupling->one), *other = ard_file (corpus, coupling->other);
  guint32 last = ARD_NONE;

  for (guint32 i = 0, j = 0, n = 0; i < one->n_changes && j < other->n_changes && n < N_COMMITS;) {
    guint32 left = commit_of (corpus, one, i), right = commit_of (corpus, other, j);

    i += left <= right;
    j += right <= left;
    if (left != right || left == last || !counts (html, ard_commit (corpus, left)))
      continue;
    add_commit (parent, ard_commit (corpus, last = left));
    n++;
  }
}

static void
add_coupling (const ArdHtml *html, xmlNode *parent, guint32 index)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  const ArdCoupling *coupling = ard_coupling (corpus, index);
  gboolean code = kind_of (corpus, coupling) == CODE;
  xmlNode *node = ard_html_add (parent, "coupling");

  ard_html_number (node, "id", index);
  ard_html_number (node, "together", coupling->together);
  ard_html_number (node, "revisions-one", coupling->revisions_one);
  ard_html_number (node, "revisions-other", coupling->revisions_other);
  ard_html_number (node, "confidence", coupling->confidence);
  ard_html_number (node, "lift", coupling->lift);
  ard_html_flag (node, "code", kind_of (corpus, coupling) != OTHER);
  ard_html_flag (node, "across", code && coupling->across);
  ard_html_flag (node, "depends", coupling->depends);
  ard_html_flag (node, "hidden", code && !is_explained (corpus, coupling));
  add_end (html, node, "one", coupling->one);
  add_end (html, node, "other", coupling->other);
  add_commits (html, node, coupling);
}

void
ard_html_add_couplings (const ArdHtml *html, xmlNode *parent)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autoptr (GArray) order = ard_html_order_couplings (corpus);
  g_autoptr (GArray) code = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (code->len < order->len &&
         kind_of (corpus, ard_coupling (corpus, g_array_index (order, guint32, code->len))) != OTHER)
    g_array_append_val (code, g_array_index (order, guint32, code->len));
  ard_html_number (parent, "couplings", order->len);
  ard_html_number (parent, "couplings-code", code->len);
  ard_html_add_arcs (html, parent, code->len ? code : order);
  for (guint i = 0; i < MIN (code->len, N_COUPLINGS); i++)
    add_coupling (html, parent, g_array_index (order, guint32, i));
  for (guint i = code->len; i < MIN (order->len, code->len + N_COUPLINGS); i++)
    add_coupling (html, parent, g_array_index (order, guint32, i));
}
