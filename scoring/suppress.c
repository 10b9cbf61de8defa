#include <stdio.h>
#include <string.h>

#include "model/glob.h"
#include "scoring/parts.h"

/* A comment about the whole file stands in its first lines. */
#define HEAD_LINES 20
#define DAY_S 86400
#define EPOCH_JULIAN 719163 /* 1970-01-01 as GDate counts days */

static const char *const comment_ends[] = { "*/", "-->" };

typedef struct {
  const char *rule;            /* as written; "*" for all, in settings only */
  const char *until, *because; /* NULL when missing */
  const char *path;            /* of the comment's file, or the settings' glob */
  guint32 capture;             /* ARD_NONE: from settings */
} Order;

/* The first second after the day of an ISO date, or 0 when it is none. */
static gint64
read_end (const char *date)
{
  int year, month, day, length = 0;

  if (sscanf (date, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || length != 10 || date[10])
    return 0;
  if (year < 1970 || month < 1 || month > 12 || day < 1 || !g_date_valid_dmy (day, month, year))
    return 0;

  g_autoptr (GDate) parsed = g_date_new_dmy (day, month, year);

  return ((gint64) g_date_get_julian (parsed) - EPOCH_JULIAN + 1) * DAY_S;
}

static const char *
keep (ArdLedger *ledger, const char *text, gsize length)
{
  g_autofree char *copy = g_strstrip (g_strndup (text, length));

  for (gsize i = 0; i < G_N_ELEMENTS (comment_ends); i++)
    if (g_str_has_suffix (copy, comment_ends[i]))
      copy[strlen (copy) - strlen (comment_ends[i])] = '\0';
  g_strstrip (copy);
  return *copy ? g_string_chunk_insert (ledger->strings, copy) : NULL;
}

/* "RULE until YYYY-MM-DD because …"; what is missing stays NULL. */
static Order
read_comment (ArdLedger *ledger, guint32 capture)
{
  const ArdCorpusCapture *row = ard_capture (ledger->corpus, capture);
  const char *text = row->facts.text + strspn (row->facts.text, " \t:");
  gsize length = strcspn (text, " \t");
  Order order = { .path = ard_file (ledger->corpus, row->file)->path, .capture = capture };
  const char *until, *because;

  order.rule = keep (ledger, text, length);
  text += length;
  because = strstr (text, " because ");
  until = strstr (text, " until ");
  if (until && (!because || until <= because)) {
    until += strlen (" until ");
    until += strspn (until, " \t");
    order.until = keep (ledger, until, strcspn (until, " \t"));
  }
  if (because)
    order.because = keep (ledger, because + strlen (" because "), strlen (because + strlen (" because ")));
  return order;
}

/* The line that a comment speaks of: the next one that is not a suppression itself. */
static guint32
find_target (const ArdCorpus *corpus, guint32 capture)
{
  const ArdCorpusCapture *row = ard_capture (corpus, capture);
  const ArdFile *file = ard_file (corpus, row->file);
  guint32 line = row->facts.end_line + 1;

  for (guint32 i = capture + 1; i < file->first_capture + file->n_captures; i++) {
    const ArdCapture *next = &ard_capture (corpus, i)->facts;

    if (next->start_line > line)
      break;
    if (next->kind == ARD_CAPTURE_SUPPRESSION && next->start_line == line)
      line = next->end_line + 1;
  }
  return line;
}

static gboolean
speaks_of (const ArdCorpus *corpus, const Order *order, guint32 target, const ArdFinding *finding)
{
  const ArdCorpusCapture *row = ard_capture (corpus, order->capture);

  if (row->file != finding->file)
    return FALSE;
  if (finding->function != ARD_NONE)
    return row->facts.function == finding->function || target == finding->start_line ||
           row->facts.start_line == finding->start_line;
  if (finding->start_line > 1 || finding->end_line < ard_file (corpus, finding->file)->lines)
    return target == finding->start_line ||
           (row->facts.end_line >= finding->start_line && row->facts.start_line <= finding->end_line);
  return row->facts.start_line <= HEAD_LINES;
}

static gboolean
applies (const ArdCorpus *corpus, const Order *order, guint32 target, const ArdFinding *finding)
{
  if (strcmp (order->rule, "*") != 0 && strcmp (order->rule, ard_rules[finding->rule].id) != 0)
    return FALSE;
  if (order->capture == ARD_NONE)
    return ard_glob_covers (order->path, ard_file (corpus, finding->file)->path);
  return speaks_of (corpus, order, target, finding);
}

static void G_GNUC_PRINTF (3, 4) complain (ArdLedger *ledger, const Order *order, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  if (order->capture == ARD_NONE)
    ard_notes_add (ledger->notes, NULL, "a suppression in the settings, of \"%s\" in \"%s\", %s",
                   order->rule ? order->rule : "", order->path ? order->path : "", reason);
  else
    ard_notes_add (ledger->notes, order->path, "the suppression in line %u %s",
                   ard_capture (ledger->corpus, order->capture)->facts.start_line, reason);
}

/* Whether the order may suppress anything; notes why not. */
static gboolean
is_valid (ArdLedger *ledger, const Order *order)
{
  gint64 end = order->until ? read_end (order->until) : 0;
  gboolean any = order->rule && strcmp (order->rule, "*") == 0 && order->capture == ARD_NONE;

  if (!order->rule || (!any && ard_rule_find (order->rule) == ard_n_rules))
    complain (ledger, order, "names no rule (\"%s\"): it is ignored", order->rule ? order->rule : "");
  else if (!order->until || !order->because)
    complain (ledger, order, "of %s has no %s: it is ignored; write \"%s until YYYY-MM-DD because …\"", order->rule,
              order->until ? "reason" : "expiry date", order->rule);
  else if (end == 0)
    complain (ledger, order, "of %s ends on \"%s\", which is no date YYYY-MM-DD: it is ignored", order->rule,
              order->until);
  else if (ledger->corpus->now_s >= end)
    complain (ledger, order, "of %s expired on %s: the finding counts again", order->rule, order->until);
  else
    return TRUE;
  return FALSE;
}

static void
obey (ArdLedger *ledger, const Order *order)
{
  const ArdCorpus *corpus = ledger->corpus;
  guint32 target = order->capture == ARD_NONE ? 0 : find_target (corpus, order->capture);
  gboolean met = FALSE;

  if (!is_valid (ledger, order))
    return;
  for (guint i = 0; i < ledger->findings->len; i++) {
    ArdFinding *finding = ard_finding (ledger, i);

    if (!applies (corpus, order, target, finding))
      continue;
    met = TRUE;
    if (finding->state == ARD_STATE_SUPPRESSED)
      continue;
    finding->state = ARD_STATE_SUPPRESSED;
    finding->until = order->until;
    finding->because = order->because;
  }
  if (!met)
    complain (ledger, order, "of %s meets no finding: it can be removed", order->rule);
}

static const char *
given (const char *text)
{
  return text && *text ? text : NULL;
}

void
ard_suppress (ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  const GArray *rows = ledger->settings->suppressions;

  for (guint i = 0; i < corpus->captures->len; i++) {
    if (ard_capture (corpus, i)->facts.kind != ARD_CAPTURE_SUPPRESSION ||
        (ard_file (corpus, ard_capture (corpus, i)->file)->flags & ARD_FILE_NOT_JUDGED))
      continue;

    Order order = read_comment (ledger, i);

    obey (ledger, &order);
  }
  for (guint i = 0; i < rows->len; i++) {
    const ArdSuppression *row = &g_array_index (rows, ArdSuppression, i);
    Order order = { given (row->rule), given (row->until), given (row->because), row->path ? row->path : "**",
                    ARD_NONE };

    obey (ledger, &order);
  }
}
