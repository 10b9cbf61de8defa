#ifndef ARD_LANGUAGES_CTOKEN_H
#define ARD_LANGUAGES_CTOKEN_H

#include <glib.h>

/* A rough lexer of C, C++ and C#, for what must be known before a parser can read them. */
typedef enum {
  ARD_CTOKEN_END,
  ARD_CTOKEN_WORD, /* identifier, keyword or number */
  ARD_CTOKEN_MARK, /* one byte of punctuation */
  ARD_CTOKEN_STRING,
  ARD_CTOKEN_COMMENT,
  ARD_CTOKEN_DIRECTIVE, /* whole logical line from #, without its line end and a comment behind */
} ArdCTokenKind;

typedef struct {
  ArdCTokenKind kind;
  guint32 start, end;
} ArdCToken;

/* The token at or after offset; text is NUL-terminated at size. Always moves on until the end. */
ArdCToken ard_ctoken_next (const char *text, guint32 size, guint32 offset);

/* The same for C#: @"verbatim", """raw""" and $"interpolated" strings, no escaped line ends. */
ArdCToken ard_ctoken_next_c_sharp (const char *text, guint32 size, guint32 offset);

/* Whether the token is that word. */
gboolean ard_ctoken_is (const char *text, ArdCToken token, const char *word);

#endif
