#ifndef ARD_RESOURCE_H
#define ARD_RESOURCE_H

#include <glib.h>

/*
 * The data that ships inside the binary: queries, templates, message
 * catalogues, schemas, licences. Names are those of the source tree, as
 * "languages/c/function.scm" or "templates/report.xsl".
 */

/*
 * Let the files below folder take precedence over the embedded ones.
 *
 * folder    borrowed; NULL restores the embedded data
 */
void ard_resource_set_folder (const char *folder);
/* Whether there is such a folder. */
gboolean ard_resource_has_folder (void);

/*
 * Read one resource.
 *
 * Returns:  the bytes, followed by a NUL that is not counted; yours
 * Errors:   ARD_ERROR_USAGE when neither the folder nor the binary has it
 */
GBytes *ard_resource_read (const char *name, GError **error);

/*
 * Names of the embedded resources directly below a folder such as
 * "languages/c", sorted; yours, NULL-terminated, empty when there is none.
 */
char **ard_resource_list (const char *folder);

#endif
