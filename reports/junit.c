#include <libxml/xmlwriter.h>
#include <string.h>

#include "model/error.h"
#include "reports/message.h"
#include "reports/name.h"
#include "reports/render.h"
#include "reports/text.h"

/* How long the suggested suppression lasts. */
#define SILENCE_S ((gint64) 90 * 24 * 3600)

typedef enum { PASSED, SKIPPED, FAILED } Outcome;

/* A finding of the head, or a paid one. */
typedef struct {
  guint32 rule, item; /* item: ARD_NONE when paid */
  guint32 index;      /* in the ledger's findings, or in paid */
  gboolean paid;
} Row;

/* One testcase: rows [first, first + n) are the findings of one rule in one item, or one paid finding. */
typedef struct {
  guint32 rule, first, n;
  Outcome outcome;
} Case;

typedef struct {
  const ArdLedger *ledger;
  const ArdMessages *messages;
  gboolean strict;   /* no file and line on testcases */
  GArray *rows;      /* of Row, by rule, then the paid last, then item */
  GArray *cases;     /* of Case, in the order of rows */
  GHashTable *taken; /* "classname name" of the cases written */
  xmlTextWriter *writer;
} Junit;

#define row_at(junit, i) (&g_array_index ((junit)->rows, Row, (i)))
#define case_at(junit, i) (&g_array_index ((junit)->cases, Case, (i)))

static const ArdFinding *
finding_at (const Junit *junit, guint32 row)
{
  return ard_finding (junit->ledger, row_at (junit, row)->index);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;

  if (left->rule != right->rule)
    return left->rule < right->rule ? -1 : 1;
  if (left->paid != right->paid)
    return left->paid ? 1 : -1;
  if (left->item != right->item)
    return left->item < right->item ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static void
collect_rows (Junit *junit)
{
  for (guint32 i = 0; i < junit->ledger->findings->len; i++) {
    const ArdFinding *finding = ard_finding (junit->ledger, i);
    Row row = { finding->rule, finding->item, i, FALSE };

    g_array_append_val (junit->rows, row);
  }
  for (guint32 i = 0; i < junit->ledger->paid->len; i++) {
    Row row = { ard_paid (junit->ledger, i)->rule, ARD_NONE, i, TRUE };

    g_array_append_val (junit->rows, row);
  }
  g_array_sort (junit->rows, compare);
}

static gboolean
same_case (const Row *left, const Row *right)
{
  return !left->paid && !right->paid && left->rule == right->rule && left->item == right->item;
}

static void
collect_cases (Junit *junit)
{
  for (guint32 first = 0, n; first < junit->rows->len; first += n) {
    const Row *row = row_at (junit, first);
    Case one = { row->rule, first, 1, row->paid ? PASSED : SKIPPED };

    for (n = 1; first + n < junit->rows->len && same_case (row, row_at (junit, first + n)); n++)
      continue;
    one.n = n;
    for (guint32 i = 0; i < n && !row->paid; i++)
      if (finding_at (junit, first + i)->fails)
        one.outcome = FAILED;
    g_array_append_val (junit->cases, one);
  }
}

static void
open_element (Junit *junit, const char *name)
{
  xmlTextWriterStartElement (junit->writer, BAD_CAST name);
}

static void
attribute (Junit *junit, const char *name, const char *bytes)
{
  g_autofree char *text = ard_text_xml (bytes);

  xmlTextWriterWriteAttribute (junit->writer, BAD_CAST name, BAD_CAST text);
}

static void
count (Junit *junit, const char *name, guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  attribute (junit, name, text);
}

static void
close_element (Junit *junit)
{
  xmlTextWriterEndElement (junit->writer);
}

static guint
tally (const Junit *junit, guint from, guint to, Outcome outcome)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += case_at (junit, i)->outcome == outcome;
  return n;
}

static void
counts (Junit *junit, guint from, guint to)
{
  count (junit, "tests", to - from);
  count (junit, "failures", tally (junit, from, to, FAILED));
  count (junit, "errors", 0);
}

/* "src/net/http.c" as "src.net.http.c": readers split packages from classes at dots. */
static char *
class_of (const char *path)
{
  char *text = ard_text_line (path);

  return g_strdelimit (text, "/", '.');
}

