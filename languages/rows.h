#ifndef ARD_LANGUAGES_ROWS_H
#define ARD_LANGUAGES_ROWS_H

#include "model/facts.h"

/*
 * Rows of a configuration document from its entries, opened and closed as they stand.
 * A path is made of keys with '.' between, "[n]" for the n-th element of a sequence from 0,
 * '@' before an attribute, "#n." before what stands in the n-th document of a file from 1
 * on. A key that holds '.', '[', ']', '"' or nothing stands in quotes. An entry whose path
 * was there before gets "[n]" too, from 1 on. An entry without a value has the row "".
 * Below ARD_ROWS_DEPTH levels and above ARD_ROWS_MAX rows nothing is recorded.
 */
#define ARD_ROWS_MAX 50000
#define ARD_ROWS_DEPTH 64
#define ARD_ROWS_VALUE_BYTES 1000
#define ARD_ROWS_PATH_BYTES 1000

typedef enum {
  ARD_ENTRY_PAIR,
  ARD_ENTRY_ATTRIBUTE, /* a pair of the element itself */
  ARD_ENTRY_ELEMENT,
  ARD_ENTRY_NEXT,     /* the next element of the sequence of its key: a table of an array */
  ARD_ENTRY_DOCUMENT, /* one of the documents of the file */
} ArdEntryKind;

/* How a scalar is written, beside plain text. */
typedef enum {
  ARD_SCALAR_BACKSLASH, /* in quotes, \ escapes inside "" and '' is ' inside '' */
  ARD_SCALAR_ENTITIES,  /* in quotes or not, &amp; escapes */
  ARD_SCALAR_PLAIN,     /* as it stands */
} ArdScalarStyle;

typedef struct ArdRows ArdRows;

ArdRows *ard_rows_new (void);
void ard_rows_free (ArdRows *rows);

/* facts: borrowed until the end; receives settings. */
void ard_rows_begin (ArdRows *rows, ArdScalarStyle style, ArdFacts *facts);
void ard_rows_end (ArdRows *rows);

/* line: 1-based, in the order of the text. */
void ard_rows_open (ArdRows *rows, ArdEntryKind kind, guint32 line);
void ard_rows_close (ArdRows *rows);

/* A key of the innermost pair, quotes and all; further ones follow it in the path. */
void ard_rows_key (ArdRows *rows, const char *text, gsize length);

/* A scalar of the innermost entry; white space alone is none. */
void ard_rows_value (ArdRows *rows, const char *text, gsize length, guint32 line);

/*
 * The innermost entry gets a name; the entry that uses it has the same rows again, at its own
 * line. As value of the key "<<" the rows belong to the entry around, unless that has their
 * key itself (YAML's merge).
 */
void ard_rows_anchor (ArdRows *rows, const char *name, gsize length);
void ard_rows_alias (ArdRows *rows, const char *name, gsize length, guint32 line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdRows, ard_rows_free)

#endif
