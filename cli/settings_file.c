#include "cli/settings_file.h"

#include <string.h>

#include "cli/nearest.h"
#include "cli/settings_value.h"

#define OFFSET(field) G_STRUCT_OFFSET (ArdRuleSettings, field)

const ArdRuleKey ard_rule_keys[ARD_N_RULE_KEYS] = {
  { "enabled", ARD_SETTING_FLAG, 0, 1, OFFSET (enabled), "whether the rule is used" },
  { "attention", ARD_SETTING_NUMBER, 0, 1e9, OFFSET (attention), "value from which it is a finding" },
  { "critical", ARD_SETTING_NUMBER, 0, 1e9, OFFSET (critical), "value from which the finding is critical" },
  { "test_attention", ARD_SETTING_NUMBER, 0, 1e9, OFFSET (test_attention), "the same for test code" },
  { "test_critical", ARD_SETTING_NUMBER, 0, 1e9, OFFSET (test_critical), "the same for test code" },
  { "w_time", ARD_SETTING_NUMBER, 0, 0.99, OFFSET (w_time), "weight in the time that work takes" },
  { "w_incident", ARD_SETTING_NUMBER, 0, 0.99, OFFSET (w_incident), "weight in incidents" },
  { "recoverable_time", ARD_SETTING_NUMBER, 0, 1, OFFSET (recoverable_time),
    "share of the lost time that paying off wins" },
  { "recoverable_incident", ARD_SETTING_NUMBER, 0, 1, OFFSET (recoverable_incident), "the same for incidents" },
};

ArdOrigins *
ard_origins_new (const char *file)
{
  ArdOrigins *origins = g_new0 (ArdOrigins, 1);

  origins->file = g_strdup (file);
  origins->rows = g_new0 (guint, ard_n_setting_rows);
  origins->rules = g_malloc0_n (ard_n_rules, sizeof *origins->rules);
  return origins;
}

void
ard_origins_free (ArdOrigins *origins)
{
  g_free (origins->file);
  g_free (origins->rows);
  g_free (origins->rules);
  g_free (origins);
}

typedef struct {
  ArdYaml yaml;
  ArdSettings *settings;
  ArdOrigins *origins;
} Reading;

/* Called for each pair of a mapping; prefix is the key path above, ending in a dot or empty. */
typedef gboolean (*Pair) (Reading *reading, const char *prefix, yaml_node_t *key, yaml_node_t *value, gpointer data,
                          GError **error);

static gboolean
fail_unknown (Reading *reading, const char *prefix, const yaml_node_t *key, const char *const *valid, GError **error)
{
  const char *text = ard_yaml_text (key);
  g_autofree char *shown = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 80));
  const char *nearest = ard_nearest (text, valid);

  return ard_yaml_fail (&reading->yaml, key, error, "unknown key \"%s%s\"; the nearest valid key is \"%s%s\"", prefix,
                        shown, prefix, nearest ? nearest : "");
}

static gboolean
check_key (Reading *reading, const char *prefix, const yaml_node_t *key, GHashTable *seen, GError **error)
{
  const char *text = ard_yaml_text (key);

  if (!text)
    return ard_yaml_fail (&reading->yaml, key, error, "a key below \"%s\" is not a word", prefix);
  if (!g_hash_table_add (seen, g_strdup (text)))
    return ard_yaml_fail (&reading->yaml, key, error, "key \"%s%s\" stands twice", prefix, text);
  return TRUE;
}

static gboolean
is_empty (const yaml_node_t *node)
{
  const char *text = ard_yaml_text (node);

  return text && node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
         (!*text || strcmp (text, "~") == 0 || strcmp (text, "null") == 0);
}

