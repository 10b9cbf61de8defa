#ifndef ARD_LANGUAGES_CALLEES_H
#define ARD_LANGUAGES_CALLEES_H

#include "languages/source.h"

/*
 * The texts of callees, put together from tokens while the tree is walked: as
 * written, without white space and without what stands in brackets, so that the
 * last of `fetch (url, {…}).then (…).catch (…)` is "fetch().then().catch". Of a
 * longer one the end is kept. Callees that begin at the same byte share one text:
 * a chain of n calls costs n, not n * n.
 */
typedef struct ArdCallees ArdCallees;

ArdCallees *ard_callees_new (void);
void ard_callees_free (ArdCallees *callees);
void ard_callees_begin (ArdCallees *callees, const ArdSource *source);

/* A callee opens at that byte. Returns whether it is the outermost of its chain: what leave must be told. */
gboolean ard_callees_enter (ArdCallees *callees, guint32 start);
/* Its text so far; borrowed until the next call. length: receives its bytes. */
const char *ard_callees_text (const ArdCallees *callees, gsize *length);
void ard_callees_leave (ArdCallees *callees, gboolean outermost);

/* Arguments that are a node of their own: what stands inside is left out, brackets or none. */
void ard_callees_open_arguments (ArdCallees *callees);
void ard_callees_close_arguments (ArdCallees *callees);

/* Whether one is open: otherwise tokens need not be told. */
gboolean ard_callees_open (const ArdCallees *callees);
/* named: no bracket, whatever it looks like. */
void ard_callees_token (ArdCallees *callees, guint32 start, guint32 end, gboolean named);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdCallees, ard_callees_free)

#endif
