#ifndef ARD_LANGUAGES_HANDLERS_H
#define ARD_LANGUAGES_HANDLERS_H

#include "languages/marks.h"
#include "languages/payload.h"
#include "languages/source.h"

/* One open handler of errors: its traits are told from the tokens of its body. All zero to begin with. */
typedef struct {
  guint32 variable_start, variable_end; /* name of the error, sigil off; empty: none */
  guint32 depth;                        /* of its node in the tree */
  guint32 body_depth;                   /* of its body's node */
  guint32 bodies;                       /* open ones */
  guint32 muted;                        /* open types and variables */
  guint32 quiet;                        /* open statements that do nothing */
  guint32 calls;                        /* open statements that are calls */
  guint32 leaves;                       /* open statements that leave */
  guint32 leave_tokens;                 /* in the outermost, its keyword included */
  gboolean leave_busy;                  /* one of them is no constant */
  gboolean has_body;
  gboolean busy;  /* does something */
  gboolean other; /* does something else than logging */
  gboolean logged;
  gboolean valued;               /* a constant stands there */
  gboolean call_busy;            /* the open call statement has more than constants */
  gboolean call_told, call_logs; /* callee of the open call statement was seen; it logs */
  ArdPayload payload;            /* what a callback (err, data) does with its data */
  guint32 traits;                /* ArdTraits told so far */
} ArdHandler;

/* The name of its error, at a node. */
void ard_handler_name (ArdHandler *handler, const ArdSource *source, guint32 start, guint32 end);

/* A marked node inside, or the handler's own, opens or closes; depth of its node. */
void ard_handler_enter (ArdHandler *handler, guint64 facts, guint32 depth);
void ard_handler_leave (ArdHandler *handler, guint64 facts);

/* The callee of a call statement: only the first of the outermost is asked for. */
gboolean ard_handler_wants_callee (const ArdHandler *handler);
void ard_handler_callee (ArdHandler *handler, const char *text, gboolean logs);

/*
 * One code token inside. named: its node has a name in the grammar, or it has none.
 * Literals, signs and the names of constants do nothing: a body of such is silent.
 */
void ard_handler_token (ArdHandler *handler, const ArdSource *source, guint32 start, guint32 end, guint32 depth,
                        gboolean named, ArdTokenClass kind);
/* Something else stands inside that does something: another handler. */
void ard_handler_occupy (ArdHandler *handler);
/* Of the statement.leave that closes: whether it hands nothing on; whether it hands on more than a constant. */
gboolean ard_handler_returns_nothing (const ArdHandler *handler);
gboolean ard_handler_returns_something (const ArdHandler *handler);
/* Whether it stands where the error may be used, and is the error's name. */
gboolean ard_handler_is_error (const ArdHandler *handler, const ArdSource *source, guint32 start, guint32 end);

/* All traits, at its end. */
guint32 ard_handler_traits (const ArdHandler *handler, const ArdSource *source);

#endif
