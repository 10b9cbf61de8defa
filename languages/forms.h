#ifndef ARD_LANGUAGES_FORMS_H
#define ARD_LANGUAGES_FORMS_H

#include <glib.h>
#include <tree_sitter/api.h>

/*
 * Patterns of a query that are written alike but for the names of their captures and
 * their predicates: only the first of each form is left to tree-sitter, whose work grows
 * with every pattern; the matches of the others are told from its matches.
 */
typedef struct ArdForms ArdForms;

/*
 * Find the forms and disable all patterns but the first of each.
 *
 * query   borrowed
 * source  its text
 */
ArdForms *ard_forms_new (TSQuery *query, const char *source);
void ard_forms_free (ArdForms *forms);

/*
 * The index'th match that a match stands for; the first is itself.
 *
 * captures  borrowed; of TSQueryCapture, holds those of the one returned
 * Returns:  FALSE when there are no more
 */
gboolean ard_forms_get (const ArdForms *forms, const TSQueryMatch *match, guint index, GArray *captures,
                        TSQueryMatch *one);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdForms, ard_forms_free)

#endif
