#ifndef ARD_LANGUAGES_WALK_H
#define ARD_LANGUAGES_WALK_H

#include "languages/languages.h"
#include "languages/units.h"

/* State of the one walk over a tree: scratch that one worker uses again and again. */
typedef struct ArdWalk ArdWalk;

ArdWalk *ard_walk_new (void);
void ard_walk_free (ArdWalk *walk);

/*
 * Walk every node of a tree once, in order, without recursion: functions and
 * their metrics, comments' captures, line flags, share of errors.
 *
 * marks     borrowed; of ArdMark, as ard_grammar_mark leaves them
 * source    borrowed; receives line flags. Where the tree was read from a text with
 *           hidden parts (preprocess.h) this is the whole text.
 * languages borrowed; what makes a comment a marker, and a call one that logs; NULL: functions
 *           and lines only, no captures and no tokens
 */
void ard_walk_run (ArdWalk *walk, const TSTree *tree, const GArray *marks, ArdSource *source, const char *separator,
                   const ArdLanguages *languages, ArdFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdWalk, ard_walk_free)

#endif
