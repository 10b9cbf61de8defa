#include <string.h>

#include "reports/figure.h"
#include "reports/html.h"
#include "reports/name.h"
#include "reports/text.h"

#define MAX_EXCERPT_LINES 24
#define MAX_LINE_CHARS 160
#define TAB "    "
#define N_COMMITS 5
#define N_FIXES 5
#define N_REPAIRS 100 /* of a file that is said to be repaired often */
#define SILENCE_D 182

static void
add_figures (xmlNode *node, const ArdItem *item)
{
  ard_html_number (node, "wasted", item->wasted_h_sprint);
  ard_html_number (node, "incidents", item->incidents_month);
  ard_html_number (node, "recovered", item->recovered_h_sprint);
  ard_html_number (node, "prevented", item->prevented_month);
  ard_html_number (node, "cost", item->cost_month);
  ard_html_number (node, "savings", item->savings_month);
  ard_html_number (node, "investigation", item->investigation_d);
  ard_html_number (node, "implementation", item->implementation_d);
  ard_html_number (node, "testing", item->testing_d);
  ard_html_number (node, "effort", item->effort_d);
  ard_html_number (node, "principal", item->principal);
  ard_html_number (node, "assumed", item->assumed_month);
  ard_html_number (node, "interest", item->interest_year);
  ard_html_number (node, "roi", item->roi);
  ard_html_number (node, "payback", item->payback_months);
}

static void
add_findings (const ArdHtml *html, xmlNode *node, const ArdItem *item)
{
  for (guint i = 0; i < item->n_findings; i++) {
    const ArdFinding *finding = ard_finding (html->ledger, item->first_finding + i);
    g_autofree char *message = ard_messages_finding (html->messages, html->ledger, finding);
    xmlNode *child = ard_html_add (node, "finding");

    ard_html_text (child, "id", finding->id);
    ard_html_text (child, "rule", ard_rules[finding->rule].id);
    ard_html_text (child, "unit", ard_rules[finding->rule].unit);
    ard_html_text (child, "severity", ard_name_severity (finding->severity));
    ard_html_text (child, "state", ard_name_state (finding->state));
    ard_html_number (child, "value", finding->value);
    ard_html_number (child, "attention", finding->attention);
    ard_html_number (child, "critical", finding->critical);
    ard_html_number (child, "start", finding->start_line);
    ard_html_number (child, "end", finding->end_line);
    ard_html_number (child, "charge-hours", finding->charge_h_month);
    ard_html_number (child, "charge-incidents", finding->charge_incidents_month);
    ard_html_number (child, "cost",
                     finding->charge_h_month * html->ledger->settings->team_hour_cost.likely +
                         finding->charge_incidents_month * html->ledger->settings->incident_cost.likely +
                         finding->risk_month);
    ard_html_text (child, "message", message);
    ard_html_text (child, "because", finding->because);
    ard_html_text (child, "until", finding->until);
  }
}

/* Where a new part of an explanation begins; a finding's part has its rule's id as name. */
static const char *
step_part (const ArdStep *step)
{
  static const char *const parts[][2] = { { "author-days", "file" },      { "item-hazard-time", "sum" },
                                          { "charge-time", "charge" },    { "charges-time", "charge" },
                                          { "recovered-sprint", "gain" }, { "in-file", "place" },
                                          { "remediation", "work" },      { "principal", "return" } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (step->key, parts[i][0]))
      return parts[i][1];
  return g_str_equal (step->key, "value") ? step->origin : NULL;
}

static void
add_steps (const ArdHtml *html, xmlNode *node, const ArdItem *item)
{
  const char *last = "";

  for (guint i = 0; i < item->n_steps; i++) {
    const ArdStep *step = ard_step (html->ledger, item->first_step + i);
    xmlNode *child = ard_html_add (node, "step");

    const char *part = step_part (step);

    if (part && !g_str_equal (part, last))
      ard_html_text (child, "part", part);
    last = part ? part : last;
    ard_html_text (child, "key", step->key);
    ard_html_text (child, "formula", step->formula);
    ard_html_number (child, "value", step->value);
    ard_html_text (child, "unit", step->unit);
    ard_html_text (child, "origin", step->origin);
  }
}

char *
ard_html_fit_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", -1);
  g_autofree char *spaced = g_strjoinv (TAB, parts);
  g_autofree char *clean = ard_text_line (spaced);

  if (g_utf8_strlen (clean, -1) <= MAX_LINE_CHARS)
    return g_steal_pointer (&clean);

  g_autofree char *start = g_utf8_substring (clean, 0, MAX_LINE_CHARS);

  return g_strconcat (start, "…", NULL);
}

