#ifndef ARD_ANALYZERS_HANDLED_H
#define ARD_ANALYZERS_HANDLED_H

#include "analyzers/handlers.h"
#include "analyzers/purpose.h"

/* A handler with what was tried, and whether doing nothing in it is right: the excuses of the rules on handlers. */
typedef struct {
  const ArdCorpus *corpus;
  guint32 row, file;
  const char *path;
  const ArdCapture *handler, *block; /* block: its TRY, or NULL */
  guint32 function;                  /* in which the work was tried */
  ArdTongue tongue;
  ArdBreadth breadth;
  ArdCallees callees;
  gboolean own;      /* catches types of its file, or thrown */
  gboolean alone;    /* nothing is known around it, ard_files_alone; the opener's to set, as the next */
  gboolean deviates; /* other handlers tell of what it drops, analyzers/habits.h */
  gboolean thrown;   /* catches what its own block throws, or a class that is none */
} ArdHandled;

/*
 * Files and last names of the types that the repository defines: "12 Pruned". Free with g_hash_table_unref.
 */
GHashTable *ard_own_types (const ArdCorpus *corpus);

/* The handler of that row. own: of ard_own_types. */
ArdHandled ard_handled_open (const ArdCorpus *corpus, guint32 row, GHashTable *own);

/* Last name of the function in which the work was tried; empty at the top level. */
ArdSpan ard_handled_name (const ArdHandled *handled);

/* An ignore that is shown to be meant, or by its names mostly is: icons, a type of the file, what ends something. */
gboolean ard_handled_is_usual (const ArdHandled *handled);

/*
 * Whether the text shows that a silent handler is meant, or that there is nothing to lose: the author's word, a type
 * that is narrowed or that the block itself throws, a condition to be expected, cleanup, a failure on the way out, a
 * constant that is an answer. What only a guess speaks for, as a name of what is mostly harmless, is not shown.
 */
gboolean ard_handled_is_shown (const ArdHandled *handled);

/*
 * Whether the block only asks, and what it would have said stands by: a value from before, or code that goes another
 * way. A block that asks for nothing can hardly fail.
 */
gboolean ard_handled_is_answered (const ArdHandled *handled);

/*
 * Whether a loop goes on to its next candidate: what is tried is asked, or the function returns with it. Besides, Go's
 * return without an error, from a function that has none to give.
 */
gboolean ard_handled_is_decided (const ArdHandled *handled);

/* Whether what follows takes the block's result for there, though nothing gives it one when the block fails. */
gboolean ard_handled_is_relied (const ArdHandled *handled);

/*
 * Whether the caller takes the returned constant for success: Go's nil for an error, true behind work. Ruby's nil is
 * what an empty handler gives too. Any other constant tells that there is no result.
 */
gboolean ard_handled_hides (const ArdHandled *handled);

/* Whether the block itself raises what the handler takes: control flow by design. */
gboolean ard_handled_throws_itself (const ArdHandled *handled);

/* Whether all that is tried is a question: does it parse, is it there, which one is it. */
gboolean ard_handled_only_asks (const ArdHandled *handled);

/* Whether other handlers of the same block come before it: it takes what they left. */
gboolean ard_handled_is_last_resort (const ArdHandled *handled);

#endif
