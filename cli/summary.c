#include "cli/summary.h"

#include <math.h>
#include <string.h>

#include "cli/print.h"
#include "reports/reports.h"

#define FIRST_ITEMS 3
#define FIRST_FAILURES 20

char *
ard_summary_place (const ArdLedger *ledger, const ArdItem *item)
{
  g_autofree char *path = ard_print_escape (ard_file (ledger->corpus, item->file)->path);

  if (item->unit == ARD_UNIT_FILE || item->unit == ARD_UNIT_CYCLE)
    return g_steal_pointer (&path);

  guint32 start, end;

  ard_item_lines (ledger, item, &start, &end);
  return g_strdup_printf ("%s:%u", path, start);
}

/* "1 file", "2 files"; yours. */
static char *
count (guint n, const char *noun)
{
  return g_strdup_printf ("%u %s%s", n, noun, n == 1 ? "" : "s");
}

static void
print_item (const ArdRun *run, guint index)
{
  const ArdItem *item = ard_item (run->ledger, index);
  g_autofree char *raw = ard_messages_item (run->messages, run->ledger, item);
  g_autofree char *title = ard_print_escape (raw);
  g_autofree char *days = ard_messages_number (run->messages, item->effort_d, 1);
  g_autofree char *roi = isfinite (item->roi) ? ard_messages_number (run->messages, item->roi * 100, 0) : NULL;

  if (roi)
    ard_print_message ("  %u. %s: %s d, return %s %% a year", index + 1, title, days, roi);
  else
    ard_print_message ("  %u. %s: %s d", index + 1, title, days);
}

static void
print_cost (const ArdRun *run)
{
  const ArdTotals *totals = &run->ledger->totals;
  const char *currency = run->settings->team_currency;
  g_autofree char *cost = ard_messages_number (run->messages, totals->cost_month, 0);
  g_autofree char *hours = ard_messages_number (run->messages, totals->wasted_h_month, 1);
  g_autofree char *incidents = ard_messages_number (run->messages, totals->incidents_month, 2);
  g_autofree char *principal = ard_messages_number (run->messages, totals->principal, 0);
  g_autoptr (GString) besides = g_string_new (NULL);

  if (run->ledger->priced && totals->assumed_cost_month > 0) {
    g_autofree char *assumed = ard_messages_number (run->messages, totals->assumed_cost_month, 0);

    g_string_append_printf (
        besides, " Besides, rare and severe failures and knowledge that leaves, by assumption: about %s %s a month.",
        assumed, currency);
  }
  if (run->ledger->priced)
    ard_print_message ("The debt costs about %s %s a month: %s h of work and %s incidents. Paying it all off: %s %s.%s",
                       cost, currency, hours, incidents, principal, currency, besides->str);
  else
    ard_print_message ("Not priced: %s.",
                       run->ledger->not_priced ? run->ledger->not_priced : "the history is too thin");
}

static void
print_place (const ArdOutputs *outputs)
{
  guint first = g_array_index (outputs->reports, guint, 0);

  if (!outputs->folder)
    return;

  g_autofree char *path = outputs->reports->len == 1 || strcmp (ard_reports[first].name, "html") == 0
                              ? g_build_filename (outputs->folder, ard_reports[first].file_name, NULL)
                              : g_strdup (outputs->folder);
  g_autofree char *shown = ard_print_escape (path);

  ard_print_message ("Written: %s", shown);
}

void
ard_summary_print (const ArdRun *run, const ArdOutputs *outputs)
{
  const ArdLedger *ledger = run->ledger;

  g_autofree char *files = count (run->corpus->files->len, "file"),
                  *commits = count (run->corpus->commits->len, "commit");
  g_autofree char *findings = count (ledger->totals.n_findings, "finding"),
                  *items = count (ledger->totals.n_items, "item");

  ard_print_message ("%s and %s up to %.10s: %s, %u critical, in %s.", files, commits, run->corpus->head, findings,
                     ledger->totals.n_critical, items);
  print_cost (run);
  if (ledger->items->len > 0)
    ard_print_message ("First:");
  for (guint i = 0; i < MIN (ledger->items->len, FIRST_ITEMS); i++)
    print_item (run, i);
  print_place (outputs);
}

static void
print_failure (const ArdRun *run, const ArdFinding *finding)
{
  g_autofree char *raw = ard_messages_finding (run->messages, run->ledger, finding);
  g_autofree char *text = ard_print_escape (raw);
  g_autofree char *path = ard_print_escape (ard_file (run->corpus, finding->file)->path);

  g_autofree char *commits = ard_messages_commits (run->messages, run->ledger, finding);
  g_autofree char *named = commits ? ard_print_escape (commits) : NULL;

  ard_print_message ("  %s:%u: %s: %s", path, finding->start_line, ard_rules[finding->rule].id, text);
  if (named)
    ard_print_message ("    %s", named);
}

void
ard_summary_print_verdict (const ArdRun *run, const ArdOutputs *outputs)
{
  const ArdVerdict *verdict = &run->ledger->verdict;
  guint shown = 0;
  g_autofree char *fresh = count (verdict->n_new, "new finding");

  ard_print_verdict (!verdict->failed, "The gate %s: %s, %u critical; %u known, %u paid off, %u suppressed.",
                     verdict->failed ? "failed" : "passed", fresh, verdict->n_new_critical, verdict->n_known,
                     verdict->n_paid, verdict->n_suppressed);
  for (guint i = 0; i < run->ledger->findings->len && shown < FIRST_FAILURES; i++)
    if (ard_finding (run->ledger, i)->fails) {
      print_failure (run, ard_finding (run->ledger, i));
      shown++;
    }
  if (verdict->n_new_critical > shown && shown == FIRST_FAILURES)
    ard_print_message ("  … the others stand in the files");
  ard_print_detail ("base: %s", verdict->base ? verdict->base : "none");
  print_place (outputs);
}
