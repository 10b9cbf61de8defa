#include "cli/settings_text.h"

#include <string.h>

#include "cli/quote.h"

static void
append_number (GString *text, double value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text, g_ascii_formatd (digits, sizeof digits, "%.10g", value));
}

static void
append_range (GString *text, const ArdRange *range)
{
  g_string_append (text, "{ low: ");
  append_number (text, range->low);
  g_string_append (text, ", likely: ");
  append_number (text, range->likely);
  g_string_append (text, ", high: ");
  append_number (text, range->high);
  g_string_append (text, " }");
}

static void
append_list (GString *text, char *const *values)
{
  g_string_append_c (text, '[');
  for (guint i = 0; values[i]; i++) {
    g_autofree char *quoted = ard_quote_yaml (values[i]);

    g_string_append_printf (text, "%s%s", i ? ", " : "", quoted);
  }
  g_string_append_c (text, ']');
}

static void
append_value (GString *text, ArdSettingType type, gconstpointer field)
{
  switch (type) {
  case ARD_SETTING_RANGE:
    append_range (text, field);
    break;
  case ARD_SETTING_NUMBER:
    append_number (text, *(const double *) field);
    break;
  case ARD_SETTING_FLAG:
    g_string_append (text, *(const gboolean *) field ? "true" : "false");
    break;
  case ARD_SETTING_TEXT: {
    g_autofree char *quoted = ard_quote_yaml (*(char *const *) field);

    g_string_append (text, quoted);
    break;
  }
  case ARD_SETTING_LIST:
    append_list (text, *(char **const *) field);
    break;
  }
}

static void
append_limits (GString *text, const ArdSettingRow *row)
{
  if (row->type != ARD_SETTING_NUMBER && row->type != ARD_SETTING_RANGE)
    return;
  append_number (text, row->min);
  g_string_append (text, " to ");
  append_number (text, row->max);
  if (*row->unit)
    g_string_append_printf (text, " %s", row->unit);
}

static gboolean
starts_group (guint row)
{
  return row == 0 || strcmp (ard_setting_rows[row].group, ard_setting_rows[row - 1].group) != 0;
}

/* ---- YAML ---- */

static void
append_origin (GString *text, const ArdOrigins *origins, guint line)
{
  if (!line) {
    g_string_append (text, "  # default\n");
    return;
  }
  g_autofree char *file = g_utf8_make_valid (origins->file, -1);
  g_string_append_printf (text, "  # %s:%u\n", g_strdelimit (file, "\r\n", '?'), line);
}

static void
append_suppressions (GString *text, const ArdSettings *settings)
{
  if (settings->suppressions->len > 0)
    g_string_append (text, "suppressions:\n");
  for (guint i = 0; i < settings->suppressions->len; i++) {
    const ArdSuppression *row = &g_array_index (settings->suppressions, ArdSuppression, i);
    const char *const names[] = { "rule", "path", "until", "because" };
    const char *const values[] = { row->rule, row->path, row->until, row->because };

    for (guint j = 0; j < G_N_ELEMENTS (names); j++) {
      g_autofree char *quoted = ard_quote_yaml (values[j]);

      g_string_append_printf (text, "  %s %s: %s\n", j ? " " : "-", names[j], quoted);
    }
  }
}

char *
ard_settings_write_yaml (const ArdSettings *settings, const ArdOrigins *origins)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ard_n_setting_rows; i++) {
    const ArdSettingRow *row = &ard_setting_rows[i];

    if (starts_group (i))
      g_string_append_printf (text, "%s:\n", row->group);
    g_string_append_printf (text, "  %s: ", row->key);
    append_value (text, row->type, G_STRUCT_MEMBER_P (settings, row->offset));
    append_origin (text, origins, origins->rows[i]);
  }
  g_string_append (text, "rules:\n");
  for (guint rule = 0; rule < ard_n_rules; rule++) {
    g_string_append_printf (text, "  %s:\n", ard_rules[rule].id);
    for (guint i = 0; i < ARD_N_RULE_KEYS; i++) {
      g_string_append_printf (text, "    %s: ", ard_rule_keys[i].key);
      append_value (text, ard_rule_keys[i].type, G_STRUCT_MEMBER_P (&settings->rules[rule], ard_rule_keys[i].offset));
      append_origin (text, origins, origins->rules[rule][i]);
    }
  }
  append_suppressions (text, settings);
  return g_string_free (text, FALSE);
}

