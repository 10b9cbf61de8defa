#include <string.h>

#include "cli/quote.h"
#include "cli/settings_text.h"

static char *
number (double min, double max)
{
  return g_strdup_printf ("\"type\": \"number\", \"minimum\": %.10g, \"maximum\": %.10g", min, max);
}

static void
append_type (GString *text, const ArdSettingRow *row)
{
  g_autofree char *limits = number (row->min, row->max);

  switch (row->type) {
  case ARD_SETTING_RANGE:
    g_string_append_printf (text,
                            "\"oneOf\": [{ %s }, { \"type\": \"object\", \"additionalProperties\": false, "
                            "\"properties\": { \"low\": { %s }, \"likely\": { %s }, \"high\": { %s } } }]",
                            limits, limits, limits, limits);
    break;
  case ARD_SETTING_NUMBER:
    g_string_append (text, limits);
    break;
  case ARD_SETTING_FLAG:
    g_string_append (text, "\"type\": \"boolean\"");
    break;
  case ARD_SETTING_TEXT:
    g_string_append (text, "\"type\": \"string\"");
    break;
  case ARD_SETTING_LIST:
    g_string_append (text, "\"type\": \"array\", \"items\": { \"type\": \"string\", \"minLength\": 1 }");
    break;
  }
}

static void
append_groups (GString *text)
{
  for (guint i = 0; i < ard_n_setting_rows; i++) {
    const ArdSettingRow *row = &ard_setting_rows[i];
    gboolean first = i == 0 || strcmp (row->group, ard_setting_rows[i - 1].group) != 0;
    gboolean last = i + 1 == ard_n_setting_rows || strcmp (row->group, ard_setting_rows[i + 1].group) != 0;
    g_autofree char *doc = ard_quote_json (row->doc);

    if (first)
      g_string_append_printf (text,
                              "    \"%s\": {\n      \"type\": [\"object\", \"null\"],\n"
                              "      \"additionalProperties\": false,\n      \"properties\": {\n",
                              row->group);
    g_string_append_printf (text, "        \"%s\": { ", row->key);
    append_type (text, row);
    g_string_append_printf (text, ", \"description\": %s }%s\n", doc, last ? "" : ",");
    if (last)
      g_string_append (text, "      }\n    },\n");
  }
}

static void
append_rules (GString *text)
{
  g_string_append (text,
                   "    \"rules\": {\n      \"type\": [\"object\", \"null\"],\n      \"additionalProperties\": false,\n"
                   "      \"properties\": {\n");
  for (guint i = 0; i < ard_n_rules; i++)
    g_string_append_printf (text, "        \"%s\": { \"$ref\": \"#/$defs/rule\" }%s\n", ard_rules[i].id,
                            i + 1 < ard_n_rules ? "," : "");
  g_string_append (text, "      }\n    },\n");
}

static void
append_suppressions (GString *text)
{
  g_string_append (text,
                   "    \"suppressions\": {\n      \"type\": [\"array\", \"null\"],\n      \"items\": {\n"
                   "        \"type\": \"object\",\n        \"additionalProperties\": false,\n"
                   "        \"required\": [\"rule\", \"path\", \"until\", \"because\"],\n        \"properties\": {\n"
                   "          \"rule\": { \"enum\": [\"*\"");
  for (guint i = 0; i < ard_n_rules; i++)
    g_string_append_printf (text, ", \"%s\"", ard_rules[i].id);
  g_string_append (text,
                   "] },\n          \"path\": { \"type\": \"string\", \"minLength\": 1 },\n"
                   "          \"until\": { \"type\": \"string\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\" },\n"
                   "          \"because\": { \"type\": \"string\", \"minLength\": 1 }\n        }\n      }\n    }\n");
}

static void
append_rule_keys (GString *text)
{
  g_string_append (text, "  \"$defs\": {\n    \"rule\": {\n      \"type\": [\"object\", \"null\"],\n"
                         "      \"additionalProperties\": false,\n      \"properties\": {\n");
  for (guint i = 0; i < ARD_N_RULE_KEYS; i++) {
    const ArdRuleKey *row = &ard_rule_keys[i];
    g_autofree char *limits =
        row->type == ARD_SETTING_FLAG ? g_strdup ("\"type\": \"boolean\"") : number (row->min, row->max);

    g_string_append_printf (text, "        \"%s\": { %s, \"description\": \"%s\" }%s\n", row->key, limits, row->doc,
                            i + 1 < ARD_N_RULE_KEYS ? "," : "");
  }
  g_string_append (text, "      }\n    }\n  }\n");
}

char *
ard_settings_write_schema (void)
{
  GString *text = g_string_new ("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                                "  \"title\": \"Settings of ardoise (.ardoise.yml)\",\n"
                                "  \"type\": [\"object\", \"null\"],\n  \"additionalProperties\": false,\n"
                                "  \"properties\": {\n");

  append_groups (text);
  append_rules (text);
  append_suppressions (text);
  g_string_append (text, "  },\n");
  append_rule_keys (text);
  g_string_append (text, "}\n");
  return g_string_free (text, FALSE);
}
