#ifndef ARD_MODEL_GLOB_H
#define ARD_MODEL_GLOB_H

#include <glib.h>

/*
 * Globs as .gitignore reads them, over raw bytes: '*', '?' and classes ([a-z], [!a-z]) stop at
 * '/'; a double star does not, and with a '/' behind it is any number of folders; a backslash takes
 * the next character as it is. Without a '/', but at its end, a glob matches at any depth,
 * else from the root. An empty glob matches nothing.
 *
 * Time is linear in glob * path, whatever a hostile repository writes.
 */

/* Whether a path is what the glob names; a '/' at the glob's end is not looked at. */
gboolean ard_glob_match (const char *glob, const char *path);

/*
 * As the settings read a glob: whether the path of a file is what it names or lies below that. With a
 * '/' at its end it names folders only. A glob that is the path letter by letter covers it, too:
 * pages/[id].ts is a name as well as a pattern.
 */
gboolean ard_glob_covers (const char *glob, const char *path);

#endif
