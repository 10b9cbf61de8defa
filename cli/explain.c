#include <math.h>
#include <string.h>

#include "cli/command.h"
#include "cli/pipeline.h"
#include "cli/print.h"
#include "cli/summary.h"
#include "model/error.h"

#define MOST_CANDIDATES 20

/* Beyond a hundred years nothing pays itself back. */
#define NEVER_MONTHS 1200

typedef gboolean (*Match) (const ArdLedger *ledger, const ArdItem *item, const char *wanted);

static gboolean
has_id (const ArdLedger *ledger G_GNUC_UNUSED, const ArdItem *item, const char *wanted)
{
  return *wanted && g_str_has_prefix (item->id, wanted);
}

static gboolean
is_file (const ArdLedger *ledger, const ArdItem *item, const char *wanted)
{
  return item->unit == ARD_UNIT_FILE && strcmp (ard_file (ledger->corpus, item->file)->path, wanted) == 0;
}

static gboolean
is_in_file (const ArdLedger *ledger, const ArdItem *item, const char *wanted)
{
  g_autoptr (GArray) files = ard_item_files (ledger, item);

  for (guint i = 0; i < files->len; i++)
    if (strcmp (ard_file (ledger->corpus, g_array_index (files, guint32, i))->path, wanted) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_function (const ArdLedger *ledger, const ArdItem *item, const char *wanted)
{
  const char *path = ard_file (ledger->corpus, item->file)->path;
  gsize length = strlen (path);

  return item->function != ARD_NONE && strncmp (path, wanted, length) == 0 && wanted[length] == ':' &&
         strcmp (ard_function (ledger->corpus, item->function)->facts.name, wanted + length + 1) == 0;
}

static gboolean
is_named (const ArdLedger *ledger, const ArdItem *item, const char *wanted)
{
  return item->function != ARD_NONE && *wanted &&
         strcmp (ard_function (ledger->corpus, item->function)->facts.name, wanted) == 0;
}

/* Indexes of the items that the first matching way of naming finds; yours. */
static GArray *
find_items (const ArdLedger *ledger, const char *wanted)
{
  const Match ways[] = { has_id, is_function, is_file, is_in_file, is_named };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint way = 0; way < G_N_ELEMENTS (ways) && found->len == 0; way++)
    for (guint i = 0; i < ledger->items->len; i++)
      if (ways[way](ledger, ard_item (ledger, i), wanted))
        g_array_append_val (found, i);
  return found;
}

static void
fail_to_choose (const ArdRun *run, const GArray *found, const char *wanted, GError **error)
{
  if (found->len == 0) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE,
                 "no item is called \"%s\"; give the first digits of an id, a path, or path:function", wanted);
    return;
  }
  for (guint i = 0; i < MIN (found->len, MOST_CANDIDATES); i++) {
    const ArdItem *item = ard_item (run->ledger, g_array_index (found, guint, i));
    g_autofree char *raw = ard_messages_item (run->messages, run->ledger, item), *title = ard_print_escape (raw);
    g_autofree char *place = ard_summary_place (run->ledger, item);

    ard_print_message ("%s  %s, %s", item->id, title, place);
  }
  g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "\"%s\" is ambiguous: %u items; give the first digits of one id",
               wanted, found->len);
}

static char *
write_value (const ArdRun *run, const ArdStep *step)
{
  if (isnan (step->value))
    return g_strdup ("not priced");

  if (strcmp (step->key, "payback") == 0 && step->value > NEVER_MONTHS)
    return g_strdup ("never");

  guint decimals = fabs (step->value) >= 100 || step->value == floor (step->value) ? 0
                   : fabs (step->value) >= 1                                       ? 2
                                                                                   : 4;
  g_autofree char *number = ard_messages_number (run->messages, step->value, decimals);

  return *step->unit ? g_strdup_printf ("%s %s", number, step->unit) : g_steal_pointer (&number);
}

static void
append_padded (GString *text, const char *word, glong width)
{
  g_string_append (text, word);
  for (glong i = g_utf8_strlen (word, -1); i < width; i++)
    g_string_append_c (text, ' ');
}

static const char *
label (const ArdRun *run, const ArdStep *step)
{
  g_autofree char *key = g_strconcat ("step.", step->key, NULL);
  const char *found = ard_messages_get (run->messages, key);

  return strcmp (found, key) == 0 ? step->key : found;
}

