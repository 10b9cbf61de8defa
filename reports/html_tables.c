#include <string.h>

#include "reports/html.h"
#include "reports/text.h"

#define N_FILES 200
#define N_HOTSPOTS 20
#define N_NOTE_PATHS 20

typedef struct {
  const char *name;
  gboolean measured;
  double files, code_lines, functions, bytes, bad_bytes;
} Language;

static int
compare_languages (gconstpointer a, gconstpointer b)
{
  const Language *left = a, *right = b;

  if (left->code_lines != right->code_lines)
    return left->code_lines < right->code_lines ? 1 : -1;
  return strcmp (left->name, right->name);
}

static Language *
find_language (GArray *languages, const char *name)
{
  for (guint i = 0; i < languages->len; i++)
    if (strcmp (g_array_index (languages, Language, i).name, name) == 0)
      return &g_array_index (languages, Language, i);

  Language fresh = { .name = name };

  g_array_append_val (languages, fresh);
  return &g_array_index (languages, Language, languages->len - 1);
}

static void
add_languages (const ArdHtml *html, xmlNode *root)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autoptr (GArray) languages = g_array_new (FALSE, TRUE, sizeof (Language));
  xmlNode *parent = ard_html_add (root, "languages");

  for (guint i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);
    Language *language = find_language (languages, file->language);

    language->measured |= file->measured;
    language->files++;
    language->code_lines += file->code_lines;
    language->functions += file->n_functions;
    if (file->measured) {
      language->bytes += (double) file->size_bytes;
      language->bad_bytes += (double) file->size_bytes * file->error_share;
    }
  }
  g_array_sort (languages, compare_languages);
  for (guint i = 0; i < languages->len; i++) {
    const Language *language = &g_array_index (languages, Language, i);
    xmlNode *node = ard_html_add (parent, "language");

    ard_html_text (node, "name", language->name);
    ard_html_flag (node, "measured", language->measured);
    ard_html_number (node, "files", language->files);
    ard_html_number (node, "code-lines", language->code_lines);
    ard_html_number (node, "functions", language->functions);
    ard_html_number (node, "errors", language->bytes > 0 ? language->bad_bytes / language->bytes : 0);
  }
}

typedef struct {
  guint32 file;
  double order;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  if (left->order != right->order)
    return left->order < right->order ? -1 : 1;
  return left->file < right->file ? -1 : left->file > right->file;
}

static gboolean
holds (const ArdLedger *ledger, const ArdItem *item, guint32 file)
{
  g_autoptr (GArray) files = item->unit <= ARD_UNIT_FILE ? NULL : ard_item_files (ledger, item);

  for (guint i = 0; files && i < files->len; i++)
    if (g_array_index (files, guint32, i) == file)
      return TRUE;
  return item->file == file;
}

/* Where a file's name leads: to its only listed item, or to the backlog filtered to its items. */
static void
add_link (const ArdHtml *html, xmlNode *node, guint32 file)
{
  const ArdLedger *ledger = html->ledger;
  guint n = 0, first = 0;

  for (guint i = ard_html_n_items (ledger); i-- > 0;)
    if (holds (ledger, ard_item (ledger, i), file)) {
      first = i;
      n++;
    }
  if (n == 0)
    return;

  g_autofree char *path = ard_text_line (ard_file (ledger->corpus, file)->path);
  g_autofree char *query = ard_text_percent (path);
  g_autofree char *link =
      n == 1 ? g_strconcat ("#item-", ard_item (ledger, first)->id, NULL) : g_strconcat ("#backlog?path=", query, NULL);

  ard_html_text (node, "link", link);
}

void
ard_html_link_file (const ArdHtml *html, xmlNode *node, guint32 file)
{
  ard_html_text (node, "path", ard_file (html->ledger->corpus, file)->path);
  ard_html_number (node, "file", file);
  add_link (html, node, file);
}

