#include "reports/message.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "model/error.h"
#include "model/resource.h"
#include "reports/figure.h"
#include "reports/name.h"
#include "reports/text.h"

#define FOLDER "templates/messages"
#define FALLBACK "en"
#define NOT_A_NUMBER "\xe2\x80\x93"
/* A value closer than this to a rounder one is that one. */
#define TINY 1e-6
#define INFINITE "\xe2\x88\x9e"

struct ArdMessages {
  char *lang;
  json_t *own, *fallback;
  char *decimal_mark, *group_mark;
};

static char *
list_languages (void)
{
  g_auto (GStrv) names = ard_resource_list (FOLDER);
  GString *list = g_string_new (NULL);

  for (char **name = names; *name; name++) {
    g_autofree char *stem = g_strndup (*name, strcspn (*name, "."));

    g_string_append_printf (list, "%s%s", list->len ? ", " : "", stem);
  }
  return g_string_free (list, FALSE);
}

static json_t *
load (const char *lang, GError **error)
{
  g_autofree char *name = g_strdup_printf (FOLDER "/%s.json", lang);
  g_autoptr (GBytes) bytes = ard_resource_read (name, NULL);
  json_error_t problem;

  if (!bytes) {
    g_autofree char *list = list_languages ();

    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "unknown language \"%s\", known are: %s", lang, list);
    return NULL;
  }

  json_t *catalogue = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, &problem);

  if (!json_is_object (catalogue)) {
    json_decref (catalogue);
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "message catalogue \"%s\" cannot be read, line %d: %s", name,
                 problem.line, problem.text);
    return NULL;
  }
  return catalogue;
}

ArdMessages *
ard_messages_new (const char *lang, GError **error)
{
  g_autoptr (ArdMessages) messages = g_new0 (ArdMessages, 1);

  messages->own = load (lang, error);
  if (!messages->own)
    return NULL;
  messages->fallback = load (FALLBACK, error);
  if (!messages->fallback)
    return NULL;
  messages->lang = g_strdup (lang);
  messages->decimal_mark = g_strdup (ard_messages_get (messages, "number.decimal"));
  messages->group_mark = g_strdup (ard_messages_get (messages, "number.group"));
  return g_steal_pointer (&messages);
}

void
ard_messages_free (ArdMessages *messages)
{
  json_decref (messages->own);
  json_decref (messages->fallback);
  g_free (messages->lang);
  g_free (messages->decimal_mark);
  g_free (messages->group_mark);
  g_free (messages);
}

const char *
ard_messages_get (const ArdMessages *messages, const char *key)
{
  const char *text = json_string_value (json_object_get (messages->own, key));

  if (!text)
    text = json_string_value (json_object_get (messages->fallback, key));
  return text ? text : key;
}

const char *
ard_messages_lang (const ArdMessages *messages)
{
  return messages->lang;
}

void
ard_messages_each (const ArdMessages *messages, void (*visit) (const char *key, const char *text, gpointer data),
                   gpointer data)
{
  for (void *at = json_object_iter (messages->fallback); at; at = json_object_iter_next (messages->fallback, at))
    visit (json_object_iter_key (at), ard_messages_get (messages, json_object_iter_key (at)), data);
}

/* One pass, so that a value that looks like a placeholder is left alone. */
static char *
fill (const char *text, GHashTable *values)
{
  GString *filled = g_string_new (NULL);

  while (*text) {
    const char *end = *text == '{' ? strchr (text, '}') : NULL;
    g_autofree char *name = end ? g_strndup (text + 1, (gsize) (end - text - 1)) : NULL;
    const char *value = name ? g_hash_table_lookup (values, name) : NULL;

    if (value)
      g_string_append (filled, value);
    else
      g_string_append_c (filled, *text);
    text = value ? end + 1 : text + 1;
  }
  return g_string_free (filled, FALSE);
}

char *
ard_messages_fill (const ArdMessages *messages, const char *key, const char *first, ...)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  va_list args;

  va_start (args, first);
  for (const char *name = first; name; name = va_arg (args, const char *))
    g_hash_table_insert (values, (gpointer) name, va_arg (args, char *));
  va_end (args);
  return fill (ard_messages_get (messages, key), values);
}

static const char *
find_subject (const ArdCorpus *corpus, const ArdFinding *finding)
{
  if (finding->subject)
    return finding->subject;
  return finding->capture == ARD_NONE ? "" : ard_capture (corpus, finding->capture)->facts.text;
}

static void
put (GHashTable *values, const char *name, char *value)
{
  g_hash_table_insert (values, (gpointer) name, value);
}