static void
add_excerpt (xmlNode *node, const ArdExcerpt *row)
{
  g_auto (GStrv) lines = g_strsplit (row->text, "\n", -1);
  guint n = g_strv_length (lines);
  xmlNode *excerpt = ard_html_add (node, "excerpt");

  while (n > 0 && !*lines[n - 1])
    n--;
  ard_html_number (excerpt, "left", n > MAX_EXCERPT_LINES ? n - MAX_EXCERPT_LINES : 0);
  for (guint i = 0; i < MIN (n, MAX_EXCERPT_LINES); i++) {
    g_strchomp (lines[i]);
    g_autofree char *text = ard_html_fit_line (lines[i]);
    xmlNode *line = xmlNewTextChild (excerpt, NULL, BAD_CAST "line", BAD_CAST text);

    ard_html_number (line, "n", row->line + i);
  }
}

/* What shows the item itself; its findings' own lines and further copies stand on pages of their own. */
static void
add_first_excerpt (const ArdHtml *html, xmlNode *node, const ArdItem *item)
{
  for (guint32 i = 0; i < item->n_excerpts; i++) {
    const ArdExcerpt *excerpt = ard_excerpt (html->ledger, item->first_excerpt + i);

    if (excerpt->finding != ARD_NONE)
      continue;
    add_excerpt (node, excerpt);
    return;
  }
}

/* Each copy of a class, each file of a cycle. */
static void
add_places (const ArdHtml *html, xmlNode *node, const ArdItem *item)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  const ArdCloneClass *class = item->unit == ARD_UNIT_CLONES ? ard_clone_class (corpus, item->clone_class) : NULL;
  g_autoptr (GArray) files = ard_item_files (html->ledger, item);

  for (guint32 i = 0; class && i < class->n_copies; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + i);
    xmlNode *place = ard_html_add (node, "place");

    ard_html_text (place, "path", ard_file (corpus, copy->file)->path);
    ard_html_number (place, "start", copy->start_line);
    ard_html_number (place, "end", copy->end_line);
  }
  for (guint i = 0; item->unit == ARD_UNIT_CYCLE && i < files->len; i++)
    ard_html_text (ard_html_add (node, "place"), "path", ard_file (corpus, g_array_index (files, guint32, i))->path);
}

static void
add_commit (const ArdHtml *html, xmlNode *node, const ArdChange *change)
{
  const ArdCommit *commit = ard_commit (html->ledger->corpus, change->commit);
  xmlNode *child = ard_html_add (node, "commit");
  char id[11];

  for (guint i = 0; i < 5; i++)
    g_snprintf (id + 2 * i, 3, "%02x", commit->id.bytes[i]);
  ard_html_text (child, "id", id);
  ard_html_date (child, "date", commit->time_s);
  ard_html_text (child, "subject", commit->subject);
  ard_html_text (child, "author", ard_author (html->ledger->corpus, commit->author)->name);
  ard_html_flag (child, "fix", (commit->flags & ARD_COMMIT_FIX) != 0);
  ard_html_flag (child, "revert", (commit->flags & ARD_COMMIT_REVERT) != 0);
  if (change->added >= 0 && change->deleted >= 0) {
    ard_html_number (child, "added", change->added);
    ard_html_number (child, "deleted", change->deleted);
  }
}

static const ArdFinding *
find_magnet (const ArdHtml *html, const ArdItem *item)
{
  for (guint i = 0; i < item->n_findings; i++) {
    const ArdFinding *finding = ard_finding (html->ledger, item->first_finding + i);

    if (g_str_equal (ard_rules[finding->rule].id, "fix-magnet"))
      return finding;
  }
  return NULL;
}

/* The newest commits of the file, then further ones that were counted as fixes of what it holds. */
static void
add_commits (const ArdHtml *html, xmlNode *node, const ArdFile *file, guint most_fixes)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  guint n_newest = 0, n_fixes = 0, kept = file->n_changes - file->n_departed;

  for (guint i = 0; i < file->n_changes && (n_newest < N_COMMITS || n_fixes < most_fixes); i++) {
    const ArdChange *change = ard_change (corpus, g_array_index (corpus->by_file, guint32, file->first_change + i));
    guint flags = ard_commit (corpus, change->commit)->flags;
    gboolean counted_fix =
        (flags & ARD_COMMIT_FIX) && (flags & ARD_COMMIT_IN_WINDOW) && !(flags & ARD_COMMIT_NOT_COUNTED) && i < kept;

    if (flags & ARD_COMMIT_MERGE)
      continue;
    if (n_newest >= N_COMMITS && (!counted_fix || n_fixes >= most_fixes))
      continue;
    n_newest++;
    n_fixes += counted_fix ? 1 : 0;
    add_commit (html, node, change);
  }
}

