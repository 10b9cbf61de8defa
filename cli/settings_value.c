#include "cli/settings_value.h"

#include <math.h>
#include <string.h>

#include "cli/nearest.h"
#include "languages/languages.h"
#include "model/layers.h"

static char *
shown (const yaml_node_t *node)
{
  const char *text = ard_yaml_text (node);

  if (!text)
    return g_strdup (node->type == YAML_SEQUENCE_NODE  ? "a list"
                     : node->type == YAML_MAPPING_NODE ? "keys and values"
                                                       : "a NUL byte");

  g_autofree char *part = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 60));

  return g_strdup_printf ("\"%s\"", part);
}

static gboolean
parse_number (const yaml_node_t *node, double *value)
{
  const char *text = ard_yaml_text (node);
  char *end;

  if (!text || node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE || !*text ||
      strspn (text, "+-.0123456789eE") != strlen (text))
    return FALSE;
  *value = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*value);
}

gboolean
ard_settings_number_read (ArdYaml *yaml, const yaml_node_t *node, const char *path, double min, double max,
                          double *value, GError **error)
{
  g_autofree char *text = shown (node);
  double number;

  if (!parse_number (node, &number))
    return ard_yaml_fail (yaml, node, error, "\"%s\" takes a number from %.10g to %.10g, not %s", path, min, max, text);
  if (number < min || number > max)
    return ard_yaml_fail (yaml, node, error, "\"%s\" is out of range: %s is not from %.10g to %.10g", path, text, min,
                          max);
  *value = number;
  return TRUE;
}

gboolean
ard_settings_flag_read (ArdYaml *yaml, const yaml_node_t *node, const char *path, gboolean *value, GError **error)
{
  const char *text = ard_yaml_text (node);
  gboolean plain = text && node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;

  if (plain && strcmp (text, "true") == 0) {
    *value = TRUE;
  } else if (plain && strcmp (text, "false") == 0) {
    *value = FALSE;
  } else {
    g_autofree char *found = shown (node);

    return ard_yaml_fail (yaml, node, error, "\"%s\" takes true or false, not %s", path, found);
  }
  return TRUE;
}

static gboolean
read_range_part (ArdYaml *yaml, const yaml_node_pair_t *pair, const ArdSettingRow *row, const char *path, guint *seen,
                 ArdRange *range, GError **error)
{
  const char *const names[] = { "low", "likely", "high", NULL };
  double *const parts[] = { &range->low, &range->likely, &range->high };
  const yaml_node_t *key = yaml_document_get_node (&yaml->tree, pair->key);
  const char *text = ard_yaml_text (key);

  for (guint i = 0; text && names[i]; i++) {
    g_autofree char *below = g_strdup_printf ("%s.%s", path, names[i]);

    if (strcmp (text, names[i]) != 0)
      continue;
    if (*seen & 1u << i)
      return ard_yaml_fail (yaml, key, error, "key \"%s\" stands twice", below);
    *seen |= 1u << i;
    return ard_settings_number_read (yaml, yaml_document_get_node (&yaml->tree, pair->value), below, row->min, row->max,
                                     parts[i], error);
  }
  g_autofree char *found = shown (key);
  return ard_yaml_fail (yaml, key, error, "unknown key %s below \"%s\"; the nearest valid key is \"%s.%s\"", found,
                        path, path, ard_nearest (text ? text : "", names));
}

static gboolean
read_range (ArdYaml *yaml, const yaml_node_t *node, const ArdSettingRow *row, const char *path, ArdRange *range,
            GError **error)
{
  guint seen = 0;

  if (node->type != YAML_MAPPING_NODE) {
    if (!ard_settings_number_read (yaml, node, path, row->min, row->max, &range->likely, error))
      return FALSE;
    range->low = range->high = range->likely;
    return TRUE;
  }
  for (yaml_node_pair_t *p = node->data.mapping.pairs.start; p < node->data.mapping.pairs.top; p++)
    if (!read_range_part (yaml, p, row, path, &seen, range, error))
      return FALSE;
  if (range->low > range->likely || range->likely > range->high)
    return ard_yaml_fail (yaml, node, error, "\"%s\" is not in order: low %.10g, likely %.10g, high %.10g", path,
                          range->low, range->likely, range->high);
  return TRUE;
}