/* What a finding's sentences may name; the values are owned. */
static GHashTable *
describe (const ArdMessages *messages, const ArdLedger *ledger, const ArdFinding *finding)
{
  const ArdCorpus *corpus = ledger->corpus;
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char *name = finding->function == ARD_NONE ? "" : ard_function (corpus, finding->function)->facts.name;
  const char *words = finding->capture == ARD_NONE ? "" : ard_capture (corpus, finding->capture)->facts.text;
  guint32 copies = finding->clone_class == ARD_NONE ? 0 : ard_clone_class (corpus, finding->clone_class)->n_copies;

  put (values, "path", ard_text_line (ard_file (corpus, finding->file)->path));
  put (values, "function", ard_text_line (*name ? name : ard_messages_get (messages, "unit.anonymous")));
  put (values, "text", ard_text_line (words));
  put (values, "subject", ard_text_line (find_subject (corpus, finding)));
  put (values, "other", ard_text_line (finding->other == ARD_NONE ? "" : ard_file (corpus, finding->other)->path));
  put (values, "commit",
       finding->commit == ARD_NONE
           ? g_strdup ("")
           : g_strdup_printf (
                 "%02x%02x%02x%02x%02x", ard_commit (corpus, finding->commit)->id.bytes[0],
                 ard_commit (corpus, finding->commit)->id.bytes[1], ard_commit (corpus, finding->commit)->id.bytes[2],
                 ard_commit (corpus, finding->commit)->id.bytes[3], ard_commit (corpus, finding->commit)->id.bytes[4]));
  put (values, "author",
       ard_text_line (finding->author < corpus->authors->len ? ard_author (corpus, finding->author)->name : ""));
  put (values, "quantity", ard_messages_value (messages, finding->quantity));
  put (values, "copies", ard_messages_number (messages, copies, 0));
  put (values, "lines", ard_messages_number (messages, ard_finding_lines (finding), 0));
  put (values, "line", g_strdup_printf ("%u", finding->start_line));
  put (values, "value", ard_messages_value (messages, finding->value));
  put (values, "attention", ard_messages_value (messages, finding->attention));
  put (values, "critical", ard_messages_value (messages, finding->critical));
  put (values, "peers", ard_messages_number (messages, finding->peers, 0));
  put (values, "looked", ard_messages_number (messages, finding->peers_looked, 0));
  return values;
}

char *
ard_messages_reason (const ArdMessages *messages, const ArdLedger *ledger, const ArdFinding *finding)
{
  if (!finding->reason)
    return NULL;

  g_autofree char *key = g_strconcat ("reason.", finding->reason, NULL);
  g_autoptr (GHashTable) values = describe (messages, ledger, finding);

  return fill (ard_messages_get (messages, key), values);
}

char *
ard_messages_finding (const ArdMessages *messages, const ArdLedger *ledger, const ArdFinding *finding)
{
  g_autofree char *key = g_strdup_printf ("rule.%s.message", ard_rules[finding->rule].id);
  const char *text = ard_messages_get (messages, key);
  g_autofree char *reason = ard_messages_reason (messages, ledger, finding);
  g_autoptr (GHashTable) values = describe (messages, ledger, finding);
  gboolean placed = strstr (text, "{reason}") != NULL;

  put (values, "reason", g_strdup (reason ? reason : ""));

  g_autofree char *sentence = fill (text, values);
  g_autofree char *peers = finding->peers ? fill (ard_messages_get (messages, "finding.peers"), values) : g_strdup ("");

  return g_strchomp (g_strconcat (sentence, reason && !placed ? " " : "", reason && !placed ? reason : "",
                                  *peers ? " " : "", peers, NULL));
}

char *
ard_messages_paid (const ArdMessages *messages, const ArdPaid *paid)
{
  g_autofree char *key = g_strdup_printf ("rule.%s.title", ard_rules[paid->rule].id);
  g_autofree char *path = ard_text_line (paid->path);
  g_autofree char *function = ard_text_line (paid->function ? paid->function : "");
  g_autofree char *value = ard_messages_value (messages, paid->value);

  return ard_messages_fill (messages, paid->function ? "paid.function" : "paid.file", "rule",
                            ard_messages_get (messages, key), "path", path, "function", function, "value", value, NULL);
}

/* "N copies in path and 2 more files" */
static char *
title_of_many (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item, const char *rule)
{
  g_autoptr (GArray) files = ard_item_files (ledger, item);
  guint32 n = item->unit == ARD_UNIT_CLONES ? ard_clone_class (ledger->corpus, item->clone_class)->n_copies
                                            : ard_cycle (ledger->corpus, item->cycle)->n_members;
  g_autofree char *path = ard_text_line (ard_file (ledger->corpus, g_array_index (files, guint32, 0))->path);
  g_autofree char *count = ard_messages_number (messages, n, 0);
  g_autofree char *more = ard_messages_number (messages, files->len - 1, 0);
  g_autofree char *key = g_strdup_printf ("item.title.%s%s", ard_name_unit (item->unit), files->len > 1 ? "" : ".one");

  return ard_messages_fill (messages, key, "rule", rule, "path", path, "n", count, "more", more, NULL);
}

