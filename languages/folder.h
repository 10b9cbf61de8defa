#ifndef ARD_LANGUAGES_FOLDER_H
#define ARD_LANGUAGES_FOLDER_H

#include "languages/source.h"

/*
 * Whether a command of a shell, its name at bytes [start, end), is a cd or pushd whose failure does no harm, by the text
 * of the script: the folder was made, tested, entered with a check or used above, comes from pwd or is of every system, or nothing behind it, up to the next cd or the end
 * of its block, destroys or writes at a relative path (rm *, mv, tar, > file). What fails by itself in the wrong
 * folder (make, ./configure) does none.
 *
 * Bounds:   30 lines behind it, the 64 KiB before it
 */
gboolean ard_folder_is_harmless (const ArdSource *source, guint32 start, guint32 end);

#endif