static gboolean
each_pair (Reading *reading, const char *prefix, yaml_node_t *node, Pair pair, gpointer data, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (is_empty (node))
    return TRUE;
  if (node->type != YAML_MAPPING_NODE)
    return *prefix ? ard_yaml_fail (&reading->yaml, node, error, "\"%.*s\" takes keys and values",
                                    (int) strlen (prefix) - 1, prefix)
                   : ard_yaml_fail (&reading->yaml, node, error, "the file takes keys and values");
  for (yaml_node_pair_t *p = node->data.mapping.pairs.start; p < node->data.mapping.pairs.top; p++) {
    yaml_node_t *key = yaml_document_get_node (&reading->yaml.tree, p->key);
    yaml_node_t *value = yaml_document_get_node (&reading->yaml.tree, p->value);

    if (!check_key (reading, prefix, key, seen, error) || !pair (reading, prefix, key, value, data, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- groups ---- */

static gboolean
read_group_key (Reading *reading, const char *prefix, yaml_node_t *key, yaml_node_t *value, gpointer data,
                GError **error)
{
  const char *group = data, *text = ard_yaml_text (key);
  g_autoptr (GPtrArray) valid = g_ptr_array_new ();

  for (guint i = 0; i < ard_n_setting_rows; i++) {
    const ArdSettingRow *row = &ard_setting_rows[i];

    if (strcmp (row->group, group) != 0)
      continue;
    if (strcmp (row->key, text) == 0) {
      if (reading->origins)
        reading->origins->rows[i] = ard_yaml_line (key);
      return ard_settings_value_read (&reading->yaml, value, row, reading->settings, error);
    }
    g_ptr_array_add (valid, (gpointer) row->key);
  }
  g_ptr_array_add (valid, NULL);
  return fail_unknown (reading, prefix, key, (const char *const *) valid->pdata, error);
}

/* ---- rules ---- */

static gboolean
read_rule_key (Reading *reading, const char *prefix, yaml_node_t *key, yaml_node_t *value, gpointer data,
               GError **error)
{
  const char *text = ard_yaml_text (key);
  guint rule = GPOINTER_TO_UINT (data);
  const char *valid[ARD_N_RULE_KEYS + 1] = { NULL };

  for (guint i = 0; i < ARD_N_RULE_KEYS; i++) {
    const ArdRuleKey *row = &ard_rule_keys[i];
    gpointer field = G_STRUCT_MEMBER_P (&reading->settings->rules[rule], row->offset);
    g_autofree char *path = g_strconcat (prefix, row->key, NULL);

    valid[i] = row->key;
    if (strcmp (row->key, text) != 0)
      continue;
    if (reading->origins)
      reading->origins->rules[rule][i] = ard_yaml_line (key);
    if (row->type == ARD_SETTING_FLAG)
      return ard_settings_flag_read (&reading->yaml, value, path, field, error);
    return ard_settings_number_read (&reading->yaml, value, path, row->min, row->max, field, error);
  }
  return fail_unknown (reading, prefix, key, valid, error);
}

static gboolean
check_thresholds (Reading *reading, guint rule, const yaml_node_t *node, GError **error)
{
  const ArdRuleSettings *numbers = &reading->settings->rules[rule];

  if (numbers->attention > numbers->critical)
    return ard_yaml_fail (&reading->yaml, node, error,
                          "\"rules.%s.attention\" (%g) is above \"rules.%s.critical\" (%g); set both",
                          ard_rules[rule].id, numbers->attention, ard_rules[rule].id, numbers->critical);
  if (numbers->test_attention > numbers->test_critical)
    return ard_yaml_fail (&reading->yaml, node, error,
                          "\"rules.%s.test_attention\" (%g) is above \"rules.%s.test_critical\" (%g); set both",
                          ard_rules[rule].id, numbers->test_attention, ard_rules[rule].id, numbers->test_critical);
  return TRUE;
}

static gboolean
read_rule (Reading *reading, const char *prefix, yaml_node_t *key, yaml_node_t *value, gpointer data G_GNUC_UNUSED,
           GError **error)
{
  guint rule = ard_rule_find (ard_yaml_text (key));
  g_autoptr (GPtrArray) valid = g_ptr_array_new ();

  if (rule < ard_n_rules) {
    g_autofree char *below = g_strdup_printf ("%s%s.", prefix, ard_rules[rule].id);

    return each_pair (reading, below, value, read_rule_key, GUINT_TO_POINTER (rule), error) &&
           check_thresholds (reading, rule, key, error);
  }
  for (guint i = 0; i < ard_n_rules; i++)
    g_ptr_array_add (valid, (gpointer) ard_rules[i].id);
  g_ptr_array_add (valid, NULL);
  return fail_unknown (reading, prefix, key, (const char *const *) valid->pdata, error);
}

/* ---- suppressions ---- */

static gboolean
read_suppression_key (Reading *reading, const char *prefix, yaml_node_t *key, yaml_node_t *value, gpointer data,
                      GError **error)
{
  ArdSuppression *row = data;
  const char *text = ard_yaml_text (key), *scalar = ard_yaml_text (value);
  const char *const names[] = { "rule", "path", "until", "because", NULL };
  char **fields[] = { &row->rule, &row->path, &row->until, &row->because };

  for (guint i = 0; names[i]; i++) {
    if (strcmp (names[i], text) != 0)
      continue;
    if (!scalar || !*scalar)
      return ard_yaml_fail (&reading->yaml, value, error, "\"%s%s\" takes a text", prefix, text);
    *fields[i] = g_strdup (scalar);
    return TRUE;
  }
  return fail_unknown (reading, prefix, key, names, error);
}

static gboolean
check_suppression (Reading *reading, const yaml_node_t *node, const char *prefix, const ArdSuppression *row,
                   GError **error)
{
  const char *missing = !row->rule      ? "rule"
                        : !row->path    ? "path"
                        : !row->until   ? "until"
                        : !row->because ? "because"
                                        : NULL;

  if (missing)
    return ard_yaml_fail (&reading->yaml, node, error, "\"%s%s\" is missing", prefix, missing);
  if (strcmp (row->rule, "*") != 0 && ard_rule_find (row->rule) == ard_n_rules) {
    g_autoptr (GPtrArray) valid = g_ptr_array_new ();

    for (guint i = 0; i < ard_n_rules; i++)
      g_ptr_array_add (valid, (gpointer) ard_rules[i].id);
    g_ptr_array_add (valid, NULL);
    return ard_yaml_fail (&reading->yaml, node, error, "\"%srule\" names no rule: \"%s\"; the nearest is \"%s\"",
                          prefix, row->rule, ard_nearest (row->rule, (const char *const *) valid->pdata));
  }
  if (!ard_settings_date_is_valid (row->until))
    return ard_yaml_fail (&reading->yaml, node, error, "\"%suntil\" takes a date such as 2027-03-31, not \"%s\"",
                          prefix, row->until);
  return TRUE;
}

static gboolean
read_suppressions (Reading *reading, yaml_node_t *node, GError **error)
{
  if (is_empty (node))
    return TRUE;
  if (node->type != YAML_SEQUENCE_NODE)
    return ard_yaml_fail (&reading->yaml, node, error, "\"suppressions\" takes a list");
  for (yaml_node_item_t *i = node->data.sequence.items.start; i < node->data.sequence.items.top; i++) {
    yaml_node_t *entry = yaml_document_get_node (&reading->yaml.tree, *i);
    guint index = (guint) (i - node->data.sequence.items.start);
    g_autofree char *prefix = g_strdup_printf ("suppressions[%u].", index);
    ArdSuppression empty = { 0 }, *row;

    g_array_append_val (reading->settings->suppressions, empty);
    row = &g_array_index (reading->settings->suppressions, ArdSuppression, index);
    if (!each_pair (reading, prefix, entry, read_suppression_key, row, error) ||
        !check_suppression (reading, entry, prefix, row, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- the file ---- */

/* The whole path of a key that was written without its group, or NULL; yours. */
static char *
find_misplaced (const char *text)
{
  for (guint i = 0; i < ard_n_setting_rows; i++)
    if (strcmp (ard_setting_rows[i].key, text) == 0)
      return g_strdup_printf ("%s.%s", ard_setting_rows[i].group, text);
  return ard_rule_find (text) < ard_n_rules ? g_strdup_printf ("rules.%s", text) : NULL;
}

static gboolean
read_top_key (Reading *reading, const char *prefix, yaml_node_t *key, yaml_node_t *value, gpointer data G_GNUC_UNUSED,
              GError **error)
{
  const char *text = ard_yaml_text (key);
  g_autoptr (GPtrArray) valid = g_ptr_array_new ();

  if (strcmp (text, "rules") == 0)
    return each_pair (reading, "rules.", value, read_rule, NULL, error);
  if (strcmp (text, "suppressions") == 0)
    return read_suppressions (reading, value, error);
  for (guint i = 0; i < ard_n_setting_rows; i++) {
    const char *group = ard_setting_rows[i].group;

    if (strcmp (group, text) == 0) {
      g_autofree char *below = g_strconcat (group, ".", NULL);

      return each_pair (reading, below, value, read_group_key, (gpointer) group, error);
    }
    if (valid->len == 0 || strcmp (g_ptr_array_index (valid, valid->len - 1), group) != 0)
      g_ptr_array_add (valid, (gpointer) group);
  }

  g_autofree char *misplaced = find_misplaced (text);

  if (misplaced) {
    const char *const only[] = { misplaced, NULL };

    return fail_unknown (reading, prefix, key, only, error);
  }
  g_ptr_array_add (valid, (gpointer) "rules");
  g_ptr_array_add (valid, (gpointer) "suppressions");
  g_ptr_array_add (valid, NULL);
  return fail_unknown (reading, prefix, key, (const char *const *) valid->pdata, error);
}

gboolean
ard_settings_read (ArdSettings *settings, ArdOrigins *origins, const char *name, GBytes *yaml, GError **error)
{
  Reading reading = { .settings = settings, .origins = origins };
  gboolean good = ard_yaml_load (&reading.yaml, name, yaml, error);
  yaml_node_t *root = good ? yaml_document_get_root_node (&reading.yaml.tree) : NULL;

  if (root)
    good = each_pair (&reading, "", root, read_top_key, NULL, error);
  ard_yaml_clear (&reading.yaml);
  return good;
}