static void
append_steps (const ArdRun *run, const ArdItem *item, GString *text)
{
  glong labels = 0, values = 0;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < item->n_steps; i++) {
    const ArdStep *step = ard_step (run->ledger, item->first_step + i);
    char *value = write_value (run, step);

    g_ptr_array_add (written, value);
    labels = MAX (labels, g_utf8_strlen (label (run, step), -1));
    values = MAX (values, g_utf8_strlen (value, -1));
  }
  for (guint i = 0; i < item->n_steps; i++) {
    const ArdStep *step = ard_step (run->ledger, item->first_step + i);

    g_string_append (text, "  ");
    append_padded (text, label (run, step), labels + 2);
    append_padded (text, g_ptr_array_index (written, i), values + 2);
    g_autofree char *origin = step->origin ? ard_print_escape (step->origin) : g_strdup ("");

    g_string_append_printf (text, "%s%s\n", step->formula ? "= " : "", step->formula ? step->formula : origin);
  }
}

/* Paths were made one line each, so only letters are left to be escaped. */
static void
append_places (const ArdRun *run, const ArdItem *item, GString *text)
{
  g_autofree char *places = ard_messages_places (run->ledger, item);
  g_auto (GStrv) lines = g_strsplit (places, "\n", -1);

  for (guint i = 0; lines[i] && *lines[i]; i++) {
    g_autofree char *shown = ard_print_escape (lines[i]);

    g_string_append_printf (text, "%s\n", shown);
  }
  g_string_append_c (text, '\n');
}

/* The sums of history and of assumptions are never shown as one without saying so. */
static void
append_assumed (const ArdRun *run, const ArdItem *item, GString *text)
{
  g_autofree char *assumed = ard_messages_assumed (run->messages, run->ledger, item);

  if (assumed)
    g_string_append_printf (text, "\n  %s\n", assumed);
}

static void
append_unparsed (const ArdRun *run, const ArdItem *item, GString *text)
{
  g_autofree char *raw = ard_messages_unparsed (run->messages, run->ledger, item);
  g_autofree char *unparsed = raw ? ard_print_escape (raw) : NULL;

  if (unparsed)
    g_string_append_printf (text, "\n  %s\n", unparsed);
}

static char *
write_item (const ArdRun *run, const ArdItem *item)
{
  g_autofree char *raw = ard_messages_item (run->messages, run->ledger, item), *title = ard_print_escape (raw);
  g_autofree char *place = ard_summary_place (run->ledger, item);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s  %s\n%s\n", item->id, title, place);
  append_places (run, item, text);
  for (guint i = 0; i < item->n_findings; i++) {
    const ArdFinding *finding = ard_finding (run->ledger, item->first_finding + i);
    g_autofree char *sentence = ard_messages_finding (run->messages, run->ledger, finding);
    g_autofree char *shown = ard_print_escape (sentence);

    g_string_append_printf (text, "  %s: %s\n", ard_rules[finding->rule].id, shown);
  }
  append_assumed (run, item, text);
  append_unparsed (run, item, text);
  g_string_append_c (text, '\n');
  append_steps (run, item, text);
  return g_string_free (text, FALSE);
}

static int
run (const ArdOptions *options, char *const *arguments, GError **error)
{
  g_auto (ArdRun) bill = { 0 };

  if (!ard_run_open (&bill, options, arguments[1] ? arguments[1] : ".", TRUE, error) || !ard_run_score (&bill, error))
    return -1;

  g_autoptr (GArray) found = find_items (bill.ledger, arguments[0]);

  if (found->len != 1) {
    fail_to_choose (&bill, found, arguments[0], error);
    return -1;
  }

  g_autofree char *text = write_item (&bill, ard_item (bill.ledger, g_array_index (found, guint, 0)));

  return ard_print_result (text, strlen (text), error) ? 0 : -1;
}

const ArdCommand ard_command_explain = {
  .name = "explain",
  .arguments = "ITEM [PATH]",
  .doc = "how one item got its figures; ITEM: an id, a path, or path:function",
  .min_arguments = 1,
  .max_arguments = 2,
  .run = run,
};
