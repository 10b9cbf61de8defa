#ifndef ARD_LANGUAGES_ERASED_H
#define ARD_LANGUAGES_ERASED_H

#include <tree_sitter/api.h>

#include "languages/marks.h"
#include "languages/source.h"

/*
 * Which imported names of a TypeScript file stand in types only, so that the compiler
 * leaves their import out (unless told to keep it): trait AS_TYPE of their IMPORT captures.
 * Told while a tree is walked in order. A name after `typeof`, in an export or in a value is
 * used when the file runs; so is every name of a file with decorators, whose types may be
 * kept for them, and one that is imported behind other code. A name that is never used is
 * left as it is. Other languages have none of this.
 */
typedef struct ArdErased ArdErased;

ArdErased *ard_erased_new (void);
void ard_erased_free (ArdErased *erased);

/* Begin a tree. source, facts: borrowed until the end; facts' language must be known */
void ard_erased_begin (ArdErased *erased, const TSLanguage *language, const ArdSource *source, ArdFacts *facts);

/* A node opens, leaf or not, in the order of the text. mark: its own, or NULL. */
void ard_erased_enter (ArdErased *erased, TSSymbol symbol, guint32 start, guint32 end, const ArdMark *mark);

/* The tree has ended: its captures receive the trait. */
void ard_erased_end (ArdErased *erased);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdErased, ard_erased_free)

#endif
