#include <string.h>

#include "model/pick.h"
#include "reports/html.h"
#include "reports/html_align.h"
#include "reports/name.h"

static const ArdExcerpt *
find_excerpt (const ArdLedger *ledger, const ArdItem *item, const ArdCloneCopy *copy)
{
  for (guint32 i = 0; i < item->n_excerpts; i++) {
    const ArdExcerpt *excerpt = ard_excerpt (ledger, item->first_excerpt + i);

    if (excerpt->file == copy->file && excerpt->line == copy->start_line)
      return excerpt;
  }
  return NULL;
}

static char **
split_lines (const ArdExcerpt *excerpt)
{
  char **lines = g_strsplit (excerpt->text, "\n", -1);
  guint n = g_strv_length (lines);

  while (n > 0 && !*lines[n - 1])
    g_clear_pointer (&lines[--n], g_free);
  for (guint i = 0; i < n; i++) {
    char *fitted = ard_html_fit_line (g_strchomp (lines[i]));

    g_free (lines[i]);
    lines[i] = fitted;
  }
  return lines;
}

/* <left n="12">, its words that the other line lacks in <d>. */
static void
add_side (xmlNode *row, const char *name, guint32 line, const char *text, const char *other)
{
  xmlNode *node = ard_html_add (row, name);
  g_autoptr (GArray) runs = ard_html_runs (text, other ? other : text);

  ard_html_number (node, "n", line);
  for (guint i = 0; i < runs->len; i++) {
    const ArdLineRun *run = &g_array_index (runs, ArdLineRun, i);
    g_autofree char *part = g_strndup (text + run->start, run->length);

    xmlNewTextChild (node, NULL, BAD_CAST (other && run->differs ? "d" : "s"), BAD_CAST part);
  }
}

static void
add_row (xmlNode *node, const ArdLinePair *pair, char *const *left, char *const *right, guint32 left_line,
         guint32 right_line)
{
  static const char *const kinds[] = {
    [ARD_LINES_SAME] = "same", [ARD_LINES_ALIKE] = "alike", [ARD_LINES_LEFT] = "left", [ARD_LINES_RIGHT] = "right"
  };
  xmlNode *row = ard_html_add (node, "row");
  gboolean alike = pair->kind == ARD_LINES_ALIKE;

  ard_html_text (row, "kind", kinds[pair->kind]);
  if (pair->kind != ARD_LINES_RIGHT)
    add_side (row, "left", left_line + pair->left, left[pair->left], alike ? right[pair->right] : NULL);
  if (pair->kind != ARD_LINES_LEFT)
    add_side (row, "right", right_line + pair->right, right[pair->right], alike ? left[pair->left] : NULL);
}

/* The first copy beside another one. */
static void
add_pair (xmlNode *parent, const ArdExcerpt *first, const ArdExcerpt *other, guint number)
{
  g_auto (GStrv) left = split_lines (first), right = split_lines (other);
  g_autoptr (GArray) pairs = ard_html_align (left, right);
  xmlNode *node = ard_html_add (parent, "pair");
  guint n_same = 0;

  ard_html_number (node, "right", number);
  for (guint i = 0; i < pairs->len; i++) {
    const ArdLinePair *pair = &g_array_index (pairs, ArdLinePair, i);

    add_row (node, pair, left, right, first->line, other->line);
    n_same += pair->kind == ARD_LINES_SAME;
  }
  ard_html_number (node, "same", n_same);
  ard_html_number (node, "differ", pairs->len - n_same);
}

static void
add_copy (const ArdHtml *html, xmlNode *parent, const ArdCloneCopy *copy, guint number)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  xmlNode *node = ard_html_add (parent, "copy");

  ard_html_number (node, "n", number);
  ard_html_text (node, "path", ard_file (corpus, copy->file)->path);
  ard_html_number (node, "start", copy->start_line);
  ard_html_number (node, "end", copy->end_line);
  ard_html_flag (node, "test", (ard_file (corpus, copy->file)->flags & ARD_FILE_TEST) != 0);
  if (copy->function != ARD_NONE) {
    const char *name = ard_function (corpus, copy->function)->facts.name;

    ard_html_text (node, "function", *name ? name : ard_messages_get (html->messages, "unit.anonymous"));
  }
}