static gboolean
check_patterns (ArdYaml *yaml, const yaml_node_t *node, const char *path, char **values, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (ArdPatterns) patterns = ard_patterns_new (values, FALSE, &cause);

  return patterns || ard_yaml_fail (yaml, node, error, "\"%s\": %s", path, cause->message);
}

static gboolean
check_layers (ArdYaml *yaml, const yaml_node_t *node, const char *path, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (ArdLayerRule) rule = ard_layer_rule_parse (text, &cause);

  return rule || ard_yaml_fail (yaml, node, error, "\"%s\": %s", path, cause->message);
}

static gboolean
read_list (ArdYaml *yaml, const yaml_node_t *node, const ArdSettingRow *row, const char *path, char ***field,
           GError **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  gboolean patterns = g_str_has_suffix (row->key, "patterns");

  if (node->type != YAML_SEQUENCE_NODE) {
    g_autofree char *found = shown (node);

    return ard_yaml_fail (yaml, node, error, "\"%s\" takes a list, not %s", path, found);
  }
  for (yaml_node_item_t *i = node->data.sequence.items.start; i < node->data.sequence.items.top; i++) {
    const yaml_node_t *entry = yaml_document_get_node (&yaml->tree, *i);
    const char *text = ard_yaml_text (entry);
    char *one[] = { (char *) text, NULL };

    if (!text || !*text)
      return ard_yaml_fail (yaml, entry, error, "\"%s\" takes a list of texts", path);
    if (patterns && !check_patterns (yaml, entry, path, one, error))
      return FALSE;
    if (strcmp (path, "layers.rules") == 0 && !check_layers (yaml, entry, path, text, error))
      return FALSE;
    g_ptr_array_add (values, g_strdup (text));
  }
  g_ptr_array_add (values, NULL);
  g_strfreev (*field);
  *field = (char **) g_ptr_array_free (g_steal_pointer (&values), FALSE);
  return TRUE;
}

static gboolean
read_text (ArdYaml *yaml, const yaml_node_t *node, const char *path, char **field, GError **error)
{
  const char *text = ard_yaml_text (node);

  if (!text)
    return ard_yaml_fail (yaml, node, error, "\"%s\" takes a text", path);
  g_free (*field);
  *field = g_strdup (text);
  return TRUE;
}

gboolean
ard_settings_value_read (ArdYaml *yaml, yaml_node_t *node, const ArdSettingRow *row, ArdSettings *settings,
                         GError **error)
{
  gpointer field = G_STRUCT_MEMBER_P (settings, row->offset);
  g_autofree char *path = g_strdup_printf ("%s.%s", row->group, row->key);

  switch (row->type) {
  case ARD_SETTING_RANGE:
    return read_range (yaml, node, row, path, field, error);
  case ARD_SETTING_NUMBER:
    return ard_settings_number_read (yaml, node, path, row->min, row->max, field, error);
  case ARD_SETTING_FLAG:
    return ard_settings_flag_read (yaml, node, path, field, error);
  case ARD_SETTING_TEXT:
    return read_text (yaml, node, path, field, error);
  case ARD_SETTING_LIST:
    return read_list (yaml, node, row, path, field, error);
  }
  g_assert_not_reached ();
}

gboolean
ard_settings_date_is_valid (const char *text)
{
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  return g_date_valid_dmy ((GDateDay) g_ascii_strtoull (text + 8, NULL, 10),
                           (GDateMonth) g_ascii_strtoull (text + 5, NULL, 10),
                           (GDateYear) g_ascii_strtoull (text, NULL, 10));
}
