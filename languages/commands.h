#ifndef ARD_LANGUAGES_COMMANDS_H
#define ARD_LANGUAGES_COMMANDS_H

#include "languages/source.h"

/*
 * What a command of a shell runs, its name at bytes [start, end): behind `sudo` and its like the command itself, and of
 * a program that does many things (git, docker, apt-get, make) the word that says which, options left out: "git push",
 * "make install", "cp"; an echo that all went well is "echo done".
 *
 * name     receives it; unchanged when the name alone says all
 * Returns: whether it received anything
 * Bounds:  of the line at most 300 bytes are read
 */
gboolean ard_command_read (const ArdSource *source, guint32 start, guint32 end, GString *name);

#endif