static void
add_file (const ArdHtml *html, xmlNode *parent, guint32 i)
{
  const ArdFile *file = ard_file (html->ledger->corpus, i);
  const ArdFileScore *score = ard_file_score (html->ledger, i);
  xmlNode *node = ard_html_add (parent, "file");

  ard_html_link_file (html, node, i);
  ard_html_text (node, "language", file->language);
  ard_html_flag (node, "test", (file->flags & ARD_FILE_TEST) != 0);
  ard_html_flag (node, "judged", (file->flags & ARD_FILE_NOT_JUDGED) == 0);
  ard_html_number (node, "code-lines", file->code_lines);
  ard_html_number (node, "functions", file->n_functions);
  ard_html_flag (node, "measured", file->measured);
  ard_html_number (node, "errors", file->error_share);
  ard_html_number (node, "revisions", file->revisions);
  ard_html_number (node, "fixes", file->fixes);
  ard_html_number (node, "authors", file->authors);
  ard_html_number (node, "health", score->health);
  ard_html_number (node, "hours", score->hours_month);
  ard_html_number (node, "cost", score->cost_month);
  ard_html_number (node, "rank", score->rank);
}

static void
add_places (const ArdHtml *html, xmlNode *parent, GArray *places, guint limit)
{
  g_array_sort (places, compare_places);
  for (guint i = 0; i < MIN (places->len, limit); i++)
    add_file (html, parent, g_array_index (places, Place, i).file);
}

static void
add_files (const ArdHtml *html, xmlNode *root)
{
  const ArdLedger *ledger = html->ledger;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  xmlNode *parent = ard_html_add (root, "files");

  for (guint32 i = 0; i < ledger->corpus->files->len; i++) {
    Place place = { i, ard_file_score (ledger, i)->rank };

    if (ard_file (ledger->corpus, i)->code_lines > 0 && place.order > 0)
      g_array_append_val (places, place);
  }
  ard_html_number (parent, "all", ledger->corpus->files->len);
  add_places (html, parent, places, N_FILES);
}

/* Dearest first; without prices, where unhealthy code is the most. */
static void
add_hotspots (const ArdHtml *html, xmlNode *root)
{
  const ArdLedger *ledger = html->ledger;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint32 i = 0; i < ledger->corpus->files->len; i++) {
    const ArdFileScore *score = ard_file_score (ledger, i);
    double unhealthy_lines = (1 - score->health) * ard_file (ledger->corpus, i)->code_lines;
    Place place = { i, -(ledger->priced ? score->cost_month : unhealthy_lines) };

    if (place.order < 0)
      g_array_append_val (places, place);
  }
  add_places (html, ard_html_add (root, "hotspots"), places, N_HOTSPOTS);
}

static const char *const impacts[] = {
  [ARD_IMPACT_LOW] = "low", [ARD_IMPACT_STRONG] = "strong", [ARD_IMPACT_CATASTROPHIC] = "catastrophic"
};

static void
add_rules (const ArdHtml *html, xmlNode *root)
{
  const ArdLedger *ledger = html->ledger;
  g_autofree guint *counts = g_new0 (guint, ard_n_rules);
  xmlNode *parent = ard_html_add (root, "rules");

  for (guint i = 0; i < ledger->findings->len; i++)
    counts[ard_finding (ledger, i)->rule]++;
  for (guint i = 0; i < ard_n_rules; i++) {
    const ArdRule *rule = &ard_rules[i];
    const ArdRuleSettings *numbers = &ledger->settings->rules[i];
    xmlNode *node = ard_html_add (parent, "rule");

    ard_html_text (node, "id", rule->id);
    ard_html_text (node, "measure", rule->measure);
    ard_html_text (node, "unit", rule->unit);
    ard_html_text (node, "source", rule->source);
    ard_html_text (node, "quantity", rule->remediation.quantity);
    ard_html_flag (node, "enabled", numbers->enabled);
    ard_html_flag (node, "gates", rule->gates);
    ard_html_number (node, "findings", counts[i]);
    if (rule->impact != ARD_IMPACT_NONE) {
      ard_html_text (node, "impact", impacts[rule->impact]);
      ard_html_number (node, "chance", rule->probability_year);
    }
    ard_html_number (node, "attention", numbers->attention);
    ard_html_number (node, "critical", numbers->critical);
    ard_html_number (node, "test-attention", numbers->test_attention);
    ard_html_number (node, "test-critical", numbers->test_critical);
    ard_html_number (node, "w-time", numbers->w_time);
    ard_html_number (node, "w-incident", numbers->w_incident);
    ard_html_number (node, "recoverable-time", numbers->recoverable_time);
    ard_html_number (node, "recoverable-incident", numbers->recoverable_incident);
    ard_html_number (node, "constant", rule->remediation.constant_h);
    ard_html_number (node, "per-quantity", rule->remediation.per_quantity_h);
  }
}

