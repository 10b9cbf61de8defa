#ifndef ARD_LANGUAGES_CAPTURES_H
#define ARD_LANGUAGES_CAPTURES_H

#include "languages/languages.h"
#include "languages/source.h"
#include "languages/units.h"

/*
 * ARD_FACTS marks into the captures and function traits of ArdFacts, while a tree
 * is walked in order: the one place where a handler's traits are told, for every
 * language.
 *
 * A try.block that follows another with no code between them is the same TRY: Go's
 * `err := f ()` and the `if err != nil` behind it. Types, variable and handler.all
 * that stand in a TRY before its handler are that handler's.
 *
 * Bounds: handlers deeper than 64 in one another make no capture; rows beyond
 * 50,000 of one tree are left out and counted (ArdFacts.captures_left_out).
 */
typedef struct ArdCaptures ArdCaptures;

ArdCaptures *ard_captures_new (void);
void ard_captures_free (ArdCaptures *captures);

/*
 * Begin a tree.
 *
 * source  borrowed until the next begin
 * units   borrowed; told of each node before the captures are
 * logs    borrowed; what callee writes a log
 * facts   borrowed; receives captures behind those it has, and traits of functions
 */
void ard_captures_begin (ArdCaptures *captures, const ArdSource *source, ArdUnits *units, const ArdPatterns *logs,
                         ArdFacts *facts);

/* Whether a mark concerns the captures at all: others need not be told. */
gboolean ard_captures_want (const ArdMark *mark);

/* A marked node opens or closes; calls nest like the tree. depth of the node; line of its first byte, from 0. */
void ard_captures_enter (ArdCaptures *captures, const ArdMark *mark, guint32 depth, guint32 line);
/* end: first byte behind it. */
void ard_captures_leave (ArdCaptures *captures, guint32 end);

/* One code token. named: its node is a named one of the grammar, or it has none. */
void ard_captures_token (ArdCaptures *captures, guint32 start, guint32 end, guint32 depth, gboolean named,
                         ArdTokenClass kind);
/* One comment, bytes [start, end). marker: it admits debt. */
void ard_captures_comment (ArdCaptures *captures, guint32 start, guint32 end, guint32 line, gboolean marker);

/* Put all captures of the facts in order; those of every other source must be there. */
void ard_captures_end (ArdCaptures *captures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdCaptures, ard_captures_free)

#endif
