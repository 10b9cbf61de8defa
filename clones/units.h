#ifndef ARD_CLONES_UNITS_H
#define ARD_CLONES_UNITS_H

#include "model/corpus.h"

/*
 * Code cut into statements, or parts of long ones: what clones are compared by.
 * Cuts follow from the tokens and never from the layout. Exempt tokens and the
 * brackets that close a block belong to no unit.
 */
typedef struct {
  guint64 shape; /* of its tokens; names by the order in which they appear, literals by their class */
  guint32 text;  /* of its tokens as they are */
  guint32 first; /* in the corpus' tokens */
  guint32 file;
  guint16 n;           /* tokens */
  guint16 shape_bits;  /* what it tells that another has the shape too: in sixteenths, see units.c */
  guint16 text_bits;   /* the same for the text */
  guint16 shape_count; /* units of this shape, at most G_MAXUINT16 */
  guint16 text_count;  /* units of this text, at most G_MAXUINT16 */
  gboolean walled;     /* a long row of exempt tokens stands before it */
} ArdUnit;

/* Units that are not in this repository but might be: what is rare in a small one is not yet telling. */
#define ARD_UNITS_ELSEWHERE 4096

/* Bits are kept in sixteenths. */
#define ARD_UNIT_BIT 16

typedef struct {
  const ArdToken *tokens; /* borrowed from the corpus */
  GArray *units;          /* of ArdUnit, by file, then position */
  guint32 *starts;        /* by file: its first unit; one more at the end */
  guint32 *ends;          /* by file: the index behind its last token */
  guint32 *kinds;         /* by unit: a number that those of its shape share */
  guint32 *tokens_before; /* by unit: the tokens of all units before it; one more at the end */
  guint64 *bits_before;   /* the same of the most that each can tell [sixteenths of a bit] */
  guint32 *walls_before;  /* by unit: how many of its and the units before it have a wall in front */
  guint32 *lines_before;  /* by unit: the lines on which it and the units before it begin */
  guint32 *begins;        /* by function of the corpus: the first unit of its file on its first line or behind it */
  guint32 *leaves;        /* the same behind its last line */
  guint32 *reaches;       /* by function of the corpus: the last line of it and of those before it in its file */
  guint32 n_files;
} ArdUnitTable;

/* Cut every file that has tokens. skip: by file, TRUE for those to leave out. Yours. */
ArdUnitTable *ard_units_cut (const ArdCorpus *corpus, const gboolean *skip);
void ard_unit_table_free (ArdUnitTable *table);

/* Languages whose code is comparable share a family: C and C++, JavaScript and TypeScript. */
guint ard_clones_family (const char *language);

/* Hash of two units' tokens, names numbered over both. */
guint64 ard_units_pair_shape (const ArdUnitTable *table, const ArdUnit *first, const ArdUnit *second, guint64 salt);

static inline guint64
ard_clones_mix (guint64 hash, guint64 value)
{
  hash = (hash ^ value) * 0x9e3779b97f4a7c15ULL;
  return hash ^ hash >> 32;
}

/* Tokens of the units in [first, end). */
static inline guint32
ard_units_tokens (const ArdUnitTable *table, guint32 first, guint32 end)
{
  return table->tokens_before[end] - table->tokens_before[first];
}

#define ard_unit(table, i) (&g_array_index ((table)->units, ArdUnit, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdUnitTable, ard_unit_table_free)

#endif
