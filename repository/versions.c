#include <string.h>

#include "model/hash.h"
#include "repository/handle.h"
#include "repository/lines.h"

/* Lines of both texts: more takes too long to compare. */
#define MAX_LINES (1024 * 1024)

static void
release (gpointer data)
{
  git_odb_object_free (data);
}

GBytes *
ard_blob_read (ArdRepository *repository, const ArdOid *blob, gsize max_bytes, GError **error)
{
  git_object_t type;
  git_oid id;
  gsize size;

  ard_oid_to_git (&id, blob);
  if (git_odb_read_header (&size, &type, repository->odb, &id) == 0 && size > max_bytes) {
    git_error_clear ();
    ard_repository_fail (error, "an earlier version of %" G_GSIZE_FORMAT " bytes is too large", size);
    return NULL;
  }

  git_odb_object *object = ard_object_read (repository, blob, GIT_OBJECT_BLOB, error);

  return object
             ? g_bytes_new_with_free_func (git_odb_object_data (object), git_odb_object_size (object), release, object)
             : NULL;
}

/* git names the line before where one side has none. */
static guint32
first_of (int start, int lines)
{
  return (guint32) (lines > 0 ? start - 1 : start);
}

/* Hunks, and sums of the code of the last one's two sides. */
typedef struct {
  GArray *hunks;
  guint64 old, new;
} Finding;

static int
add_hunk (const git_diff_delta *delta G_GNUC_UNUSED, const git_diff_hunk *hunk, void *data)
{
  Finding *finding = data;
  ArdHunk row = { first_of (hunk->old_start, hunk->old_lines), (guint32) hunk->old_lines,
                  first_of (hunk->new_start, hunk->new_lines), (guint32) hunk->new_lines, TRUE };

  finding->old = finding->new = 0;
  g_array_append_val (finding->hunks, row);
  return 0;
}

/* A line that is a comment by how it begins, in the languages that we read. */
static gboolean
begins_comment (const char *text, gsize length)
{
  static const char *const openings[] = { "//", "/*", "*/", "<!--", "--", "##", "#!" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (length >= strlen (openings[i]) && memcmp (text, openings[i], strlen (openings[i])) == 0)
      return !(i == 4 && length > 2 && g_ascii_isalnum (text[2]));
  return length > 0 && (*text == '#' || *text == '*') && (length == 1 || g_ascii_isspace (text[1]));
}

/* Sum of what is not white space; comments and blank lines add nothing. */
static void
sum_code (const char *text, gsize length, guint64 *sum)
{
  while (length > 0 && g_ascii_isspace (*text)) {
    text++;
    length--;
  }
  if (begins_comment (text, length))
    return;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      *sum = ard_hash_step (*sum, (guchar) text[i]);
}

static int
add_line (const git_diff_delta *delta G_GNUC_UNUSED, const git_diff_hunk *hunk G_GNUC_UNUSED, const git_diff_line *line,
          void *data)
{
  Finding *finding = data;

  if (line->origin == GIT_DIFF_LINE_ADDITION)
    sum_code (line->content, line->content_len, &finding->new);
  else if (line->origin == GIT_DIFF_LINE_DELETION)
    sum_code (line->content, line->content_len, &finding->old);
  if (finding->hunks->len > 0)
    g_array_index (finding->hunks, ArdHunk, finding->hunks->len - 1).cosmetic = finding->old == finding->new;
  return 0;
}

gboolean
ard_hunks_find (GBytes *old, GBytes *new, GArray *hunks)
{
  git_diff_options options;
  Finding finding = { hunks, 0, 0 };
  gsize old_size, new_size;
  const char *left = g_bytes_get_data (old, &old_size), *right = g_bytes_get_data (new, &new_size);

  g_array_set_size (hunks, 0);
  if (ard_lines_number (left, old_size) + ard_lines_number (right, new_size) > MAX_LINES)
    return FALSE;
  git_diff_options_init (&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
  options.context_lines = 0;
  options.interhunk_lines = 0;
  return git_diff_buffers (left ? left : "", old_size, NULL, right ? right : "", new_size, NULL, &options, NULL, NULL,
                           add_hunk, add_line, &finding) == 0;
}
