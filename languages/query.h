#ifndef ARD_LANGUAGES_QUERY_H
#define ARD_LANGUAGES_QUERY_H

#include "languages/forms.h"
#include "languages/marks.h"

/*
 * One query of tree-sitter, its captures bound to marks and its predicates to
 * what they compare. Text is added first, compiled once, then shared by threads.
 */
typedef struct ArdQuery ArdQuery;

/*
 * Empty.
 *
 * id        folder below languages/; named by errors
 * language  borrowed, static
 */
ArdQuery *ard_query_new (const char *id, const TSLanguage *language);
void ard_query_free (ArdQuery *query);

/* Add the text of a file; path is named by errors. Before it is compiled. */
void ard_query_append (ArdQuery *query, const char *path, const char *text);
/* All text added; borrowed. */
const char *ard_query_source (const ArdQuery *query);

/*
 * Compile it; once only, by whichever thread comes first. Needed before all that follows.
 *
 * Errors:   ARD_ERROR_USAGE: broken query, unknown capture or predicate, with file and line
 */
gboolean ard_query_compile (ArdQuery *query, GError **error);
const TSQuery *ard_query_compiled (const ArdQuery *query);
/* What its matches stand for; borrowed. */
const ArdForms *ard_query_forms (const ArdQuery *query);
/* ARD_MARK_ and ARD_FACT_ of a capture. */
guint32 ard_query_bits (const ArdQuery *query, guint32 capture);
guint64 ard_query_facts (const ArdQuery *query, guint32 capture);
/* Whether all predicates of the match's pattern hold over the text. */
gboolean ard_query_holds (const ArdQuery *query, const TSQueryMatch *match, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdQuery, ard_query_free)

#endif