/* Beside duplicated-code: a copy that was mended alone, two folders that were one. */
static void
add_remarks (const ArdHtml *html, xmlNode *parent, const ArdItem *item)
{
  for (guint32 i = 0; i < item->n_findings; i++) {
    const ArdFinding *finding = ard_finding (html->ledger, item->first_finding + i);

    if (finding->rule == ard_rule_find ("duplicated-code"))
      continue;

    g_autofree char *message = ard_messages_finding (html->messages, html->ledger, finding);
    xmlNode *node = ard_html_add (parent, "remark");

    ard_html_text (node, "rule", ard_rules[finding->rule].id);
    ard_html_text (node, "message", message);
    ard_html_text (node, "path", ard_file (html->ledger->corpus, finding->file)->path);
    ard_html_number (node, "line", finding->start_line);
  }
}

static void
add_class (const ArdHtml *html, xmlNode *parent, guint32 index, guint rank)
{
  const ArdLedger *ledger = html->ledger;
  const ArdItem *item = ard_item (ledger, index);
  const ArdCloneClass *class = ard_clone_class (ledger->corpus, item->clone_class);
  xmlNode *node = ard_html_add (parent, "class");
  const ArdExcerpt *first = NULL;

  ard_html_number (node, "rank", rank + 1);
  ard_html_text (node, "item", item->id);
  ard_html_flag (node, "listed", index < ard_html_n_items (ledger));
  ard_html_flag (node, "suppressed", item->suppressed);
  ard_html_number (node, "type", class->type);
  ard_html_number (node, "copies", class->n_copies);
  ard_html_number (node, "lines", class->lines);
  ard_html_number (node, "tokens", class->tokens);
  ard_html_number (node, "cost", item->cost_month);
  ard_html_number (node, "effort", item->effort_d);
  for (guint32 i = 0; i < class->n_copies && i < ARD_PICK_COPIES; i++)
    add_copy (html, node, ard_clone_copy (ledger->corpus, class->first_copy + i), i + 1);
  add_remarks (html, node, item);
  for (guint32 i = 0; i < class->n_copies && i < ARD_PICK_COPIES; i++) {
    const ArdExcerpt *excerpt = find_excerpt (ledger, item, ard_clone_copy (ledger->corpus, class->first_copy + i));

    if (first && excerpt)
      add_pair (node, first, excerpt, i + 1);
    first = i == 0 ? excerpt : first;
  }
}

static guint
count_measured (const ArdCorpus *corpus)
{
  guint n = 0;

  for (guint32 i = 0; i < corpus->files->len; i++)
    n += ard_file (corpus, i)->measured && !(ard_file (corpus, i)->flags & ARD_FILE_NOT_JUDGED);
  return n;
}

/* Findings of the family about no class: two folders that were one. */
static void
add_others (const ArdHtml *html, xmlNode *parent)
{
  g_autoptr (GArray) findings = ard_pick_shown (html->ledger, "duplication");

  for (guint i = 0; i < findings->len; i++) {
    const ArdFinding *finding = ard_finding (html->ledger, g_array_index (findings, guint32, i));

    if (finding->clone_class == ARD_NONE)
      ard_html_add_place (html, ard_html_add (parent, "other"), finding);
  }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ArdCloneCopy *left = a, *right = b;

  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  if (left->start_line != right->start_line)
    return left->start_line < right->start_line ? -1 : 1;
  return (left->end_line > right->end_line) - (left->end_line < right->end_line);
}

/* Lines that stand in any copy; one that two nested copies share counts once. */
static double
count_lines (const ArdCorpus *corpus)
{
  g_autoptr (GArray) copies = g_array_copy (corpus->clone_copies);
  guint32 file = ARD_NONE, end = 0;
  double lines = 0;

  g_array_sort (copies, compare_places);
  for (guint i = 0; i < copies->len; i++) {
    const ArdCloneCopy *copy = &g_array_index (copies, ArdCloneCopy, i);
    guint32 first = copy->file == file ? MAX (copy->start_line, end + 1) : copy->start_line;

    if (first <= copy->end_line)
      lines += copy->end_line - first + 1;
    end = copy->file == file ? MAX (end, copy->end_line) : copy->end_line;
    file = copy->file;
  }
  return lines;
}

void
ard_html_add_clones (const ArdHtml *html, xmlNode *root)
{
  const ArdLedger *ledger = html->ledger;
  g_autoptr (GArray) items = ard_pick_items (ledger, ARD_UNIT_CLONES);
  xmlNode *node = ard_html_add (root, "clones");

  ard_html_number (node, "measured", count_measured (ledger->corpus));
  ard_html_number (node, "classes", ledger->corpus->clone_classes->len);
  ard_html_number (node, "copies", ledger->corpus->clone_copies->len);
  ard_html_number (node, "lines", count_lines (ledger->corpus));
  ard_html_number (node, "all", items->len);
  for (guint i = 0; i < MIN (items->len, ARD_PICK_CLASSES); i++)
    add_class (html, node, g_array_index (items, guint32, i), i);
  add_others (html, node);
}
