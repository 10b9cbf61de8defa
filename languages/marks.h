#ifndef ARD_LANGUAGES_MARKS_H
#define ARD_LANGUAGES_MARKS_H

#include <glib.h>
#include <tree_sitter/api.h>

/*
 * What the queries may say about a node: the closed set of capture names, and one
 * bit each. Metrics and captures are computed from marked nodes, so a language
 * says what its nodes are and never how to count. "Innermost" is the innermost
 * marked node around: nesting in the tree joins the parts of a handler, not the
 * match that found them.
 *
 * ARD_MARK (bit, capture name, what it does)
 */
#define ARD_MARKS                                                                                              \
  ARD_MARK (FUNCTION, "function", "a unit of its own: listed")                                                 \
  ARD_MARK (NOT_FUNCTION, "function.none", "not a function after all: a declaration")                          \
  ARD_MARK (NAMED, "function.named", "a function of this match's name, if it is one")                          \
  ARD_MARK (FUNCTION_NAME, "function.name", "the name of the match's function; of several nodes, all between") \
  ARD_MARK (FUNCTION_SCOPE, "function.scope", "prefix of the match's function: the receiver's type")           \
  ARD_MARK (LAMBDA, "lambda", "a function inside a unit, not listed: nests")                                   \
  ARD_MARK (SCOPE, "scope", "class, namespace: prefixes names")                                                \
  ARD_MARK (SCOPE_NAME, "scope.name", "the name of the match's scope")                                         \
  ARD_MARK (PARAMETERS, "parameters", "a parameter list: the unit's first one is its own")                     \
  ARD_MARK (PARAMETER, "parameter", "one parameter")                                                           \
  ARD_MARK (NOT_PARAMETER, "parameter.none", "no parameter, nor what is inside: receiver, void")               \
  ARD_MARK (IF, "if", "decision, +1 and nesting; nests")                                                       \
  ARD_MARK (ELSEIF, "elseif", "an if that goes on with another: decision, does not nest")                      \
  ARD_MARK (ELSE, "else", "keyword of an else or else-if: +1")                                                 \
  ARD_MARK (CONDITION, "condition", "read at the level of its if, not inside")                                 \
  ARD_MARK (LOOP, "loop", "decision, +1 and nesting; nests")                                                   \
  ARD_MARK (SWITCH, "switch", "+1 and nesting; nests; its cases are the decisions")                            \
  ARD_MARK (NOT_DECISION, "decision.none", "not a decision after all: the default case")                       \
  ARD_MARK (TERNARY, "ternary", "decision, +1 and nesting; nests")                                             \
  ARD_MARK (TRY, "try", "deepens the nesting depth only")                                                      \
  ARD_MARK (HANDLER, "handler", "decision, +1 and nesting; nests")                                             \
  ARD_MARK (JUMP, "jump", "goto, labelled break or continue: +1")                                              \
  ARD_MARK (DECISION, "decision", "a decision and nothing else: a case, a comprehension")                      \
  ARD_MARK (LOGICAL, "logical", "binary expression; counts when its field operator is && || and or")           \
  ARD_MARK (DIRECTIVE, "directive", "of the preprocessor: nothing inside counts")                              \
  ARD_MARK (PARENTHESIS, "parenthesis", "does not interrupt a logical sequence")                               \
  ARD_MARK (CALL, "call", "name of a function called: direct recursion is +1")                                 \
  ARD_MARK (COMMENT, "comment", "comment")                                                                     \
  ARD_MARK (DOCSTRING, "docstring", "string that counts as comment lines")                                     \
  ARD_MARK (TABLE, "table", "literal table: its lines are no length, its tokens no duplicated code")           \
  ARD_MARK (ASIDE, "aside", "looked at by a predicate only; aside.x for a second")

/*
 * What the queries may say beyond metrics: parts of captures, traits of functions,
 * entries of documents. Bits of their own.
 *
 * ARD_FACT (bit, capture name, what it does)
 */
