#ifndef ARD_LANGUAGES_RECURSION_H
#define ARD_LANGUAGES_RECURSION_H

#include "languages/source.h"

/* A call by the name of the function that it stands in. */
typedef struct {
  guint32 name_start, name_end; /* of the function's name where it is defined */
  guint32 parameters;           /* of the function */
  gboolean scoped;              /* it is defined inside a type or module */
  guint32 start, end;           /* of the name where it is called */
} ArdOwnCall;

/*
 * Whether the call is one of the function itself, as far as the text alone tells:
 * another number of arguments is another overload in C# (an argument that its
 * default stands for is not told apart), and a bare name is not the method of that
 * name in PHP and in Rust.
 */
gboolean ard_is_recursion (const ArdSource *source, const char *language, const ArdOwnCall *call);

#endif
