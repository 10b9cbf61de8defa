#ifndef ARD_CLONES_REGION_H
#define ARD_CLONES_REGION_H

#include "clones/units.h"

/* What a row of units of one file covers, the brackets that close it included. */
typedef struct {
  guint32 start_line, end_line;
  guint32 tokens, lines; /* that are not exempt; lines with such a token */
  guint64 digest;        /* of the tokens as they are */
} ArdRegion;

/* The index behind the last token of a row of units; first and last: of one file, both inclusive. */
guint32 ard_region_end (const ArdUnitTable *table, guint32 first, guint32 last);

/* What the tokens in [start, end) cover; the first is not exempt. */
ArdRegion ard_region_tokens (const ArdToken *tokens, guint32 start, guint32 end);

/* The same of a row of units, no digest; tokens and lines are counted until there are as many as asked of both. */
ArdRegion ard_region_measure (const ArdUnitTable *table, guint32 first, guint32 last, guint32 tokens, guint32 lines);

/* The innermost function that holds all of it, or ARD_NONE. */
guint32 ard_region_function (const ArdCorpus *corpus, const ArdUnitTable *table, guint32 file, const ArdRegion *region);

#endif
