#ifndef ARD_LANGUAGES_DEADCODE_H
#define ARD_LANGUAGES_DEADCODE_H

#include <tree_sitter/api.h>

#include "languages/languages.h"
#include "languages/source.h"

/*
 * DEAD_CODE captures: comments whose lines are code of their own language, told while a
 * tree is walked in order. Line comments on lines of their own, one below the other, are
 * one block; a comment of several lines is one. A block is dead code when
 *  - it has at least ARD_DEAD_CODE_LINES lines that read like statements (codelike.h), and
 *    hardly one that reads like prose or data,
 *  - it is no documentation (marks like doc comments and fences, a line ending in ':' or
 *    words like "example" before the code), no licence, no list of markers, and
 *  - the grammar of the file reads it nearly without error.
 * What `#if 0` hides in C and C++ is dead code too (ifzero.h).
 *
 * Bounds: 200 blocks a file are parsed, of 16 KiB each and 256 KiB in all.
 */
#define ARD_DEAD_CODE_LINES 3

typedef struct ArdDeadCode ArdDeadCode;

ArdDeadCode *ard_dead_code_new (void);
void ard_dead_code_free (ArdDeadCode *dead);

/*
 * Begin a tree.
 *
 * language  of the grammar, static
 * source    borrowed until the end
 * facts     borrowed until the end; receives captures behind those it has; its language must be known
 */
void ard_dead_code_begin (ArdDeadCode *dead, const TSLanguage *language, const ArdSource *source, ArdFacts *facts);

/* One comment, in the order of the text. function: index of the innermost one, or ARD_NONE. */
void ard_dead_code_comment (ArdDeadCode *dead, guint32 start, guint32 end, guint32 function);

/* Before the functions are put in order. */
void ard_dead_code_end (ArdDeadCode *dead);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdDeadCode, ard_dead_code_free)

#endif
