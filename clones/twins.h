#ifndef ARD_CLONES_TWINS_H
#define ARD_CLONES_TWINS_H

#include "clones/region.h"
#include "model/settings.h"

/* Files whose code is equal token for token: found at once, and compared with others through the first of them. */
typedef struct {
  guint32 *first;    /* by file: the first of its twins, itself, or ARD_NONE where it has none */
  gboolean *skipped; /* by file: no code to compare, most of it did not parse, or the twin of an earlier file */
  guint32 n_files;
} ArdTwins;

void ard_twins_find (ArdTwins *twins, const ArdCorpus *corpus, const ArdSettings *settings);
void ard_twins_clear (ArdTwins *twins);

/* Whether a region has this share of what makes it large enough to be a copy. */
gboolean ard_region_is_large (const ArdRegion *region, const ArdSettings *settings, double share);

#endif
