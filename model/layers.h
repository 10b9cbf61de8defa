#ifndef ARD_LAYERS_H
#define ARD_LAYERS_H

#include <glib.h>

/*
 * One rule of `layers.rules`, about which files may use which:
 *
 *   ui -> service -> data             each uses what stands to its right, never what stands to its left
 *   model may not use cli, reports    none of these
 *   analyzers may only use model      these and itself
 *
 * A layer is a path from the root, a folder with all below it or a file; in it `*`
 * is one name and `**` any number of names. Several layers are parted by commas.
 */
typedef struct ArdLayerRule ArdLayerRule;

/*
 * Errors:   ARD_ERROR_USAGE: not one of the three forms, a layer without a name
 * Returns:  yours
 */
ArdLayerRule *ard_layer_rule_parse (const char *text, GError **error);
void ard_layer_rule_free (ArdLayerRule *rule);

/* Whether the rule forbids that the file at from uses the file at to. */
gboolean ard_layer_rule_forbids (const ArdLayerRule *rule, const char *from, const char *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdLayerRule, ard_layer_rule_free)

#endif
