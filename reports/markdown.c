#include <math.h>
#include <string.h>

#include "reports/figure.h"
#include "reports/markdown_text.h"
#include "reports/message.h"
#include "reports/name.h"
#include "reports/notes.h"
#include "reports/render.h"
#include "reports/text.h"

#define TOP_ITEMS 20
#define TOP_REASONS 20
#define NOTE_PATHS 3

typedef struct {
  const ArdLedger *ledger;
  const ArdMessages *messages;
  GString *text;
} Markdown;

static const char *
get (const Markdown *markdown, const char *key)
{
  return ard_messages_get (markdown->messages, key);
}

static const char *
get_of (const Markdown *markdown, const char *group, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s.%s", group, name);
  const char *text = get (markdown, key);

  return text == key ? name : text;
}

static char *
money (const Markdown *markdown, double value)
{
  g_autofree char *text = ard_messages_money (markdown->messages, markdown->ledger->settings, value);

  return ard_markdown_prose (text);
}

static void
heading (Markdown *markdown, const char *key)
{
  g_string_append_printf (markdown->text, "\n## %s\n\n", get (markdown, key));
}

static void
write_head (Markdown *markdown)
{
  const ArdCorpus *corpus = markdown->ledger->corpus;
  g_autofree char *day = ard_name_of_day (corpus->now_s);
  g_autofree char *head = ard_markdown_code (corpus->head ? corpus->head : "");
  g_autofree char *files = ard_messages_number (markdown->messages, corpus->files->len, 0);
  g_autofree char *commits = ard_messages_number (markdown->messages, corpus->commits->len, 0);
  g_autofree char *line = ard_messages_fill (markdown->messages, "md.head", "day", day, "head", head, "files", files,
                                             "commits", commits, "version", ARD_VERSION, NULL);

  g_string_append_printf (markdown->text, "# %s\n\n%s\n", get (markdown, "md.title"), line);
  if (corpus->edited)
    g_string_append_printf (markdown->text, "%s\n", get (markdown, "md.work-tree"));
}

static void
write_verdict (Markdown *markdown)
{
  const ArdVerdict *verdict = &markdown->ledger->verdict;

  if (!verdict->compared)
    return;

  g_autofree char *sentence = ard_messages_verdict (markdown->messages, verdict);
  g_autofree char *base = ard_markdown_code (verdict->base ? verdict->base : "");

  heading (markdown, "md.verdict");
  g_string_append_printf (markdown->text, "**%s** %s\n",
                          get (markdown, verdict->failed ? "verdict.failed" : "verdict.passed"), sentence);
  g_string_append_printf (markdown->text, "\n%s %s\n", get (markdown, "md.base"), base);
}

static void
row (Markdown *markdown, const char *key, const char *value)
{
  g_string_append_printf (markdown->text, "| %s | %s |\n", get (markdown, key), value);
}

static void
money_row (Markdown *markdown, const char *key, double value)
{
  g_autofree char *text = money (markdown, value);

  row (markdown, key, text);
}

static void
number_row (Markdown *markdown, const char *key, double value, guint decimals)
{
  g_autofree char *text = ard_messages_number (markdown->messages, value, decimals);

  row (markdown, key, text);
}

static void
write_totals (Markdown *markdown)
{
  const ArdTotals *totals = &markdown->ledger->totals;

  heading (markdown, "md.totals");
  if (!markdown->ledger->priced) {
    g_autofree char *why = ard_markdown_prose (markdown->ledger->not_priced ? markdown->ledger->not_priced : "");

    g_string_append_printf (markdown->text, "%s %s\n\n", get (markdown, "md.not_priced"), why);
  }
  g_string_append (markdown->text, "| | |\n|---|---:|\n");
  number_row (markdown, "md.items", totals->n_items, 0);
  number_row (markdown, "md.findings", totals->n_findings, 0);
  number_row (markdown, "md.critical", totals->n_critical, 0);
  if (markdown->ledger->priced) {
    money_row (markdown, "md.cost_month", totals->cost_month);
    money_row (markdown, "md.interest_year", totals->interest_year);
    money_row (markdown, "md.savings_month", totals->savings_month);
    number_row (markdown, "md.wasted_h", totals->wasted_h_month, 1);
    number_row (markdown, "md.incidents", totals->incidents_month, 2);
    money_row (markdown, "md.suppressed_cost", totals->suppressed_cost_month);
    money_row (markdown, "md.assumed_cost", totals->assumed_cost_month);
    money_row (markdown, "md.assumed_savings", totals->assumed_savings_month);
  }
  money_row (markdown, "md.principal", totals->principal);

  g_autofree char *ratio = ard_messages_number (markdown->messages, totals->debt_ratio * 100, 1);
  g_autofree char *percent = ard_messages_fill (markdown->messages, "number.percent", "number", ratio, NULL);
  g_autofree char *rated =
      g_strdup_printf ("%s (%c)", percent, g_ascii_isupper (totals->rating) ? totals->rating : '-');

  row (markdown, "md.debt_ratio", rated);
}

