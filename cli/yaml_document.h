#ifndef ARD_YAML_DOCUMENT_H
#define ARD_YAML_DOCUMENT_H

#include <glib.h>
#include <yaml.h>

/*
 * One YAML document as libyaml's own tree, which keeps line marks, after the
 * parts of YAML that a settings file has no use for were refused: aliases,
 * anchors, tags, a second document, more than 16 levels, more than 1 MiB.
 */
typedef struct {
  yaml_document_t tree;
  gboolean loaded;
  const char *name; /* of the file, for messages; borrowed */
} ArdYaml;

/*
 * Parse.
 *
 * yaml     zero-initialised by the caller
 * Errors:  ARD_ERROR_USAGE naming file and line
 */
gboolean ard_yaml_load (ArdYaml *yaml, const char *name, GBytes *bytes, GError **error);
void ard_yaml_clear (ArdYaml *yaml);

/* 1-based line of a node. */
guint ard_yaml_line (const yaml_node_t *node);
/* The node of a scalar's text, or NULL when it is none or holds a NUL byte; borrowed. */
const char *ard_yaml_text (const yaml_node_t *node);
/* Set error to: cannot use "name", line N: … Always returns FALSE. */
gboolean ard_yaml_fail (const ArdYaml *yaml, const yaml_node_t *node, GError **error, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdYaml, ard_yaml_clear)

#endif
