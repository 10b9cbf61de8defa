#include <string.h>

#include "model/hash.h"
#include "repository/handle.h"
#include "repository/lines.h"

/* Lines of both texts: more takes too long to compare. */
#define MAX_LINES (1024 * 1024)

/* An ArdBlob is libgit2's own. */
static git_blob *
own (ArdBlob *blob)
{
  return (git_blob *) (gpointer) blob;
}

static gboolean
is_larger (ArdRepository *repository, const git_oid *id, gsize max_bytes, GError **error)
{
  git_object_t type;
  gsize size;

  if (git_odb_read_header (&size, &type, repository->odb, id) != 0 || size <= max_bytes)
    return FALSE;
  git_error_clear ();
  ard_repository_fail (error, "an earlier version of %" G_GSIZE_FORMAT " bytes is too large", size);
  return TRUE;
}

ArdBlob *
ard_blob_open (ArdRepository *repository, const ArdOid *blob, gsize max_bytes, GError **error)
{
  git_blob *found = NULL;
  git_oid id;

  ard_oid_to_git (&id, blob);
  if (is_larger (repository, &id, max_bytes, error))
    return NULL;
  if (git_blob_lookup (&found, repository->git, &id) != 0) {
    g_autofree char *hex = ard_oid_to_hex (repository, blob);

    ard_repository_fail (error, "blob %s cannot be read; %s", hex,
                         repository->partial ? "the clone is partial: analyse a full one" : "check with `git fsck`");
  }
  return (ArdBlob *) (gpointer) found;
}

ArdBlob *
ard_blob_ref (ArdBlob *blob)
{
  git_blob *copy = NULL;

  git_blob_dup (&copy, own (blob));
  return (ArdBlob *) (gpointer) copy;
}

void
ard_blob_unref (ArdBlob *blob)
{
  git_blob_free (own (blob));
}

static void
release (gpointer data)
{
  ard_blob_unref (data);
}

GBytes *
ard_blob_bytes (ArdBlob *blob)
{
  return g_bytes_new_with_free_func (git_blob_rawcontent (own (blob)), (gsize) git_blob_rawsize (own (blob)), release,
                                     ard_blob_ref (blob));
}

GBytes *
ard_blob_read (ArdRepository *repository, const ArdOid *blob, gsize max_bytes, GError **error)
{
  g_autoptr (ArdBlob) open = ard_blob_open (repository, blob, max_bytes, error);

  return open ? ard_blob_bytes (open) : NULL;
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

static gboolean
is_beyond (const char *left, gsize left_size, const char *right, gsize right_size)
{
  return ard_lines_number (left, left_size) + ard_lines_number (right, right_size) > MAX_LINES;
}

static void
begin (Finding *finding, git_diff_options *options)
{
  g_array_set_size (finding->hunks, 0);
  git_diff_options_init (options, GIT_DIFF_OPTIONS_VERSION);
  options->flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_INDENT_HEURISTIC;
  options->context_lines = 0;
  options->interhunk_lines = 0;
}

gboolean
ard_hunks_find (GBytes *old, GBytes *new, GArray *hunks)
{
  git_diff_options options;
  Finding finding = { hunks, 0, 0 };
  gsize old_size, new_size;
  const char *left = g_bytes_get_data (old, &old_size), *right = g_bytes_get_data (new, &new_size);

  begin (&finding, &options);
  return !is_beyond (left, old_size, right, new_size) &&
         git_diff_buffers (left ? left : "", old_size, NULL, right ? right : "", new_size, NULL, &options, NULL, NULL,
                           add_hunk, add_line, &finding) == 0;
}

gboolean
ard_blobs_compare (ArdBlob *old, ArdBlob *new, GArray *hunks)
{
  git_diff_options options;
  Finding finding = { hunks, 0, 0 };
  const git_blob *left = own (old), *right = own (new);

  begin (&finding, &options);
  return !is_beyond (git_blob_rawcontent (left), (gsize) git_blob_rawsize (left), git_blob_rawcontent (right),
                     (gsize) git_blob_rawsize (right)) &&
         git_diff_blobs (left, NULL, right, NULL, &options, NULL, NULL, add_hunk, add_line, &finding) == 0;
}
