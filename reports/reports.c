#include "reports/reports.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "model/error.h"
#include "reports/render.h"

/* Room for the dot, the random part and a file system's limit of 255 bytes a name. */
#define MAX_STEM 200

const ArdReport ard_reports[] = {
  { "html", "index.html", "the report, one file that opens offline", ard_render_html },
  { "junit", "junit.xml", "findings as test results, for GitLab and Jenkins' junit step", ard_render_junit },
  { "xunit", "xunit.xml", "the same for Jenkins' xunit plugin, which refuses file and line", ard_render_xunit },
  { "json", "ardoise.json", "the whole record, for programs", ard_render_json },
  { "csv", "backlog.csv", "the backlog, for spreadsheets", ard_render_csv },
  { "md", "report.md", "the summary, for a wiki or a merge request", ard_render_markdown },
  { "sqlite", "ardoise.sqlite", "facts, findings and items as a database", ard_render_sqlite },
};

const guint ard_n_reports = G_N_ELEMENTS (ard_reports);

const ArdReport *
ard_report_find (const char *name)
{
  for (guint i = 0; i < ard_n_reports; i++)
    if (strcmp (ard_reports[i].name, name) == 0)
      return &ard_reports[i];
  return NULL;
}

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (path, -1);

  g_set_error (error, ARD_ERROR, ARD_ERROR_OUTPUT, "cannot write \"%s\": %s", shown, g_strerror (code));
  return FALSE;
}

/* Returns 0 or errno. */
static int
fill (int file, GBytes *bytes)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size);

  while (size > 0) {
    gssize written = write (file, at, size);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return errno;
    at += written;
    size -= (gsize) written;
  }
  return fsync (file) == 0 || errno == EINVAL ? 0 : errno;
}

/* So that the new name survives a power cut; some file systems cannot, which harms nothing else. */
static void
sync_folder (const char *folder)
{
  int file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (file >= 0) {
    (void) fsync (file);
    close (file);
  }
}

gboolean
ard_report_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%.*s.XXXXXX", MAX_STEM, name);
  g_autofree char *draft = g_build_filename (folder, hidden, NULL);
  int file = g_mkstemp_full (draft, O_WRONLY | O_CLOEXEC, 0666);

  if (file < 0)
    return fail (path, errno, error);

  int code = fill (file, bytes);

  if (close (file) != 0 && code == 0)
    code = errno;
  if (code == 0 && g_rename (draft, path) != 0)
    code = errno;
  if (code != 0) {
    g_unlink (draft);
    return fail (path, code, error);
  }
  sync_folder (folder);
  return TRUE;
}
