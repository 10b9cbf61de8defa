#ifndef ARD_MARKDOWN_TEXT_H
#define ARD_MARKDOWN_TEXT_H

#include <glib.h>

/* Bytes of an untrusted repository as Markdown (CommonMark with GitHub's tables); one line; yours. */

/*
 * A code span: nothing in it is markup. In a table a pipe is escaped even there;
 * one after a backslash cannot be, and becomes a broken bar.
 */
char *ard_markdown_code (const char *bytes);

/*
 * Running text with every mark that Markdown or HTML reads switched off. A word
 * joiner after "@" keeps it from calling people on the servers that show the text.
 */
char *ard_markdown_prose (const char *bytes);

#endif
