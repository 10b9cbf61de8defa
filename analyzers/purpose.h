#ifndef ARD_ANALYZERS_PURPOSE_H
#define ARD_ANALYZERS_PURPOSE_H

#include "analyzers/tongue.h"

/* What calls and functions are for, as far as their names tell. */

/* The callees of a block, counted by purpose; one may have several. */
typedef struct {
  guint n;
  guint cleanup; /* give something back: close, dispose, remove */
  guint probes;  /* their failure is an answer: parse, stat, require */
  guint reads;   /* only look: open, listdir */
  guint neutral; /* only keep what another made: push, format, join */
  guint aside;   /* the work does not depend on them: notify, cache, track */
  guint trifles; /* of these, what nobody misses: measures, icons, caches */
  guint asks;    /* ask, look up or convert: an error is the answer no */
  guint acts;    /* are called for what they do: their value is dropped; none of the above */
  guint opaque;  /* all that is no cleanup, probe, read, and neither neutral nor a trifle */
  guint fails;   /* say that they should not have been reached: fail */
  guint deeds;   /* keep something for later, their value dropped: save, upload */
  guint changes; /* change what outlives them: save, insert, send */
} ArdCallees;

/* Count a " "-separated list of callees. */
ArdCallees ard_callees_read (ArdTongue tongue, const char *text);

/* Whether the callee, by its name, gives something back: close, dispose, remove. */
gboolean ard_callee_cleans_up (ArdSpan callee);

/* Whether the callee, by its name, sends a request that changes something: axios.post, api.delete. */
gboolean ard_callee_is_request (ArdSpan callee);

/* Whether the name begins with one of the words and a new word follows, as in isOpen, is_open, IsOpen. */
gboolean ard_name_begins (const char *words, ArdSpan name);

/* Whether one of the name's words, as in saveLog, save_log, SaveLog, is one of them, letter case aside. */
gboolean ard_name_has_word (const char *words, ArdSpan name);

/* Whether the function is there to change what outlives it: saveOrder, write_entry. */
gboolean ard_name_is_change (ArdSpan name);

/* Of these, whether something is kept for later: saveOrder, uploadFile; what is sent, shown or set up is not. */
gboolean ard_name_is_kept (ArdSpan name);

/* Whether the function is a question, so that a failure is the answer no. */
gboolean ard_name_is_question (ArdSpan name);

/* Whether none is among its answers: find, resolve, valueOrNull. */
gboolean ard_name_is_lookup (ArdSpan name);

#endif
