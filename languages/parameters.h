#ifndef ARD_LANGUAGES_PARAMETERS_H
#define ARD_LANGUAGES_PARAMETERS_H

#include "languages/marks.h"
#include "languages/source.h"
#include "languages/units.h"

/*
 * PARAMETER captures: parameters of listed functions that their function never mentions,
 * told while a tree is walked in order. Parameters of lambdas are not asked for. A
 * parameter is mentioned by any token of its name between the function's first and last,
 * its own name left out; by words of text that was not parsed; in C by any macro of the file; by what hands on all
 * parameters (`arguments`, `locals`, `func_get_args`); and by the author who says in the
 * list that it is unused (`UNUSED (x)`, `[[maybe_unused]]`). A name that begins with '_'
 * or says so itself is no finding, nor is the object at hand (self, cls, this). Where
 * arguments are told by their place alone (JavaScript), one before a used one is not.
 *
 * Bounds: 32 functions in one another, 64 names a function, 20,000 rows a file.
 */
typedef struct ArdParameters ArdParameters;

ArdParameters *ard_parameters_new (void);
void ard_parameters_free (ArdParameters *parameters);

/*
 * Begin a tree.
 *
 * source  borrowed until the next begin
 * units   borrowed; told of each node before this
 * facts   borrowed; receives captures behind those it has; its language must be known
 */
void ard_parameters_begin (ArdParameters *parameters, const ArdSource *source, const ArdUnits *units, ArdFacts *facts);

/* A marked node opens or closes; calls nest like the tree. line: of its first byte, from 0. */
void ard_parameters_enter (ArdParameters *parameters, const ArdMark *mark, guint32 line);
void ard_parameters_leave (ArdParameters *parameters);

/* One code token. whole: it may hold more than one word: text that was not parsed. */
void ard_parameters_token (ArdParameters *parameters, guint32 start, guint32 end, gboolean whole);
void ard_parameters_comment (ArdParameters *parameters, guint32 start, guint32 end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdParameters, ard_parameters_free)

#endif
