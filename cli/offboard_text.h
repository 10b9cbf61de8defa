#ifndef ARD_OFFBOARD_TEXT_H
#define ARD_OFFBOARD_TEXT_H

#include "cli/pipeline.h"
#include "knowledge/knowledge.h"

/* A departure as text for people, as Markdown and as JSON; leavers: authors, of guint32; each is yours. */
char *ard_offboard_write_text (const ArdRun *run, const ArdOffboard *offboard, const GArray *leavers);
char *ard_offboard_write_md (const ArdRun *run, const ArdOffboard *offboard, const GArray *leavers);
char *ard_offboard_write_json (const ArdRun *run, const ArdOffboard *offboard, const GArray *leavers);

#endif