static void
write_plan (Markdown *markdown)
{
  const ArdPlan *plan = &markdown->ledger->plan;

  if (!markdown->ledger->priced)
    return;

  const ArdMessages *messages = markdown->messages;
  g_autofree char *budget = ard_messages_percent (messages, markdown->ledger->settings->team_debt_budget);
  g_autofree char *capacity = ard_messages_number (messages, plan->capacity_d, 1);
  g_autofree char *n = ard_messages_number (messages, plan->n_items, 0);
  g_autofree char *effort = ard_messages_number (messages, plan->effort_d, 1);
  g_autofree char *cost = money (markdown, plan->cost);
  g_autofree char *savings = money (markdown, plan->savings_year);
  g_autofree char *n_left = ard_messages_number (messages, plan->n_left, 0);
  g_autofree char *left_effort = ard_messages_number (messages, plan->left_effort_d, 1);
  g_autofree char *left_savings = money (markdown, plan->left_savings_year);
  g_autofree char *fits = ard_messages_fill (messages, "md.plan.fits", "budget", budget, "capacity", capacity, "n", n,
                                             "effort", effort, "cost", cost, "savings", savings, NULL);
  g_autofree char *left =
      ard_messages_fill (messages, "md.plan.left", "n", n_left, "effort", left_effort, "savings", left_savings, NULL);

  heading (markdown, "md.plan");
  g_string_append_printf (markdown->text, "%s\n\n%s\n", fits, left);
}

/* "Duplicated code: `a.c`, `b.c`": every file. */
static char *
describe_many (const Markdown *markdown, const ArdItem *item, const char *title)
{
  g_autoptr (GArray) files = ard_item_files (markdown->ledger, item);
  GString *text = g_string_new (title);

  g_string_append (text, get (markdown, "md.colon"));
  for (guint i = 0; i < files->len; i++) {
    const char *path = ard_file (markdown->ledger->corpus, g_array_index (files, guint32, i))->path;
    g_autofree char *code = ard_markdown_code (path);

    g_string_append_printf (text, "%s %s", i ? "," : "", code);
  }
  return g_string_free (text, FALSE);
}

/* "Complex function: `parse`, `src/a.c:12`" */
static char *
describe (const Markdown *markdown, const ArdItem *item)
{
  const ArdCorpus *corpus = markdown->ledger->corpus;
  g_autofree char *key = g_strdup_printf ("rule.%s.title", ard_rules[item->rule].id);
  g_autofree char *title = ard_markdown_prose (get (markdown, key));
  g_autofree char *path = ard_text_line (ard_file (corpus, item->file)->path);
  guint32 start, end;

  ard_item_lines (markdown->ledger, item, &start, &end);

  g_autofree char *where = item->function == ARD_NONE ? g_strdup (path) : g_strdup_printf ("%s:%u", path, start);
  g_autofree char *where_code = ard_markdown_code (where);

  if (item->unit >= ARD_UNIT_CLONES)
    return describe_many (markdown, item, title);
  if (item->function == ARD_NONE)
    return g_strdup_printf ("%s%s %s", title, get (markdown, "md.colon"), where_code);

  g_autofree char *unit = ard_name_of_unit (corpus, item->file, item->function, get (markdown, "unit.anonymous"));
  g_autofree char *unit_code = ard_markdown_code (unit);

  return g_strdup_printf ("%s%s %s, %s", title, get (markdown, "md.colon"), unit_code, where_code);
}

static void
write_item (Markdown *markdown, guint index)
{
  const ArdLedger *ledger = markdown->ledger;
  const ArdMessages *messages = markdown->messages;
  const ArdItem *item = ard_item (ledger, index);
  gboolean priced = ard_item_is_priced (ledger, item);
  g_autofree char *what = describe (markdown, item);
  g_autofree char *cost = money (markdown, priced ? item->cost_month : NAN);
  g_autofree char *savings = money (markdown, priced ? item->savings_month : NAN);
  g_autofree char *marked =
      g_strconcat (cost, priced && item->assumed_month > 0 ? get (markdown, "md.assumed") : NULL, NULL);
  g_autofree char *effort = ard_messages_number (messages, item->effort_d, 2);
  g_autofree char *roi = ard_messages_percent (messages, priced ? item->roi : NAN);
  const char *advice = get_of (markdown, "advice", ard_name_advice (item->advice));
  const char *priority = get_of (markdown, "priority", ard_name_priority (item->priority));

  g_string_append_printf (markdown->text, "| %u | %s | `%s` | %s | %s | %s | %s | %s%s | %s |\n", index + 1, what,
                          item->id, marked, savings, effort, roi, advice,
                          item->in_plan ? get (markdown, "md.in_plan") : "", priority);
}

