#ifndef ARD_LANGUAGES_TABLE_H
#define ARD_LANGUAGES_TABLE_H

#include <glib.h>

/* The table of what is measured in each language: `ardoise languages`, and the page docs/languages.md. Yours. */
char *ard_languages_write_text (GError **error);
char *ard_languages_write_markdown (GError **error);

#endif
