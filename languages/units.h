#ifndef ARD_LANGUAGES_UNITS_H
#define ARD_LANGUAGES_UNITS_H

#include "languages/marks.h"
#include "languages/source.h"

/*
 * The functions that are open while a tree is walked in order, and their metrics:
 * the one place where complexity is counted, for every language.
 */
typedef struct ArdUnits ArdUnits;

ArdUnits *ard_units_new (void);
void ard_units_free (ArdUnits *units);

/*
 * Begin a file.
 *
 * source     borrowed until the next begin
 * facts      borrowed until the next begin; receives functions
 * separator  borrowed; between the parts of a qualified name
 */
void ard_units_begin (ArdUnits *units, const ArdSource *source, ArdFacts *facts, const char *separator);

/* A marked node opens or closes; calls nest like the tree. line: of its first byte, from 0. */
void ard_units_enter (ArdUnits *units, const ArdMark *mark, guint32 line, guint32 end_line);
void ard_units_leave (ArdUnits *units);

/* One code token of the innermost function, lines from 0. */
void ard_units_token (ArdUnits *units, guint32 start, guint32 end, guint32 line, guint32 end_line);

/* One && or ||; goes_on: the operator before it in the same sequence is the same. */
void ard_units_logical (ArdUnits *units, gboolean goes_on);

/* Index of the innermost open function, or ARD_NONE. */
guint32 ard_units_innermost (const ArdUnits *units);

/* The name that spans [start, end), qualified by the scopes and functions around it; the name of the innermost scope is
 * not put before itself. Borrowed until the next call. */
const char *ard_units_qualify (ArdUnits *units, guint32 start, guint32 end);

/* Put the functions in the order of ArdFacts; captures and parents follow. */
void ard_units_end (ArdUnits *units);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdUnits, ard_units_free)

#endif
