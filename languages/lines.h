#ifndef ARD_LANGUAGES_LINES_H
#define ARD_LANGUAGES_LINES_H

#include "languages/rows.h"
#include "languages/source.h"

/*
 * Configuration documents that are read line by line:
 *  - INI, .env: `section.key`; a line without = or : is key and value at its first space
 *  - properties: their names are paths
 *  - Dockerfile: `[stage].INSTRUCTION`, instructions before the first FROM without a stage
 *  - go.mod: `module`, `require."path"`, `replace."path"`
 *  - .gitignore and its like: `[n]`
 *
 * name   in texts.def
 * facts  receives settings; nothing for other formats
 */
void ard_lines_read (ArdRows *rows, const char *name, const char *path, const ArdSource *source, ArdFacts *facts);

#endif
