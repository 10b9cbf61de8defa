#ifndef ARD_LANGUAGES_STRUCTURE_H
#define ARD_LANGUAGES_STRUCTURE_H

#include "languages/capturerows.h"
#include "languages/marks.h"

/*
 * The captures of a file's structure at one marked node: imports, package,
 * definitions, references.
 *
 * line       of its first byte, from 0
 * type_only  it stands in an import of types
 */
void ard_structure_add (ArdCaptureRows *rows, const ArdMark *mark, guint32 line, gboolean type_only);

/* Traits that a mark on the innermost function, or inside its head, tells of it. */
void ard_structure_add_traits (ArdCaptureRows *rows, const ArdMark *mark);

#endif