/* Readers drop the second of two cases of one name. */
static char *
unique (Junit *junit, const char *class, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s %s", class, name);
  char *text = g_strdup (name);

  for (guint i = 2; !g_hash_table_add (junit->taken, g_strdup (key)); i++) {
    g_free (text);
    text = g_strdup_printf ("%s (%u)", name, i);
    g_free (key);
    key = g_strdup_printf ("%s %s", class, text);
  }
  return text;
}

static void
open_case (Junit *junit, guint32 rule, const char *path, const char *unit, guint32 line)
{
  g_autofree char *class = class_of (path);
  g_autofree char *name = g_strdup_printf ("%s: %s", ard_rules[rule].id, unit);
  g_autofree char *own = unique (junit, class, name);

  open_element (junit, "testcase");
  attribute (junit, "classname", class);
  attribute (junit, "name", own);
  if (!junit->strict) {
    attribute (junit, "file", path);
    count (junit, "line", line);
  }
  attribute (junit, "time", "0");
}

static void
put_silence (const Junit *junit, GString *text, guint32 rule)
{
  g_autofree char *until = ard_name_of_day (junit->ledger->corpus->now_s + SILENCE_S);
  g_autofree char *sentence =
      ard_messages_fill (junit->messages, "junit.silence", "rule", ard_rules[rule].id, "until", until, NULL);

  g_string_append_printf (text, "%s\n", sentence);
}

static char *
describe_failure (const Junit *junit, const Case *one)
{
  const ArdLedger *ledger = junit->ledger;
  guint32 item = row_at (junit, one->first)->item;
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < one->n; i++) {
    const ArdFinding *finding = finding_at (junit, one->first + i);
    g_autofree char *path = ard_text_line (ard_file (ledger->corpus, finding->file)->path);
    g_autofree char *message = ard_messages_finding (junit->messages, ledger, finding);

    g_autofree char *commits = finding->fails ? ard_messages_commits (junit->messages, ledger, finding) : NULL;

    if (finding->fails)
      g_string_append_printf (text, "%s:%u-%u\n%s\n", path, finding->start_line, finding->end_line, message);
    if (commits)
      g_string_append_printf (text, "%s\n", commits);
  }
  if (item != ARD_NONE) {
    g_autofree char *places = ard_messages_places (ledger, ard_item (ledger, item));
    g_autofree char *price = ard_messages_price (junit->messages, ledger, ard_item (ledger, item));

    g_string_append_printf (text, "%s%s\n", places, price);
  }
  put_silence (junit, text, one->rule);
  return g_string_free (text, FALSE);
}

static char *
describe_skip (const Junit *junit, const ArdFinding *finding)
{
  const ArdMessages *messages = junit->messages;

  if (finding->state == ARD_STATE_SUPPRESSED)
    return ard_messages_fill (messages, "junit.suppressed", "until", finding->until ? finding->until : "", "because",
                              finding->because ? finding->because : "", NULL);
  if (finding->state == ARD_STATE_NEW)
    return g_strdup (ard_messages_get (messages, "junit.new"));
  return g_strdup (ard_messages_get (messages, "junit.known"));
}

/* The finding that decides: the first that fails, else the first that is not suppressed, else the first. */
static const ArdFinding *
leading (const Junit *junit, const Case *one)
{
  for (guint32 i = 0; i < one->n; i++)
    if (finding_at (junit, one->first + i)->fails)
      return finding_at (junit, one->first + i);
  for (guint32 i = 0; i < one->n; i++)
    if (finding_at (junit, one->first + i)->state != ARD_STATE_SUPPRESSED)
      return finding_at (junit, one->first + i);
  return finding_at (junit, one->first);
}

static void
write_result (Junit *junit, const Case *one, const ArdFinding *finding)
{
  g_autofree char *message = ard_messages_finding (junit->messages, junit->ledger, finding);
  gboolean failed = one->outcome == FAILED;
  g_autofree char *body = failed ? describe_failure (junit, one) : describe_skip (junit, finding);
  g_autofree char *text = ard_text_xml (body);

  open_element (junit, failed ? "failure" : "skipped");
  attribute (junit, "type", ard_rules[one->rule].id);
  attribute (junit, "message", message);
  xmlTextWriterWriteString (junit->writer, BAD_CAST text);
  close_element (junit);
}

