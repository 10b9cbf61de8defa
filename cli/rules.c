#include <string.h>

#include "cli/command.h"
#include "cli/print.h"
#include "cli/quote.h"
#include "model/error.h"
#include "model/rule.h"
#include "reports/message.h"

static const char *const priorities[] = { "low", "medium", "high" };
static const char *const types[] = { "functionality", "architecture", "infrastructure", "test" };

static const char *
title (const ArdMessages *messages, const ArdRule *rule)
{
  g_autofree char *key = g_strdup_printf ("rule.%s.title", rule->id);
  const char *found = ard_messages_get (messages, key);

  return strcmp (found, key) == 0 ? rule->id : found;
}

static char *
write_text (const ArdMessages *messages G_GNUC_UNUSED)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%-22s %10s %10s  %-12s %-5s %s\n", "rule", "attention", "critical", "unit", "gate",
                          "measures");
  for (guint i = 0; i < ard_n_rules; i++) {
    const ArdRule *rule = &ard_rules[i];

    g_string_append_printf (text, "%-22s %10.10g %10.10g  %-12s %-5s %s\n", rule->id, rule->defaults.attention,
                            rule->defaults.critical, rule->unit, rule->gates ? "yes" : "no", rule->measure);
  }
  return g_string_free (text, FALSE);
}

static char *
write_markdown (const ArdMessages *messages)
{
  GString *text = g_string_new (
      "| rule | measures | attention | critical | in tests | gate | source |\n|---|---|--:|--:|--:|---|---|\n");

  for (guint i = 0; i < ard_n_rules; i++) {
    const ArdRule *rule = &ard_rules[i];

    g_string_append_printf (text, "| `%s`: %s | %s (%s) | %.10g | %.10g | %.10g, %.10g | %s | %s |\n", rule->id,
                            title (messages, rule), rule->measure, rule->unit, rule->defaults.attention,
                            rule->defaults.critical, rule->defaults.test_attention, rule->defaults.test_critical,
                            rule->gates ? "yes" : "no", rule->source);
  }
  return g_string_free (text, FALSE);
}

static void
append_json (GString *text, const ArdMessages *messages, const ArdRule *rule)
{
  const ArdRuleSettings *numbers = &rule->defaults;
  const ArdRemediation *work = &rule->remediation;
  g_autofree char *name = ard_quote_json (title (messages, rule)), *measure = ard_quote_json (rule->measure);
  g_autofree char *unit = ard_quote_json (rule->unit), *source = ard_quote_json (rule->source);
  g_autofree char *quantity = ard_quote_json (work->quantity);

  g_string_append_printf (text,
                          "  {\"id\": \"%s\", \"title\": %s, \"family\": \"%s\", \"measure\": %s, \"unit\": %s,\n",
                          rule->id, name, rule->family, measure, unit);
  g_string_append_printf (
      text, "   \"attention\": %.10g, \"critical\": %.10g, \"test_attention\": %.10g, \"test_critical\": %.10g,\n",
      numbers->attention, numbers->critical, numbers->test_attention, numbers->test_critical);
  g_string_append_printf (text,
                          "   \"w_time\": %.10g, \"w_incident\": %.10g, \"recoverable_time\": %.10g, "
                          "\"recoverable_incident\": %.10g,\n",
                          numbers->w_time, numbers->w_incident, numbers->recoverable_time,
                          numbers->recoverable_incident);
  g_string_append_printf (text,
                          "   \"remediation\": {\"constant_h\": %.10g, \"per_quantity_h\": %.10g, \"quantity\": %s},\n",
                          work->constant_h, work->per_quantity_h, quantity);
  g_string_append_printf (text, "   \"priority\": \"%s\", \"type\": \"%s\", \"gates\": %s, \"source\": %s}",
                          priorities[rule->priority], types[rule->type], rule->gates ? "true" : "false", source);
}

static char *
write_json (const ArdMessages *messages)
{
  GString *text = g_string_new ("[\n");

  for (guint i = 0; i < ard_n_rules; i++) {
    append_json (text, messages, &ard_rules[i]);
    g_string_append (text, i + 1 < ard_n_rules ? ",\n" : "\n");
  }
  g_string_append (text, "]\n");
  return g_string_free (text, FALSE);
}

static int
run (const ArdOptions *options, char *const *arguments G_GNUC_UNUSED, GError **error)
{
  const char *format = options->format ? options->format : "text";
  g_autoptr (ArdMessages) messages = ard_messages_new (options->lang ? options->lang : "en", error);
  g_autofree char *text = NULL;

  if (!messages)
    return -1;
  if (strcmp (format, "text") == 0)
    text = write_text (messages);
  else if (strcmp (format, "md") == 0)
    text = write_markdown (messages);
  else if (strcmp (format, "json") == 0)
    text = write_json (messages);
  else
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "rules has no format \"%s\"; there are text, json, md", format);
  return text && ard_print_result (text, strlen (text), error) ? 0 : -1;
}

const ArdCommand ard_command_rules = {
  .name = "rules",
  .arguments = "",
  .doc = "the rule catalogue; --format text|json|md",
  .run = run,
};
