#ifndef ARD_LANGUAGES_MACROS_H
#define ARD_LANGUAGES_MACROS_H

#include "languages/source.h"

/*
 * Words in the macros of one C or C++ file: a macro uses the names of whatever function it
 * stands in, whole (`stream`) or pasted (`line##i`). Read when first asked.
 */
typedef struct ArdMacros ArdMacros;

ArdMacros *ard_macros_new (void);
void ard_macros_free (ArdMacros *macros);

/* source, language: borrowed until the next begin. */
void ard_macros_begin (ArdMacros *macros, const ArdSource *source, const char *language);
gboolean ard_macros_have (ArdMacros *macros, const char *name, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdMacros, ard_macros_free)

#endif
