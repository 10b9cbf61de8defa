#ifndef ARD_LANGUAGES_ROWSET_H
#define ARD_LANGUAGES_ROWSET_H

#include <glib.h>

/* A set of 64-bit keys that is emptied at little cost: what was stored once. */
typedef struct ArdRowSet ArdRowSet;

ArdRowSet *ard_row_set_new (void);
void ard_row_set_free (ArdRowSet *set);
void ard_row_set_empty (ArdRowSet *set);
/* Returns whether the key is new. */
gboolean ard_row_set_add (ArdRowSet *set, guint64 key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdRowSet, ard_row_set_free)

#endif