#define ARD_FACTS                                                                                                      \
  ARD_FACT (TRY_BLOCK, "try.block",                                                                                    \
            "TRY capture that is no control structure of its own (a method body with a rescue)")                       \
  ARD_FACT (TRY_ARGUMENTS, "try.arguments",                                                                            \
            "arguments that take a handler: the call.around that ends with them is a try.block, and its callee takes " \
            "callee.handles from them")                                                                                \
  ARD_FACT (CALL_AROUND, "call.around", "a call as a whole, for try.arguments")                                        \
  ARD_FACT (HANDLER_BLOCK, "handler.block",                                                                            \
            "HANDLER capture that is no decision of its own (if err != nil, a .catch callback)")                       \
  ARD_FACT (HANDLER_BODY, "handler.body", "the statements of the innermost handler: what its traits are told from")    \
  ARD_FACT (HANDLER_TYPE, "handler.type", "a type that the innermost handler catches")                                 \
  ARD_FACT (HANDLER_VARIABLE, "handler.variable", "name of the error in the innermost handler")                        \
  ARD_FACT (HANDLER_ALL, "handler.all", "marked on the handler or inside: by its text it catches everything")          \
  ARD_FACT (HANDLER_USE, "handler.use",                                                                                \
            "inside a handler: uses the error by other means than its variable: $!, errno, print_exc")                 \
  ARD_FACT (HANDLER_GUARD, "handler.guard", "inside a handler: a condition that narrows what it takes; trait GUARDED") \
  ARD_FACT (HANDLER_EITHER, "handler.either",                                                                          \
            "on a handler: runs without an error too, as Node's callbacks do; trait EITHER")                           \
  ARD_FACT (FINALLY, "finally", "FINALLY capture")                                                                     \
  ARD_FACT (TRIVIAL, "statement.trivial",                                                                              \
            "does nothing with an error: pass, continue, break, bare return, empty statement")                         \
  ARD_FACT (CONSTANT, "statement.constant", "returns or yields a constant: null, false, 0, an empty list")             \
  ARD_FACT (STATEMENT_CALL, "statement.call",                                                                          \
            "a statement that is one call whose value is dropped; the first callee inside is its own")                 \
  ARD_FACT (STATEMENT_VALUE, "statement.value",                                                                        \
            "a statement or body that is one call whose value is handed on: all that its handler may do is log")       \
  ARD_FACT (STATEMENT_LEAVE, "statement.leave", "return, exit: leaves the function; LEAVE capture inside a finally")   \
  ARD_FACT (STATEMENT_JUMP, "statement.jump",                                                                          \
            "break, continue: a LEAVE capture inside a finally unless its loop is in there too")                       \
  ARD_FACT (THROW, "throw", "raises an error: THROW capture; text: what follows the keyword")                          \
  ARD_FACT (THROW_NEW, "throw.new", "inside a throw, or on it: makes a new error")                                     \
  ARD_FACT (CALLEE, "callee", "what is called, as written: CALL capture")                                              \
  ARD_FACT (CALLEE_WHOLE, "callee.whole",                                                                              \
            "a call whose callee is no node of its own (Java, PHP, Ruby): CALL capture, arguments left out")           \
  ARD_FACT (CALLEE_ARGUMENTS, "callee.arguments", "the arguments of a callee.whole")                                   \
  ARD_FACT (CALLEE_HANDLES, "callee.handles", "on a callee: takes a handler; not one of those that its TRY tries")     \
  ARD_FACT (CALLEE_AWAITED, "callee.awaited", "on a callee: its value is awaited")                                     \
  ARD_FACT (CALLEE_RETURNED, "callee.returned", "on a callee: its value is what the function returns")                 \
  ARD_FACT (CALLEE_VOIDED, "callee.voided", "on a callee: its value is dropped in so many words")                      \
  ARD_FACT (IGNORED, "ignored", "IGNORED capture; text: the node")                                                     \
  ARD_FACT (ABORT, "abort", "ABORT capture; text: the node")                                                           \
  ARD_FACT (ASYNC, "async", "ASYNC capture; text: the node")                                                           \
  ARD_FACT (ERREXIT, "errexit", "ERREXIT capture")                                                                     \
  ARD_FACT (IMPORT, "import", "an import: no duplicated code")                                                         \
  ARD_FACT (IMPORT_PATH, "import.path", "IMPORT capture; text: the node, quotes off")                                  \
  ARD_FACT (IMPORT_SYSTEM, "import.system", "on an import path: of the system")                                        \
  ARD_FACT (IMPORT_TYPE, "import.type",                                                                                \
            "on an import, its path or name, or a definition: of types only, gone at run time")                        \
  ARD_FACT (IMPORT_NAME, "import.name",                                                                                \
            "a name taken out of the import path before it: IMPORT capture with the trait MEMBER")                     \
  ARD_FACT (PACKAGE, "package", "PACKAGE capture: name of the package or namespace")                                   \
  ARD_FACT (DEFINITION, "definition", "DEFINITION capture: name of a type or module defined; its scopes go before it") \
  ARD_FACT (DEFINITION_ABSTRACT, "definition.abstract",                                                                \
            "on a definition: interface, protocol, trait, abstract class; trait ABSTRACT")                             \
  ARD_FACT (DEFINITION_PUBLIC, "definition.public",                                                                    \
            "on a definition: seen outside its package or module; trait PUBLIC")                                       \
  ARD_FACT (REFERENCE, "reference", "REFERENCE capture: name of a type or module used")                                \
  ARD_FACT (REFERENCE_BASE, "reference.base", "on a reference: a definition extends or implements it; trait BASE")     \
  ARD_FACT (PARAMETER_NAME, "parameter.name",                                                                          \
            "name of a parameter: PARAMETER capture when its function never mentions it")                              \
  ARD_FACT (ASYNC_FUNCTION, "function.async", "on a function: its value must be awaited")                              \
  ARD_FACT (FALLIBLE, "function.fallible", "on a function or inside its head: returns an error or a status")           \
  ARD_FACT (FAILS, "function.fails", "inside a function: a way out on which it may return an error (Go)")               \
  ARD_FACT (RESULT, "function.result",                                                                                 \
            "inside a function's head: the name of an error that a bare return returns (Go)")                          \
  ARD_FACT (FIXED, "function.fixed", "on a function or inside its head: its parameters are another's choice")          \
  ARD_FACT (ABSTRACT, "function.abstract", "on a function: no body of its own")                                        \
  ARD_FACT (ENTRY, "function.entry", "on a function: called by no code of ours")                                       \
  ARD_FACT (PUBLIC, "function.public", "on a function: seen from outside its file")                                    \
  ARD_FACT (TEST, "function.test", "on a function, or on what holds some: test code in a file of the product")          \
  ARD_FACT (DECLARATIONS, "declarations", "list of declarations without statements: no duplicated code")               \
  ARD_FACT (PAIR, "pair", "configuration document: an entry with a key and a value")                                   \
  ARD_FACT (KEY, "key", "configuration document: the key of the innermost entry")                                      \
  ARD_FACT (VALUE, "value", "configuration document: a scalar")                                                        \
  ARD_FACT (ELEMENT, "element",                                                                                        \
            "configuration document: an element of a sequence; on a pair: of the sequence of its key")                 \
  ARD_FACT (ATTRIBUTE, "attribute", "configuration document: a pair of the element itself")                            \
  ARD_FACT (DOCUMENT, "document", "configuration document: one of several in the file")                                \
  ARD_FACT (ANCHOR, "anchor", "configuration document: name under which the innermost entry is used again")            \
  ARD_FACT (ALIAS, "alias", "configuration document: use of an anchored entry")

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