/* ---- the template ---- */

static void
append_template_rules (GString *text)
{
  g_string_append (text, "\n# The numbers of each rule; `ardoise rules` lists what they measure.\n#rules:\n");
  for (guint rule = 0; rule < ard_n_rules; rule++) {
    g_string_append_printf (text, "  # %s\n#  %s:\n", ard_rules[rule].measure, ard_rules[rule].id);
    for (guint i = 0; i < ARD_N_RULE_KEYS; i++) {
      g_string_append_printf (text, "#    %s: ", ard_rule_keys[i].key);
      append_value (text, ard_rule_keys[i].type,
                    G_STRUCT_MEMBER_P (&ard_rules[rule].defaults, ard_rule_keys[i].offset));
      g_string_append_c (text, '\n');
    }
  }
}

char *
ard_settings_write_template (void)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  GString *text =
      g_string_new ("# Settings of ardoise. Every value below is the default; take the first # of a line\n"
                    "# (and of the group above it) away to change it. `ardoise config` shows what holds.\n");

  for (guint i = 0; i < ard_n_setting_rows; i++) {
    const ArdSettingRow *row = &ard_setting_rows[i];

    if (starts_group (i))
      g_string_append_printf (text, "\n#%s:\n", row->group);
    g_string_append_printf (text, "  # %s", row->doc);
    if (row->type == ARD_SETTING_NUMBER || row->type == ARD_SETTING_RANGE) {
      g_string_append (text, " (");
      append_limits (text, row);
      g_string_append_c (text, ')');
    }
    g_string_append_printf (text, "\n#  %s: ", row->key);
    append_value (text, row->type, G_STRUCT_MEMBER_P (settings, row->offset));
    g_string_append_c (text, '\n');
  }
  append_template_rules (text);
  g_string_append (text, "\n# Debt that you decide to live with, for a reason and until a day.\n"
                         "#suppressions:\n"
                         "#  - rule: complex-function  # or \"*\"\n"
                         "#    path: src/legacy/*\n"
                         "#    until: 2027-03-31\n"
                         "#    because: replaced by the new importer in March\n");
  return g_string_free (text, FALSE);
}

/* ---- Markdown ---- */

static void
append_markdown_row (GString *text, const ArdSettings *settings, const ArdSettingRow *row)
{
  g_autoptr (GString) value = g_string_new (NULL);

  append_value (value, row->type, G_STRUCT_MEMBER_P (settings, row->offset));
  g_string_replace (value, "|", "\\|", 0);
  g_string_append_printf (text, "| `%s.%s` | %s%s%s | ", row->group, row->key, *value->str ? "`" : "", value->str,
                          *value->str ? "`" : "");
  append_limits (text, row);
  g_string_append_printf (text, " | %s |\n", row->doc);
}

char *
ard_settings_write_markdown (void)
{
  g_autoptr (ArdSettings) settings = ard_settings_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ard_n_setting_rows; i++) {
    if (starts_group (i))
      g_string_append_printf (text, "%s## %s\n\n| key | default | takes | meaning |\n|---|---|---|---|\n",
                              i ? "\n" : "", ard_setting_rows[i].group);
    append_markdown_row (text, settings, &ard_setting_rows[i]);
  }
  g_string_append (text,
                   "\n## rules\n\nBelow `rules`, the id of a rule (`ardoise rules` lists them), and below that:\n\n"
                   "| key | takes | meaning |\n|---|---|---|\n");
  for (guint i = 0; i < ARD_N_RULE_KEYS; i++) {
    const ArdRuleKey *row = &ard_rule_keys[i];

    if (row->type == ARD_SETTING_FLAG)
      g_string_append_printf (text, "| `%s` | true, false | %s |\n", row->key, row->doc);
    else
      g_string_append_printf (text, "| `%s` | %.10g to %.10g | %s |\n", row->key, row->min, row->max, row->doc);
  }
  return g_string_free (text, FALSE);
}
