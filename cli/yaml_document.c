#include "cli/yaml_document.h"

#include <string.h>

#include "model/error.h"

#define MAX_BYTES (1024 * 1024)
#define MAX_DEPTH 16

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (yaml_parser_t, yaml_parser_delete)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (yaml_event_t, yaml_event_delete)

static gboolean
fail_at (const char *name, gsize line, GError **error, const char *what)
{
  g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "cannot use \"%s\", line %" G_GSIZE_FORMAT ": %s", name, line, what);
  return FALSE;
}

static gboolean
check_bytes (const char *name, GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *end;

  if (size > MAX_BYTES) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "cannot use \"%s\": it is larger than 1 MiB", name);
    return FALSE;
  }
  if (size == 0 || g_utf8_validate_len (text, size, &end))
    return TRUE;

  gsize line = 1;

  for (const char *c = text; c < end; c++)
    line += *c == '\n';
  return fail_at (name, line, error, "it is not valid UTF-8");
}

static void
start (yaml_parser_t *parser, GBytes *bytes)
{
  gsize size;
  const guchar *text = g_bytes_get_data (bytes, &size);

  if (!yaml_parser_initialize (parser))
    g_error ("out of memory");
  yaml_parser_set_encoding (parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string (parser, text ? text : (const guchar *) "", size);
}

static const char *
refusal (const yaml_event_t *event, int *depth, int *documents)
{
  gboolean plain_tag = TRUE, anchor = FALSE;

  switch (event->type) {
  case YAML_ALIAS_EVENT:
    return "aliases (*name) are not taken; write the value out";
  case YAML_DOCUMENT_START_EVENT:
    return ++*documents > 1 ? "a second document is not taken" : NULL;
  case YAML_SCALAR_EVENT:
    anchor = event->data.scalar.anchor != NULL;
    plain_tag = event->data.scalar.tag == NULL;
    break;
  case YAML_SEQUENCE_START_EVENT:
    anchor = event->data.sequence_start.anchor != NULL;
    plain_tag = event->data.sequence_start.tag == NULL;
    ++*depth;
    break;
  case YAML_MAPPING_START_EVENT:
    anchor = event->data.mapping_start.anchor != NULL;
    plain_tag = event->data.mapping_start.tag == NULL;
    ++*depth;
    break;
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT:
    --*depth;
    break;
  default:
    break;
  }
  if (anchor)
    return "anchors (&name) are not taken";
  if (!plain_tag)
    return "tags (!name) are not taken";
  return *depth > MAX_DEPTH ? "it is nested too deeply" : NULL;
}

static gboolean
fail_parse (const char *name, const yaml_parser_t *parser, GError **error)
{
  g_autofree char *what = g_strdup_printf ("not valid YAML: %s", parser->problem ? parser->problem : "unknown problem");

  return fail_at (name, parser->problem_mark.line + 1, error, what);
}

static gboolean
scan (const char *name, GBytes *bytes, GError **error)
{
  g_auto (yaml_parser_t) parser = { 0 };
  int depth = 0, documents = 0;

  start (&parser, bytes);
  for (gboolean done = FALSE; !done;) {
    g_auto (yaml_event_t) event = { 0 };

    if (!yaml_parser_parse (&parser, &event))
      return fail_parse (name, &parser, error);

    const char *why = refusal (&event, &depth, &documents);

    if (why)
      return fail_at (name, event.start_mark.line + 1, error, why);
    done = event.type == YAML_STREAM_END_EVENT;
  }
  return TRUE;
}

gboolean
ard_yaml_load (ArdYaml *yaml, const char *name, GBytes *bytes, GError **error)
{
  g_auto (yaml_parser_t) parser = { 0 };

  yaml->name = name;
  if (!check_bytes (name, bytes, error) || !scan (name, bytes, error))
    return FALSE;
  start (&parser, bytes);
  if (!yaml_parser_load (&parser, &yaml->tree))
    return fail_parse (name, &parser, error);
  yaml->loaded = TRUE;
  return TRUE;
}

void
ard_yaml_clear (ArdYaml *yaml)
{
  if (yaml->loaded)
    yaml_document_delete (&yaml->tree);
  yaml->loaded = FALSE;
}

guint
ard_yaml_line (const yaml_node_t *node)
{
  return (guint) node->start_mark.line + 1;
}

const char *
ard_yaml_text (const yaml_node_t *node)
{
  if (node->type != YAML_SCALAR_NODE)
    return NULL;

  const char *text = (const char *) node->data.scalar.value;

  return strlen (text) == node->data.scalar.length ? text : NULL;
}

gboolean
ard_yaml_fail (const ArdYaml *yaml, const yaml_node_t *node, GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  return fail_at (yaml->name, ard_yaml_line (node), error, what);
}
