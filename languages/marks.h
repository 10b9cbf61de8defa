#ifndef ARD_LANGUAGES_MARKS_H
#define ARD_LANGUAGES_MARKS_H

#include <glib.h>
#include <tree_sitter/api.h>

/*
 * What the queries may say about a node: the closed set of capture names, and one
 * bit each. Metrics are computed from marked nodes, so a language says what its
 * nodes are and never how to count.
 *
 * ARD_MARK (bit, capture name, what it does)
 */
#define ARD_MARKS                                                                                    \
  ARD_MARK (FUNCTION, "function", "a unit of its own: listed")                                       \
  ARD_MARK (NOT_FUNCTION, "function.none", "not a function after all: a declaration") \
  ARD_MARK (NAMED, "function.named", "a function of this match's name, if it is one")                \
  ARD_MARK (FUNCTION_NAME, "function.name", "the name of the match's function; of several nodes, all between") \
  ARD_MARK (FUNCTION_SCOPE, "function.scope", "prefix of the match's function: the receiver's type") \
  ARD_MARK (LAMBDA, "lambda", "a function inside a unit, not listed: nests")                         \
  ARD_MARK (SCOPE, "scope", "class, namespace: prefixes names")                                      \
  ARD_MARK (SCOPE_NAME, "scope.name", "the name of the match's scope")                               \
  ARD_MARK (PARAMETERS, "parameters", "a parameter list: the unit's first one is its own")           \
  ARD_MARK (PARAMETER, "parameter", "one parameter")                                                 \
  ARD_MARK (NOT_PARAMETER, "parameter.none", "no parameter, nor what is inside: receiver, void")            \
  ARD_MARK (IF, "if", "decision, +1 and nesting; nests")                                             \
  ARD_MARK (ELSEIF, "elseif", "an if that goes on with another: decision, does not nest")            \
  ARD_MARK (ELSE, "else", "keyword of an else or else-if: +1")                                       \
  ARD_MARK (CONDITION, "condition", "read at the level of its if, not inside")                       \
  ARD_MARK (LOOP, "loop", "decision, +1 and nesting; nests")                                         \
  ARD_MARK (SWITCH, "switch", "+1 and nesting; nests; its cases are the decisions")                  \
  ARD_MARK (NOT_DECISION, "decision.none", "not a decision after all: the default case")                                     \
  ARD_MARK (TERNARY, "ternary", "decision, +1 and nesting; nests")                                   \
  ARD_MARK (TRY, "try", "deepens the nesting depth only")                                            \
  ARD_MARK (HANDLER, "handler", "decision, +1 and nesting; nests")                                   \
  ARD_MARK (JUMP, "jump", "goto, labelled break or continue: +1")                                    \
  ARD_MARK (DECISION, "decision", "a decision and nothing else: a case, a comprehension")                                     \
  ARD_MARK (LOGICAL, "logical", "binary expression; counts when its field operator is && || and or") \
  ARD_MARK (DIRECTIVE, "directive", "of the preprocessor: nothing inside counts") \
  ARD_MARK (PARENTHESIS, "parenthesis", "does not interrupt a logical sequence")                     \
  ARD_MARK (CALL, "call", "name of a function called: direct recursion is +1")                       \
  ARD_MARK (COMMENT, "comment", "comment")                                                           \
  ARD_MARK (DOCSTRING, "docstring", "string that counts as comment lines")                           \
  ARD_MARK (TABLE, "table", "literal table")                                                         \
  ARD_MARK (ASIDE, "aside", "looked at by a predicate only")

enum {
#define ARD_MARK(bit, name, doc) ARD_MARK_INDEX_##bit,
  ARD_MARKS
#undef ARD_MARK
      ARD_N_MARKS
};

enum {
#define ARD_MARK(bit, name, doc) ARD_MARK_##bit = 1u << ARD_MARK_INDEX_##bit,
  ARD_MARKS
#undef ARD_MARK
};

/* One marked node; name and scope are spans of the text, empty when unknown. */
typedef struct {
  const void *id; /* of the node, unique in its tree */
  guint32 start, end;
  guint32 bits;
  guint32 name_start, name_end;
  guint32 scope_start, scope_end;
} ArdMark;

/* A grammar with all queries of its language joined; shared by threads, immutable once compiled. */
typedef struct ArdGrammar ArdGrammar;

/*
 * Join the queries of one language, uncompiled: that takes up to 50 ms.
 *
 * id        folder below languages/
 * language  borrowed, static
 * Errors:   ARD_ERROR_USAGE: a query file that cannot be read
 */
ArdGrammar *ard_grammar_new (const char *id, const TSLanguage *language, GError **error);
/*
 * Compile them; once only, by whichever thread comes first. Needed before ard_grammar_mark.
 *
 * Errors:   ARD_ERROR_USAGE: broken query, unknown capture or predicate, with file and line
 */
gboolean ard_grammar_compile (ArdGrammar *grammar, GError **error);
void ard_grammar_free (ArdGrammar *grammar);
const TSLanguage *ard_grammar_language (const ArdGrammar *grammar);
/* The joined query; borrowed. */
const char *ard_grammar_query (const ArdGrammar *grammar);

/*
 * Run the compiled query once over a tree.
 *
 * marks     borrowed; receives ArdMark rows by start, then end downwards, one per node
 * Returns:  FALSE when the query ran out of its bound: marks are incomplete
 */
gboolean ard_grammar_mark (const ArdGrammar *grammar, TSQueryCursor *cursor, TSNode root, const char *text,
                           GArray *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdGrammar, ard_grammar_free)

#endif