static void
write_paid (Junit *junit, const ArdPaid *paid)
{
  const char *anonymous = ard_messages_get (junit->messages, "unit.anonymous");
  g_autofree char *unit = ard_text_line (!paid->function ? paid->path : *paid->function ? paid->function : anonymous);

  open_case (junit, paid->rule, paid->path, unit, paid->line);
  close_element (junit);
}

static void
write_case (Junit *junit, const Case *one)
{
  if (one->outcome == PASSED) {
    write_paid (junit, ard_paid (junit->ledger, row_at (junit, one->first)->index));
    return;
  }

  const ArdCorpus *corpus = junit->ledger->corpus;
  const char *anonymous = ard_messages_get (junit->messages, "unit.anonymous");
  const ArdFinding *finding = leading (junit, one);
  g_autofree char *unit = ard_name_of_unit (corpus, finding->file, finding->function, anonymous);

  open_case (junit, one->rule, ard_file (corpus, finding->file)->path, unit, finding->start_line);
  write_result (junit, one, finding);
  close_element (junit);
}

static void
write_suite (Junit *junit, guint from, guint to)
{
  open_element (junit, "testsuite");
  attribute (junit, "name", ard_rules[case_at (junit, from)->rule].id);
  counts (junit, from, to);
  count (junit, "skipped", tally (junit, from, to, SKIPPED));
  attribute (junit, "time", "0");
  for (guint i = from; i < to; i++)
    write_case (junit, case_at (junit, i));
  close_element (junit);
}

/* Jenkins fails a build whose results hold no test at all. */
static void
write_clean (Junit *junit)
{
  open_element (junit, "testsuite");
  attribute (junit, "name", "ardoise");
  count (junit, "tests", 1);
  count (junit, "failures", 0);
  count (junit, "errors", 0);
  count (junit, "skipped", 0);
  attribute (junit, "time", "0");
  open_element (junit, "testcase");
  attribute (junit, "classname", "ardoise");
  attribute (junit, "name", ard_messages_get (junit->messages, "junit.clean"));
  attribute (junit, "time", "0");
  close_element (junit);
  close_element (junit);
}

static void
write_document (Junit *junit)
{
  guint n = junit->cases->len;

  xmlTextWriterSetIndent (junit->writer, 1);
  xmlTextWriterStartDocument (junit->writer, "1.0", "UTF-8", NULL);
  open_element (junit, "testsuites");
  attribute (junit, "name", "ardoise");
  count (junit, "tests", MAX (n, 1));
  count (junit, "failures", tally (junit, 0, n, FAILED));
  count (junit, "errors", 0);
  attribute (junit, "time", "0");
  for (guint from = 0, to; from < n; from = to) {
    for (to = from + 1; to < n; to++)
      if (case_at (junit, to)->rule != case_at (junit, from)->rule)
        break;
    write_suite (junit, from, to);
  }
  if (n == 0)
    write_clean (junit);
  close_element (junit);
  xmlTextWriterEndDocument (junit->writer);
}

static GBytes *
render (const ArdLedger *ledger, const char *lang, gboolean strict, GError **error)
{
  g_autoptr (ArdMessages) messages = ard_messages_new (lang, error);

  if (!messages)
    return NULL;

  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (Case));
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlBuffer *buffer = xmlBufferCreate ();
  Junit junit = { ledger, messages, strict, rows, cases, taken, xmlNewTextWriterMemory (buffer, 0) };
  GBytes *bytes = NULL;

  if (junit.writer) {
    collect_rows (&junit);
    collect_cases (&junit);
    write_document (&junit);
    xmlFreeTextWriter (junit.writer);
    bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  } else {
    g_set_error_literal (error, ARD_ERROR, ARD_ERROR_OUTPUT, "cannot build the test report: no XML writer");
  }
  xmlBufferFree (buffer);
  return bytes;
}

GBytes *
ard_render_junit (const ArdLedger *ledger, const char *lang, GError **error)
{
  return render (ledger, lang, FALSE, error);
}

GBytes *
ard_render_xunit (const ArdLedger *ledger, const char *lang, GError **error)
{
  return render (ledger, lang, TRUE, error);
}
