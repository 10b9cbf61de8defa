#include "cli/outputs.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/print.h"
#include "model/error.h"
#include "model/parallel.h"
#include "reports/reports.h"

static gboolean
add_format (ArdOutputs *outputs, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gboolean all = strcmp (name, "all") == 0, found = all;

  for (guint i = 0; i < ard_n_reports; i++) {
    gboolean same = strcmp (ard_reports[i].name, name) == 0;

    found = found || same;
    g_string_append_printf (names, "%s, ", ard_reports[i].name);
    if (all || same)
      g_array_append_val (outputs->reports, i);
  }
  if (!found)
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "no format is called \"%s\"; there are %sall", name, names->str);
  return found;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return (left > right) - (left < right);
}

static gboolean
choose_formats (ArdOutputs *outputs, const char *list, GError **error)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  for (char **name = names; *name; name++)
    if (!add_format (outputs, g_strstrip (*name), error))
      return FALSE;
  g_array_sort (outputs->reports, compare);
  for (guint i = outputs->reports->len; i > 1; i--)
    if (g_array_index (outputs->reports, guint, i - 1) == g_array_index (outputs->reports, guint, i - 2))
      g_array_remove_index (outputs->reports, i - 1);
  return TRUE;
}

/* Fail before any work where the folder, or the nearest one above it that exists, cannot be written. */
static gboolean
probe_folder (const char *folder, GError **error)
{
  g_autofree char *path = g_strdup (folder);
  struct stat facts;
  int cause = 0;

  while (stat (path, &facts) != 0 && errno == ENOENT && !g_str_equal (path, ".") && !g_str_equal (path, "/")) {
    char *above = g_path_get_dirname (path);

    g_free (path);
    path = above;
  }
  if (stat (path, &facts) != 0 || access (path, W_OK | X_OK) != 0)
    cause = errno;
  else if (!S_ISDIR (facts.st_mode))
    cause = ENOTDIR;
  if (cause)
    g_set_error (error, ARD_ERROR, ARD_ERROR_OUTPUT, "cannot write into \"%s\": %s", path, g_strerror (cause));
  return cause == 0;
}

/* A folder that we make ignores itself, so that the next run does not read the report as a part of the work tree. */
static gboolean
make_folder (const char *folder, GError **error)
{
  g_autofree char *ignore = g_build_filename (folder, ".gitignore", NULL);
  g_autoptr (GBytes) all = g_bytes_new_static ("*\n", 2);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0777) != 0) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_OUTPUT, "cannot make the folder \"%s\": %s", folder, g_strerror (errno));
    return FALSE;
  }
  return ard_report_write (ignore, all, error);
}

gboolean
ard_outputs_init (ArdOutputs *outputs, const ArdOptions *options, const char *standard, GError **error)
{
  const char *folder = options->output ? options->output : ARD_OUTPUT_FOLDER;

  outputs->jobs = options->jobs ? (guint) options->jobs : g_get_num_processors ();
  outputs->reports = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!choose_formats (outputs, options->format ? options->format : standard, error))
    return FALSE;
  if (strcmp (folder, "-") == 0) {
    if (outputs->reports->len == 1)
      return TRUE;
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "--output - takes one format: name it with --format");
    return FALSE;
  }
  if (!*folder) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "--output takes a folder or -, not an empty name");
    return FALSE;
  }
  outputs->folder = folder;
  return probe_folder (folder, error);
}

void
ard_outputs_clear (ArdOutputs *outputs)
{
  g_clear_pointer (&outputs->reports, g_array_unref);
}

static gboolean
write_one (const ArdOutputs *outputs, const ArdReport *report, GBytes *bytes, GError **error)
{
  if (!outputs->folder) {
    gsize size;
    const char *text = g_bytes_get_data (bytes, &size);

    return ard_print_result (text, size, error);
  }

  g_autofree char *path = g_build_filename (outputs->folder, report->file_name, NULL);

  return ard_report_write (path, bytes, error);
}

static gboolean
write_all (const ArdOutputs *outputs, GPtrArray *rendered, GError **error)
{
  if (outputs->folder && !make_folder (outputs->folder, error))
    return FALSE;
  for (guint i = 0; i < rendered->len; i++) {
    const ArdReport *report = &ard_reports[g_array_index (outputs->reports, guint, i)];

    if (!write_one (outputs, report, g_ptr_array_index (rendered, i), error))
      return FALSE;
  }
  return TRUE;
}

/* One report on its way: bytes or error. */
typedef struct {
  const ArdReport *report;
  GBytes *bytes;
  GError *error;
} Rendering;

typedef struct {
  const ArdLedger *ledger;
  const char *lang;
  Rendering *renderings;
  guint n;
  gint done;
} Rendered;

static void
render (guint worker, guint index, gpointer data)
{
  Rendered *rendered = data;
  /* From both ends by turns: the page is the first, the database the last, and they take longest. */
  Rendering *rendering = &rendered->renderings[index % 2 ? rendered->n - 1 - index / 2 : index / 2];

  rendering->bytes = rendering->report->render (rendered->ledger, rendered->lang, &rendering->error);

  guint done = (guint) g_atomic_int_add (&rendered->done, 1) + 1;

  if (worker == 0)
    ard_print_progress ("write the report", done, rendered->n, NULL);
}

/* All of them, in their order, or the first error. */
static GPtrArray *
render_all (const ArdOutputs *outputs, const ArdLedger *ledger, const char *lang, GError **error)
{
  g_autoptr (GPtrArray) rendered = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint n = outputs->reports->len;
  g_autofree Rendering *renderings = g_new0 (Rendering, n);
  Rendered work = { ledger, lang, renderings, n, 0 };
  GError *first = NULL;

  for (guint i = 0; i < n; i++)
    renderings[i].report = &ard_reports[g_array_index (outputs->reports, guint, i)];
  ard_parallel_for (n, outputs->jobs, render, &work);
  for (guint i = 0; i < n; i++) {
    if (renderings[i].bytes)
      g_ptr_array_add (rendered, renderings[i].bytes);
    else if (!first)
      first = renderings[i].error;
    else
      g_clear_error (&renderings[i].error);
  }
  if (!first)
    return g_steal_pointer (&rendered);
  g_propagate_error (error, first);
  return NULL;
}

gboolean
ard_outputs_write (const ArdOutputs *outputs, const ArdLedger *ledger, const char *lang, GError **error)
{
  g_autoptr (GPtrArray) rendered = render_all (outputs, ledger, lang, error);
  sigset_t stops, before;

  ard_print_progress_end ();
  if (!rendered)
    return FALSE;
  ard_print_phase ("render the reports", NULL);

  sigemptyset (&stops);
  sigaddset (&stops, SIGINT);
  sigaddset (&stops, SIGTERM);
  sigaddset (&stops, SIGHUP);
  pthread_sigmask (SIG_BLOCK, &stops, &before);
  gboolean good = write_all (outputs, rendered, error);
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  ard_print_phase ("write the files", NULL);
  return good;
}