char *
ard_messages_item (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item)
{
  const ArdCorpus *corpus = ledger->corpus;
  g_autofree char *key = g_strdup_printf ("rule.%s.title", ard_rules[item->rule].id);
  g_autofree char *path = ard_text_line (ard_file (corpus, item->file)->path);
  const char *rule = ard_messages_get (messages, key);

  if (item->unit >= ARD_UNIT_CLONES)
    return title_of_many (messages, ledger, item, rule);
  if (item->function == ARD_NONE)
    return ard_messages_fill (messages, "item.title.file", "rule", rule, "path", path, NULL);

  const ArdFunction *facts = &ard_function (corpus, item->function)->facts;
  g_autofree char *function = ard_text_line (facts->name);
  g_autofree char *line = g_strdup_printf ("%u", facts->start_line);

  if (!*facts->name)
    return ard_messages_fill (messages, "item.title.anonymous", "rule", rule, "path", path, "line", line, NULL);
  return ard_messages_fill (messages, "item.title.function", "rule", rule, "path", path, "function", function, NULL);
}

static const char *
price_key (const ArdLedger *ledger, const ArdItem *item)
{
  if (!ard_item_is_priced (ledger, item))
    return "item.not_priced";
  return ard_file (ledger->corpus, item->file)->birth_s ? "item.price" : "item.new";
}

char *
ard_messages_price (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item)
{
  g_autofree char *cost = ard_messages_money (messages, ledger->settings, item->cost_month);
  g_autofree char *savings = ard_messages_money (messages, ledger->settings, item->savings_month);
  g_autofree char *principal = ard_messages_money (messages, ledger->settings, item->principal);
  g_autofree char *effort = ard_messages_number (messages, item->effort_d, 2);
  g_autofree char *roi = ard_messages_percent (messages, item->roi);
  g_autofree char *text = ard_messages_fill (messages, price_key (ledger, item), "cost", cost, "savings", savings,
                                             "principal", principal, "effort", effort, "roi", roi, NULL);
  g_autofree char *assumed = ard_messages_assumed (messages, ledger, item);

  return g_strconcat (text, assumed ? " " : NULL, assumed, NULL);
}

char *
ard_messages_assumed (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item)
{
  if (!ard_item_is_priced (ledger, item) || !(item->assumed_month > 0))
    return NULL;

  g_autofree char *assumed = ard_messages_money (messages, ledger->settings, item->assumed_month);
  gboolean all = item->assumed_month >= item->cost_month * (1 - TINY);

  return ard_messages_fill (messages, all ? "item.assumed.all" : "item.assumed.part", "assumed", assumed, NULL);
}

char *
ard_messages_verdict (const ArdMessages *messages, const ArdVerdict *verdict)
{
  g_autofree char *n_new = ard_messages_number (messages, verdict->n_new, 0);
  g_autofree char *n_critical = ard_messages_number (messages, verdict->n_new_critical, 0);
  g_autofree char *n_known = ard_messages_number (messages, verdict->n_known, 0);
  g_autofree char *n_paid = ard_messages_number (messages, verdict->n_paid, 0);
  g_autofree char *n_suppressed = ard_messages_number (messages, verdict->n_suppressed, 0);

  return ard_messages_fill (messages, "verdict.counts", "new", n_new, "critical", n_critical, "known", n_known, "paid",
                            n_paid, "suppressed", n_suppressed, NULL);
}

char *
ard_messages_number (const ArdMessages *messages, double value, guint decimals)
{
  char format[16], digits[400];

  if (isnan (value))
    return g_strdup (NOT_A_NUMBER);
  if (isinf (value))
    return g_strdup (value > 0 ? INFINITE : "-" INFINITE);

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 17));
  g_ascii_formatd (digits, sizeof digits, format, fabs (value));

  GString *text = g_string_new (NULL);
  gsize whole = strcspn (digits, ".");

  if (value < 0 && strspn (digits, "0.") < strlen (digits))
    g_string_append_c (text, '-');
  for (gsize i = 0; i < whole; i++) {
    if (i > 0 && (whole - i) % 3 == 0)
      g_string_append (text, messages->group_mark);
    g_string_append_c (text, digits[i]);
  }
  if (digits[whole])
    g_string_append_printf (text, "%s%s", messages->decimal_mark, digits + whole + 1);
  return g_string_free (text, FALSE);
}

char *
ard_messages_value (const ArdMessages *messages, double value)
{
  guint decimals = 0;

  for (double scaled = value; decimals < 2 && fabs (scaled - round (scaled)) > TINY; scaled *= 10)
    decimals++;
  return ard_messages_number (messages, value, decimals);
}

char *
ard_messages_money (const ArdMessages *messages, const ArdSettings *settings, double value)
{
  g_autofree char *number = ard_messages_number (messages, value, fabs (value) < 100 && value != 0 ? 2 : 0);
  g_autofree char *currency = ard_text_line (settings->team_currency);

  if (!isfinite (value))
    return g_steal_pointer (&number);
  return ard_messages_fill (messages, "number.money", "number", number, "currency", currency, NULL);
}

char *
ard_messages_percent (const ArdMessages *messages, double share)
{
  g_autofree char *number = ard_messages_number (messages, share * 100, 0);

  if (!isfinite (share))
    return g_steal_pointer (&number);
  return ard_messages_fill (messages, "number.percent", "number", number, NULL);
}