static void
add_setting (const ArdSettings *settings, xmlNode *parent, const ArdSettingRow *row)
{
  xmlNode *node = ard_html_add (parent, "setting");
  g_autofree char *key = g_strconcat (row->group, ".", row->key, NULL);
  gconstpointer field = G_STRUCT_MEMBER_P (settings, row->offset);

  ard_html_text (node, "key", key);
  ard_html_text (node, "unit", row->unit);
  ard_html_text (node, "doc", row->doc);
  switch (row->type) {
  case ARD_SETTING_RANGE:
    ard_html_number (node, "low", ((const ArdRange *) field)->low);
    ard_html_number (node, "value", ((const ArdRange *) field)->likely);
    ard_html_number (node, "high", ((const ArdRange *) field)->high);
    break;
  case ARD_SETTING_NUMBER:
    ard_html_number (node, "value", *(const double *) field);
    break;
  case ARD_SETTING_FLAG:
    ard_html_flag (node, "flag", *(const gboolean *) field);
    break;
  case ARD_SETTING_TEXT:
    ard_html_text (node, "text", *(char *const *) field);
    break;
  case ARD_SETTING_LIST:
    for (char *const *value = *(char **const *) field; value && *value; value++)
      ard_html_text (ard_html_add (node, "entry"), "text", *value);
    break;
  }
}

static void
add_settings (const ArdHtml *html, xmlNode *root)
{
  const ArdSettings *settings = html->ledger->settings;
  xmlNode *parent = ard_html_add (root, "settings");
  xmlNode *list = ard_html_add (root, "suppressions");

  for (guint i = 0; i < ard_n_setting_rows; i++)
    add_setting (settings, parent, &ard_setting_rows[i]);
  for (guint i = 0; i < settings->suppressions->len; i++) {
    const ArdSuppression *suppression = &g_array_index (settings->suppressions, ArdSuppression, i);
    xmlNode *node = ard_html_add (list, "suppression");

    ard_html_text (node, "rule", suppression->rule);
    ard_html_text (node, "path", suppression->path);
    ard_html_text (node, "until", suppression->until);
    ard_html_text (node, "because", suppression->because);
  }
}

typedef struct {
  xmlNode *node;
  guint n;
} NoteGroup;

static NoteGroup *
find_group (GHashTable *groups, xmlNode *parent, const char *reason)
{
  NoteGroup *group = g_hash_table_lookup (groups, reason);

  if (group)
    return group;
  group = g_new0 (NoteGroup, 1);
  group->node = ard_html_add (parent, "note");
  ard_html_text (group->node, "reason", reason);
  g_hash_table_insert (groups, (gpointer) reason, group);
  return group;
}

static void
add_note (GHashTable *groups, xmlNode *parent, const ArdNote *note)
{
  NoteGroup *group = find_group (groups, parent, note->reason);

  if (note->path && group->n < N_NOTE_PATHS)
    ard_html_text (ard_html_add (group->node, "place"), "path", note->path);
  group->n++;
}

/* Notes by reason, each with its first paths: one line for a thousand binaries. */
static void
add_notes (const ArdHtml *html, xmlNode *root)
{
  const ArdNotes *lists[] = { html->ledger->corpus->notes, html->ledger->notes };
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  xmlNode *parent = ard_html_add (root, "notes");
  guint n = 0;
  GHashTableIter at;
  gpointer group;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    for (guint j = 0; lists[i] && j < lists[i]->len; j++, n++)
      add_note (groups, parent, &g_array_index (lists[i], ArdNote, j));
  }
  ard_html_number (parent, "all", n);
  g_hash_table_iter_init (&at, groups);
  while (g_hash_table_iter_next (&at, NULL, &group))
    ard_html_number (((NoteGroup *) group)->node, "n", ((NoteGroup *) group)->n);
}

void
ard_html_add_tables (const ArdHtml *html, xmlNode *root)
{
  add_languages (html, root);
  add_hotspots (html, root);
  add_files (html, root);
  add_rules (html, root);
  add_settings (html, root);
  ard_html_add_backtest (html, root);
  add_notes (html, root);
}