enum {
#define ARD_FACT(bit, name, doc) ARD_FACT_INDEX_##bit,
  ARD_FACTS
#undef ARD_FACT
      ARD_N_FACTS
};

enum {
#define ARD_FACT(bit, name, doc) ARD_FACT_##bit = 1ull << ARD_FACT_INDEX_##bit,
  ARD_FACTS
#undef ARD_FACT
};

/* One marked node; name and scope are spans of the text, empty when unknown. */
typedef struct {
  const void *id; /* of the node, unique in its tree */
  guint32 start, end;
  guint32 bits;  /* ARD_MARK_ of these */
  guint64 facts; /* ARD_FACT_ of these */
  guint32 name_start, name_end;
  guint32 scope_start, scope_end;
} ArdMark;

/* A grammar with all queries of its language joined; shared by threads, immutable once compiled. */
typedef struct ArdGrammar ArdGrammar;

/*
 * Join the queries of one language, uncompiled: that takes up to 0.8 s.
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

typedef enum {
  ARD_MARKED_NOTHING, /* the queries ran out of their bound: marks are incomplete */
  ARD_MARKED_METRICS, /* the joined one did; marks are those of the files that metrics need */
  ARD_MARKED_ALL,
} ArdMarked;

/*
 * Run the compiled query once over a tree; one that runs out of its bound again with
 * the metrics' files only, without those of errors (errors.scm, callback.scm,
 * status.scm) and structure.scm.
 *
 * marks     borrowed; receives ArdMark rows by start, then end downwards, one per node
 */
ArdMarked ard_grammar_mark (const ArdGrammar *grammar, TSQueryCursor *cursor, TSNode root, const char *text,
                            GArray *marks);
/* The same by the files that metrics need, from the start: ARD_MARKED_METRICS or nothing. */
ArdMarked ard_grammar_mark_metrics (const ArdGrammar *grammar, TSQueryCursor *cursor, TSNode root, const char *text,
                                    GArray *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdGrammar, ard_grammar_free)

#endif
