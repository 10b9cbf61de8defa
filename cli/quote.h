#ifndef ARD_QUOTE_H
#define ARD_QUOTE_H

#include <glib.h>

/* A text as a quoted scalar of YAML (in single quotes where that is possible); yours. */
char *ard_quote_yaml (const char *text);

/* A text as a string of JSON, quotes included; yours. */
char *ard_quote_json (const char *text);

#endif