static void
write_items (Markdown *markdown)
{
  guint all = markdown->ledger->items->len, n = MIN (all, TOP_ITEMS);
  g_autofree char *shown = ard_messages_number (markdown->messages, n, 0);
  g_autofree char *total = ard_messages_number (markdown->messages, all, 0);
  g_autofree char *caption = ard_messages_fill (markdown->messages, "md.backlog.shown", "n", shown, "all", total, NULL);

  heading (markdown, "md.backlog");
  if (all == 0) {
    g_string_append_printf (markdown->text, "%s\n", get (markdown, "md.backlog.empty"));
    return;
  }
  g_string_append_printf (markdown->text, "%s\n\n%s\n|---:|---|---|---:|---:|---:|---:|---|---|\n", caption,
                          get (markdown, "md.backlog.columns"));
  for (guint i = 0; i < n; i++)
    write_item (markdown, i);
}

/* The notes of one reason. */
typedef struct {
  const char *reason;
  guint n, first; /* first: in the list sorted by reason */
} Group;

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const ArdNote *left = *(ArdNote *const *) a, *right = *(ArdNote *const *) b;
  int order = strcmp (left->reason, right->reason);

  return order ? order : g_strcmp0 (left->path, right->path);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *left = a, *right = b;

  if (left->n != right->n)
    return left->n > right->n ? -1 : 1;
  return left->first < right->first ? -1 : left->first > right->first;
}

static GArray *
group (GPtrArray *notes)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < notes->len; i++) {
    const ArdNote *note = notes->pdata[i];
    Group *last = groups->len ? &g_array_index (groups, Group, groups->len - 1) : NULL;

    if (last && strcmp (last->reason, note->reason) == 0) {
      last->n++;
    } else {
      Group one = { note->reason, 1, i };

      g_array_append_val (groups, one);
    }
  }
  g_array_sort (groups, compare_groups);
  return groups;
}

/* "- reason: `path`, `path`, `path` and 12 more" */
static void
write_group (Markdown *markdown, const GPtrArray *notes, const Group *one)
{
  g_autofree char *reason = ard_markdown_prose (one->reason);
  guint named = 0;

  g_string_append_printf (markdown->text, "- %s", reason);
  for (guint i = 0; i < one->n && named < NOTE_PATHS; i++) {
    const ArdNote *note = notes->pdata[one->first + i];
    g_autofree char *path = note->path ? ard_markdown_code (note->path) : NULL;

    if (path)
      g_string_append_printf (markdown->text, "%s %s", named++ ? "," : get (markdown, "md.colon"), path);
  }
  if (named > 0 && one->n > NOTE_PATHS) {
    g_autofree char *left = ard_messages_number (markdown->messages, one->n - named, 0);
    g_autofree char *more = ard_messages_fill (markdown->messages, "md.notes.more_files", "n", left, NULL);

    g_string_append_printf (markdown->text, " %s", more);
  }
  g_string_append_c (markdown->text, '\n');
}

static void
write_notes (Markdown *markdown)
{
  g_autoptr (ArdNotes) all = ard_report_notes (markdown->ledger);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (notes, &g_array_index (all, ArdNote, i));
  g_ptr_array_sort (notes, compare_reasons);

  g_autoptr (GArray) groups = group (notes);
  guint n = MIN (groups->len, TOP_REASONS);

  heading (markdown, "md.notes");
  if (n == 0)
    g_string_append_printf (markdown->text, "%s\n", get (markdown, "md.notes.empty"));
  for (guint i = 0; i < n; i++)
    write_group (markdown, notes, &g_array_index (groups, Group, i));
  if (groups->len > n) {
    g_autofree char *left = ard_messages_number (markdown->messages, groups->len - n, 0);
    g_autofree char *more = ard_messages_fill (markdown->messages, "md.notes.more", "n", left, NULL);

    g_string_append_printf (markdown->text, "- %s\n", more);
  }
}

static void
write_method (Markdown *markdown)
{
  heading (markdown, "md.method");
  g_string_append_printf (markdown->text, "%s\n", get (markdown, "md.method.text"));
}

GBytes *
ard_render_markdown (const ArdLedger *ledger, const char *lang, GError **error)
{
  g_autoptr (ArdMessages) messages = ard_messages_new (lang, error);

  if (!messages)
    return NULL;

  Markdown markdown = { ledger, messages, g_string_new (NULL) };

  write_head (&markdown);
  write_verdict (&markdown);
  write_totals (&markdown);
  write_plan (&markdown);
  write_items (&markdown);
  write_notes (&markdown);
  write_method (&markdown);
  return g_string_free_to_bytes (markdown.text);
}
