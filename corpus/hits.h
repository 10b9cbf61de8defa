#ifndef ARD_CORPUS_HITS_H
#define ARD_CORPUS_HITS_H

#include <glib.h>

/* Lines of files that tests ran, as the reports of coverage tools name them. */
typedef struct {
  char *path;       /* as written, '/' between folders */
  GByteArray *hits; /* by line from 1: 0 no code, 1 missed, 2 run */
} ArdHits;

/* Lines above are left out. */
#define ARD_HITS_MAX_LINES 1000000

/* Path to ArdHits; yours, g_hash_table_unref. */
GHashTable *ard_hits_new (void);
/* The file of that path, new or known; borrowed. */
ArdHits *ard_hits_file (GHashTable *files, const char *path);
void ard_hits_add (ArdHits *hits, guint64 line, gboolean run);
/* Run share of the lines with code, NAN when there is none. */
double ard_hits_share (const ArdHits *hits);

/*
 * Read one report into files.
 *
 * text    of the report; need not be valid
 * Errors: G_MARKUP_ERROR, or ARD_ERROR_USAGE: no report of a known kind
 */
gboolean ard_hits_read (GHashTable *files, const char *text, gsize length, GError **error);

#endif
