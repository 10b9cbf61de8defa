#ifndef ARD_LANGUAGES_BLOCKS_H
#define ARD_LANGUAGES_BLOCKS_H

#include "languages/handlers.h"

/*
 * The TRY, HANDLER and FINALLY nodes that are open while a tree is walked, and
 * what was the last to close. Each has a row in the facts' captures, made by the
 * caller; text, traits and last line are written there when it closes.
 */
typedef struct ArdBlocks ArdBlocks;

/* Where a node stands: functions and lambdas around it, and loops, switches and conditions of the innermost one. */
typedef struct {
  guint32 closures, loops, switches, conditions;
} ArdPlace;

ArdBlocks *ard_blocks_new (void);
void ard_blocks_free (ArdBlocks *blocks);
void ard_blocks_begin (ArdBlocks *blocks, const ArdSource *source, ArdFacts *facts);

/* Row of the innermost open block, or ARD_NONE. */
guint32 ard_blocks_row (const ArdBlocks *blocks);
/* The innermost open handler, NULL when there is none. */
ArdHandler *ard_blocks_handler (ArdBlocks *blocks);
/* Whether one more may open. */
gboolean ard_blocks_have_room (const ArdBlocks *blocks);
/* Row of the TRY that has just closed, no code since; or ARD_NONE. */
guint32 ard_blocks_last_try (const ArdBlocks *blocks);

/*
 * Open a block.
 *
 * row    index of its capture, that of ard_blocks_last_try to open that one again
 * start  its first byte
 * depth  of its node
 */
void ard_blocks_open (ArdBlocks *blocks, ArdCaptureKind kind, guint32 row, guint32 start, guint32 depth,
                      ArdPlace place);
void ard_blocks_close (ArdBlocks *blocks, guint32 end_line);

/* A type, a variable or "everything" of the innermost handler, or of the next one of the TRY that is open. */
void ard_blocks_type (ArdBlocks *blocks, guint32 start, guint32 end);
void ard_blocks_variable (ArdBlocks *blocks, guint32 start, guint32 end);
void ard_blocks_all (ArdBlocks *blocks);

/* A callee, for the TRYs whose body it stands in. start: first byte of its call; ARD_NONE for a part of another's. */
void ard_blocks_callee (ArdBlocks *blocks, const char *text, guint32 start);
/* A code token: where it is a return, or a break out of the loop around, the TRYs around return, those of the same
 * function. */
void ard_blocks_word (ArdBlocks *blocks, guint32 start, guint32 end, ArdPlace place);
/* A function begins: what a comment above it says is said of all of it. */
void ard_blocks_enter_function (ArdBlocks *blocks);
/* A node of those marks ends: what a lambda or function was about to do is over. */
void ard_blocks_leave_closure (ArdBlocks *blocks, guint32 bits);
/* Whether something at that place is done on a condition of the innermost block only. */
gboolean ard_blocks_on_condition (const ArdBlocks *blocks, ArdPlace place);
/* Traits of all open handlers; or of those only that are in the function at hand. */
void ard_blocks_add (ArdBlocks *blocks, guint32 traits);
void ard_blocks_add_here (ArdBlocks *blocks, guint32 traits, guint32 closures);
/* Row of the open FINALLY that a jump out of its statement leaves, or ARD_NONE. whole: out of the function. */
guint32 ard_blocks_left (const ArdBlocks *blocks, ArdPlace place, gboolean whole, gboolean switches);

/* One code token. Returns whether it is the error of a handler around it. */
gboolean ard_blocks_token (ArdBlocks *blocks, guint32 start, guint32 end, guint32 depth, gboolean named,
                           ArdTokenClass kind);
void ard_blocks_comment (ArdBlocks *blocks, guint32 start, guint32 line, gboolean marker);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdBlocks, ard_blocks_free)

#endif
