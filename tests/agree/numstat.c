/*
 * Print every change row of the history that ends at HEAD (or at the revision
 * given) as "<commit>\t<added>\t<deleted>\t<path>\0", for numstat.py to compare
 * with git. With --names, line counts are not computed. Rows go to stdout, the
 * time taken to stderr.
 *
 * numstat [--names] [--jobs N] [--days N] REPOSITORY [REVISION]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/parallel.h"
#include "repository/repository.h"

typedef struct {
  ArdRepository **workers;
  const GArray *commits;
  GString **rows;
  gboolean names;
  guint renames;
} Run;

static int names_only, jobs = 2, days;

static void
print_record (const Run *run, guint index, const char *hex, const ArdCommitRecord *record)
{
  GString *rows = run->rows[index];

  for (guint i = 0; i < record->changes->len; i++) {
    const ArdRecordChange *change = &g_array_index (record->changes, ArdRecordChange, i);

    g_string_append (rows, hex);
    if (change->added < 0)
      g_string_append (rows, "\t-\t-\t");
    else
      g_string_append_printf (rows, "\t%d\t%d\t", change->added, change->deleted);
    g_string_append (rows, change->path);
    g_string_append_c (rows, '\0');
  }
}

static void
read_record (guint worker, guint index, gpointer data)
{
  Run *run = data;
  const ArdOid *commit = &g_array_index (run->commits, ArdOid, index);
  g_autofree char *hex = ard_oid_to_hex (run->workers[worker], commit);
  g_auto (ArdCommitRecord) record;
  g_autoptr (GError) error = NULL;

  ard_commit_record_init (&record);
  run->rows[index] = g_string_new (NULL);
  if (ard_history_record (run->workers[worker], commit, !run->names, 50, &record, &error))
    print_record (run, index, hex, &record);
  else
    fprintf (stderr, "numstat: %s: %s\n", hex, error->message);
}

/* Commits not older than so many days before the newest. */
static void
cut (ArdRepository *repository, GArray *commits)
{
  gint64 newest = 0, time_s;
  guint kept = 0;

  for (guint i = 0; i < commits->len; i++) {
    ArdOid oid = g_array_index (commits, ArdOid, i);

    if (!ard_repository_time (repository, &oid, &time_s, NULL))
      continue;
    newest = MAX (newest, time_s);
    if (time_s >= newest - (gint64) days * 86400)
      g_array_index (commits, ArdOid, kept++) = oid;
  }
  g_array_set_size (commits, kept);
}

static gboolean
run (const char *path, const char *rev, GError **error)
{
  g_autoptr (ArdRepository) repository = ard_repository_open (path, error);
  g_autofree ArdRepository **workers = g_new0 (ArdRepository *, jobs);
  g_autoptr (GArray) commits = NULL;
  gint64 start = g_get_monotonic_time ();
  ArdOid head;

  if (repository == NULL || !ard_repository_resolve (repository, rev, &head, error))
    return FALSE;
  commits = ard_history_list (repository, &head, NULL, error);
  if (commits == NULL)
    return FALSE;
  fprintf (stderr, "numstat: %u commits listed in %.2f s\n", commits->len,
           (double) (g_get_monotonic_time () - start) / 1e6);
  if (days)
    cut (repository, commits);
  for (int i = 0; i < jobs; i++)
    if ((workers[i] = ard_repository_reopen (repository, error)) == NULL)
      return FALSE;

  g_autofree GString **rows = g_new0 (GString *, commits->len);
  Run state = { workers, commits, rows, names_only, 0 };

  start = g_get_monotonic_time ();
  ard_parallel_for (commits->len, (guint) jobs, read_record, &state);
  fprintf (stderr, "numstat: %u records in %.2f s with %d threads\n", commits->len,
           (double) (g_get_monotonic_time () - start) / 1e6, jobs);
  for (guint i = 0; i < commits->len; i++) {
    fwrite (rows[i]->str, 1, rows[i]->len, stdout);
    g_string_free (rows[i], TRUE);
  }
  for (int i = 0; i < jobs; i++)
    ard_repository_free (workers[i]);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "names", 0, 0, G_OPTION_ARG_NONE, &names_only, "no line counts", NULL },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &jobs, "threads", "N" },
    { "days", 0, 0, G_OPTION_ARG_INT, &days, "only so many days before the newest commit", "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("REPOSITORY [REVISION]");

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc < 2 || jobs < 1) {
    fprintf (stderr, "numstat: %s\n", error ? error->message : "name a repository");
    return 2;
  }
  if (!run (argv[1], argc > 2 ? argv[2] : "HEAD", &error)) {
    fprintf (stderr, "numstat: %s\n", error->message);
    return 3;
  }
  return 0;
}