/* When most of its lines left, and what is left of its forecast work. */
static void
add_departure (const ArdHtml *html, xmlNode *node, const ArdFile *file)
{
  const ArdCorpus *corpus = html->ledger->corpus;

  if (!file->n_departed)
    return;

  guint32 row = g_array_index (corpus->by_file, guint32, file->first_change + file->n_changes - file->n_departed);

  ard_html_date (node, "departed", ard_commit (corpus, ard_change (corpus, row)->commit)->time_s);
  ard_html_number (node, "kept", 1 - file->departed_share);
}

static void
add_file (const ArdHtml *html, xmlNode *node, const ArdItem *item)
{
  const ArdFile *file = ard_file (html->ledger->corpus, item->file);
  const ArdFileScore *score = ard_file_score (html->ledger, item->file);
  const ArdFinding *magnet = find_magnet (html, item);
  xmlNode *child = ard_html_add (node, "file");

  ard_html_number (child, "health", score->health);
  ard_html_number (child, "hours", score->hours_month);
  ard_html_number (child, "fixes-month", score->fixes_month);
  ard_html_number (child, "wasted-share", score->wasted_share);
  ard_html_number (child, "rank", score->rank);
  ard_html_number (child, "code-lines", file->code_lines);
  ard_html_number (child, "revisions", file->revisions);
  ard_html_number (child, "fixes", file->fixes);
  ard_html_number (child, "authors", file->authors);
  ard_html_date (child, "last", file->last_s);
  ard_html_flag (child, "tested", (file->flags & ARD_FILE_TESTED) != 0);
  add_departure (html, child, file);
  if (magnet)
    ard_html_number (child, "repairs", magnet->value);
  add_commits (html, child, file, magnet ? N_REPAIRS : N_FIXES);
}

static void
name_item (const ArdHtml *html, xmlNode *node, const ArdItem *item)
{
  const ArdCorpus *corpus = html->ledger->corpus;
  g_autofree char *title = ard_messages_item (html->messages, html->ledger, item);
  g_autofree char *assumed = ard_messages_assumed (html->messages, html->ledger, item);
  g_autofree char *unparsed = ard_messages_unparsed (html->messages, html->ledger, item);

  ard_html_text (node, "title", title);
  ard_html_text (node, "unit", ard_name_unit (item->unit));
  ard_html_text (node, "assumption", assumed);
  ard_html_text (node, "unparsed", unparsed);
  ard_html_text (node, "rule", ard_rules[item->rule].id);
  ard_html_text (node, "path", ard_file (corpus, item->file)->path);
  if (item->function != ARD_NONE) {
    const ArdFunction *function = &ard_function (corpus, item->function)->facts;

    ard_html_text (node, "function",
                   *function->name ? function->name : ard_messages_get (html->messages, "unit.anonymous"));
    ard_html_number (node, "start", function->start_line);
    ard_html_number (node, "end", function->end_line);
    ard_html_number (node, "function-lines", function->code_lines);
    ard_html_number (node, "cyclomatic", function->cyclomatic);
    ard_html_number (node, "cognitive", function->cognitive);
    ard_html_number (node, "nesting", function->nesting);
    ard_html_number (node, "parameters", function->parameters);
  }
}

void
ard_html_add_item (const ArdHtml *html, xmlNode *parent, guint index)
{
  const ArdItem *item = ard_item (html->ledger, index);
  xmlNode *node = ard_html_add (parent, "item");

  ard_html_text (node, "id", item->id);
  ard_html_number (node, "rank", index + 1);
  name_item (html, node, item);
  ard_html_text (node, "priority", ard_name_priority (item->priority));
  ard_html_text (node, "type", ard_name_type (item->type));
  ard_html_text (node, "advice", ard_name_advice (item->advice));
  ard_html_text (node, "severity", ard_name_severity (item->severity));
  ard_html_text (node, "basis", ard_name_basis (item->basis));
  ard_html_flag (node, "priced", ard_item_is_priced (html->ledger, item));
  ard_html_flag (node, "suppressed", item->suppressed);
  ard_html_flag (node, "in-plan", item->in_plan);
  ard_html_date (node, "silence-until", html->ledger->corpus->now_s + SILENCE_D * G_GINT64_CONSTANT (86400));
  add_figures (node, item);
  for (guint i = 0; i < ard_n_box_names; i++) {
    xmlNode *box = ard_html_add (node, "box");

    ard_html_text (box, "name", ard_box_names[i].name);
    ard_html_flag (box, "ticked", (item->boxes & ard_box_names[i].bit) != 0);
  }
  add_findings (html, node, item);
  add_steps (html, node, item);
  add_first_excerpt (html, node, item);
  add_places (html, node, item);
  add_file (html, node, item);
}
