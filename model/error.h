#ifndef ARD_ERROR_H
#define ARD_ERROR_H

#include <glib.h>

/*
 * One error domain; a code is the exit status of the process that ends with it.
 * Messages: lower case, no full stop, what failed first, paths in quotes, then
 * what to do. Only cli/ prints them.
 */
#define ARD_ERROR (ard_error_quark ())

typedef enum {
  ARD_ERROR_USAGE = 2,      /* wrong command line or settings */
  ARD_ERROR_REPOSITORY = 3, /* the repository cannot be read or cannot answer */
  ARD_ERROR_OUTPUT = 4,     /* an output could not be written */
} ArdError;

GQuark ard_error_quark (void);

#endif
