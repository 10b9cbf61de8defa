#ifndef ARD_LANGUAGES_STANDBY_H
#define ARD_LANGUAGES_STANDBY_H

#include "languages/handlers.h"
#include "languages/source.h"

/* Names with a value that are remembered in one function; what is set before the last of these is forgotten. */
#define ARD_STANDBY_NAMES 64

/*
 * What stands by in place of a TRY's result, told from the text of its lines: a name that it sets has a value from
 * before, or it returns and code behind it goes on another way. All zero to begin with.
 */
typedef struct {
  guint32 starts[ARD_STANDBY_NAMES], ends[ARD_STANDBY_NAMES]; /* of names, in the source */
  gboolean bare[ARD_STANDBY_NAMES];                           /* declared, without a value yet */
  guint32 n;                                                  /* names so far; older ones are overwritten */
  guint32 waiting;                                            /* 1 + row of a TRY that returns and has just ended */
  guint32 set_start, set_end;                                 /* name that the TRY gave its first value; empty: none */
  guint32 set_tried, relied_tried;                            /* first bytes of these TRYs */
  guint32 relied_start, relied_end, relied; /* that of the TRY before and 1 + its row, until it is met; 0: none */
  guint32 error_start, error_end, asked;    /* name of an error that outlives its HANDLER, 1 + its row; 0: none */
} ArdStandby;

/*
 * One code token.
 *
 * tried    first byte of the TRY around it, 0: none
 * strict   where a name without a value is an error and parameters are names like others: Python
 * Returns: whether it sets a name that had a value before the TRY
 */
gboolean ard_standby_token (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end, guint32 tried,
                            gboolean strict);

/* Row of the TRY that the token is the other way to, or ARD_NONE: the code behind one that returns. */
guint32 ard_standby_other_way (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end);

/* A TRY ends: 1 + its row, 0 when it has no handler; returns: its function, or the loop around it, ends in it. */
void ard_standby_tried (ArdStandby *standby, guint32 row, gboolean returns);

/*
 * A HANDLER that starts at that byte ends: an error that got its name before it is still there behind it, in some
 * languages (whole) any error is.
 */
void ard_standby_answered (ArdStandby *standby, const ArdSource *source, const ArdHandler *handler, guint32 start,
                           gboolean whole, guint32 row);

/* The next HANDLER takes that name for its error. */
void ard_standby_name (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end);

/*
 * Row of the TRY whose name the token uses as if it had a value, or ARD_NONE: it asks for a part of it; or, where a
 * name without a value is an error (strict), uses it in any way and nothing of the function mentions it before the TRY.
 */
guint32 ard_standby_relied (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end, gboolean strict);

/* Row of the HANDLER behind which the token uses its error, before another one takes the name; or ARD_NONE. */
guint32 ard_standby_asked (ArdStandby *standby, const ArdSource *source, guint32 start, guint32 end);

/* A function ends: what its names hold is gone. A lambda ends: nothing of it comes any more. */
void ard_standby_leave (ArdStandby *standby, gboolean function);

/* Whether a call that begins at that byte is a statement: its value is nobody's. */
gboolean ard_call_leads (const ArdSource *source, guint32 start);

/* Whether a return whose word ends there gives something: one that ends its statement does not. */
gboolean ard_return_gives (const ArdSource *source, guint32 end);

/* Whether a brace closes behind a `return` that ends there: what stands behind the handler is for a failure. */
gboolean ard_return_is_last (const ArdSource *source, guint32 end);

/* Where the name of a handler's error is one of the whole function. */
gboolean ard_errors_stay (const char *language);
/* Where a name that has no value yet is an error. */
gboolean ard_names_are_strict (const char *language);

#endif
