#include "model/layers.h"

#include <string.h>

#include "model/error.h"

typedef enum { ORDER, MAY_NOT, MAY_ONLY } Kind;

struct ArdLayerRule {
  Kind kind;
  GPtrArray *left, *right; /* of GStrv: the parts of a path; ORDER: left is the order, right is empty */
};

/* A star is a whole name: what looks like a pattern of names and is none would never match. */
static gboolean
has_part_star (char *const *parts)
{
  for (; *parts; parts++)
    if (strchr (*parts, '*') && strcmp (*parts, "*") != 0 && strcmp (*parts, "**") != 0)
      return TRUE;
  return FALSE;
}

static gboolean
add_layer (GPtrArray *layers, const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  gsize length = strlen (name);

  while (length > 1 && name[length - 1] == '/')
    name[--length] = '\0';
  if (!*name || *name == '/' || strpbrk (name, " \t\n") || strstr (name, "//"))
    return FALSE;

  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  if (has_part_star (parts))
    return FALSE;
  g_ptr_array_add (layers, g_steal_pointer (&parts));
  return TRUE;
}

static gboolean
add_layers (GPtrArray *layers, const char *text, const char *separator)
{
  g_auto (GStrv) names = g_strsplit (text, separator, -1);

  for (char **name = names; *name; name++)
    if (!add_layer (layers, *name))
      return FALSE;
  return layers->len > 0;
}

/* "A may not use B, C": what stands before and behind the words. */
static gboolean
read_sides (ArdLayerRule *rule, const char *text, const char *words, Kind kind)
{
  const char *at = strstr (text, words);

  if (!at)
    return FALSE;

  g_autofree char *left = g_strndup (text, (gsize) (at - text));

  rule->kind = kind;
  return add_layers (rule->left, left, ",") && add_layers (rule->right, at + strlen (words), ",");
}

static gboolean
read_rule (ArdLayerRule *rule, const char *text)
{
  if (strstr (text, " may not use "))
    return read_sides (rule, text, " may not use ", MAY_NOT);
  if (strstr (text, " may only use "))
    return read_sides (rule, text, " may only use ", MAY_ONLY);
  return strstr (text, "->") && add_layers (rule->left, text, "->") && rule->left->len > 1;
}

ArdLayerRule *
ard_layer_rule_parse (const char *text, GError **error)
{
  g_autoptr (ArdLayerRule) rule = g_new0 (ArdLayerRule, 1);

  rule->left = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  rule->right = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (read_rule (rule, text))
    return g_steal_pointer (&rule);
  g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE,
               "\"%.100s\" is no rule: write \"A -> B -> C\", \"A may not use B\" or \"A may only use B, C\", "
               "A, B, C being paths from the root without spaces, in which * is one whole name and ** any number",
               text);
  return NULL;
}

void
ard_layer_rule_free (ArdLayerRule *rule)
{
  if (!rule)
    return;
  g_ptr_array_unref (rule->left);
  g_ptr_array_unref (rule->right);
  g_free (rule);
}

/*
 * Name by name of the path: reached[i] says whether its beginning so far matches the first i parts of the layer; a
 * layer that is matched whole holds all that is below.
 */
static gboolean
is_in (char *const *layer, const char *path)
{
  gsize n = g_strv_length ((char **) layer);
  g_autofree gboolean *reached = g_new0 (gboolean, n + 1);

  reached[0] = TRUE;
  for (gsize i = 0; i < n && strcmp (layer[i], "**") == 0; i++)
    reached[i + 1] = TRUE;
  while (!reached[n] && *path) {
    gsize length = strcspn (path, "/");

    for (gsize i = n; i > 0; i--) {
      gboolean deep = strcmp (layer[i - 1], "**") == 0;
      gboolean same = strlen (layer[i - 1]) == length && strncmp (layer[i - 1], path, length) == 0;

      reached[i] = deep ? reached[i] || reached[i - 1] : reached[i - 1] && (same || strcmp (layer[i - 1], "*") == 0);
    }
    reached[0] = FALSE;
    for (gsize i = 0; i < n; i++)
      if (strcmp (layer[i], "**") == 0)
        reached[i + 1] = reached[i + 1] || reached[i];
    path += length + (path[length] == '/');
  }
  return reached[n];
}

/* Index of the first layer that a file is in, or the number of layers. */
static guint
find_layer (const GPtrArray *layers, const char *path)
{
  for (guint i = 0; i < layers->len; i++)
    if (is_in (g_ptr_array_index (layers, i), path))
      return i;
  return layers->len;
}

gboolean
ard_layer_rule_forbids (const ArdLayerRule *rule, const char *from, const char *to)
{
  guint left = find_layer (rule->left, from);

  if (left == rule->left->len)
    return FALSE;
  switch (rule->kind) {
  case ORDER:
    return find_layer (rule->left, to) < left;
  case MAY_NOT:
    return find_layer (rule->right, to) < rule->right->len;
  case MAY_ONLY:
  default:
    return find_layer (rule->right, to) == rule->right->len && !is_in (g_ptr_array_index (rule->left, left), to);
  }
}
