#ifndef ARD_LANGUAGES_TOKENS_H
#define ARD_LANGUAGES_TOKENS_H

#include <tree_sitter/api.h>

#include "languages/marks.h"
#include "languages/source.h"

/*
 * The code tokens of a file, filled into ArdFacts.tokens while its tree is walked:
 * what duplicated code is found by. Comments are no tokens; a string is one, or
 * one between two of its interpolations, white space at its ends or not. The class of a token follows from its
 * grammar symbol's name, looked at once a grammar.
 */
typedef struct ArdTokens ArdTokens;

ArdTokens *ard_tokens_new (void);
void ard_tokens_free (ArdTokens *tokens);

/*
 * Begin a tree.
 *
 * source  borrowed until the next begin
 * facts   borrowed until the next begin; receives tokens behind those it has
 */
void ard_tokens_begin (ArdTokens *tokens, const TSLanguage *language, const ArdSource *source, ArdFacts *facts);

/* The tree has ended. */
void ard_tokens_end (ArdTokens *tokens);

/* A node opens, leaf or not, in the order of the text. mark: its own, or NULL. */
void ard_tokens_enter (ArdTokens *tokens, TSSymbol symbol, guint32 start, guint32 end, const ArdMark *mark);

/* The span of the leaf that was entered last, white space off; line from 0. */
void ard_tokens_leaf (ArdTokens *tokens, guint32 start, guint32 end, guint32 line);

/* Class of the leaf that was entered last and starts there; of what is inside a string: that. */
ArdTokenClass ard_tokens_class (const ArdTokens *tokens, guint32 start);

/* Code that the parser skipped or never saw, cut into words, numbers, strings and signs without a grammar. */
void ard_tokens_gap (ArdTokens *tokens, guint32 start, guint32 end, guint32 line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdTokens, ard_tokens_free)

#endif
