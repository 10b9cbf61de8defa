#include "corpus/missed.h"

#include <string.h>

#include "change/patch.h"
#include "corpus/lines.h"
#include "model/parallel.h"

#define MAX_BYTES (2 * 1024 * 1024)
/* Text of today that is held at once, and fixes that are compared. */
#define MAX_TEXT (48 * 1024 * 1024)
#define MAX_CANDIDATES 5000
/* Copies that one fix is held against. */
#define MAX_SPANS 500

/* A copy that has one in the fixed file. */
typedef struct {
  guint32 file, clone_class;
  ArdPatchSpan lines;
} Twin;

typedef struct {
  ArdCorpus *corpus;
  ArdWorkers *workers;
  GArray *candidates;  /* of ArdMissedCandidate, in files with copies elsewhere */
  GArray *copies;      /* of guint32: copies by file */
  guint32 *first_copy; /* by file, in copies; one number more than files */
  GArray *files;       /* of guint32: whose text is needed */
  ArdPatchText *today; /* by file; lines NULL: not needed, or cannot be read */
  GArray **missed;     /* one a candidate, of ArdMissedFix */
  gboolean *unread;    /* one a candidate */
  ArdMeter meter;
} Search;

/* What a compiler or a linter warned of is seldom a bug, and its author saw but one file's. */
static gboolean
is_of_a_warning (const ArdCommit *commit)
{
  g_autofree char *subject = g_ascii_strdown (commit->subject, -1);

  return strstr (subject, "warning") != NULL;
}

static gboolean
is_fix (const ArdCommit *commit)
{
  return (commit->flags & ARD_COMMIT_FIX) && !(commit->flags & (ARD_COMMIT_NOT_COUNTED | ARD_COMMIT_REVERT)) &&
         commit->n_changes <= ARD_MISSED_FILES && !is_of_a_warning (commit);
}

static gboolean
is_code (const ArdFile *file)
{
  return file->measured && file->n_functions > 0 && !(file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE));
}

static gboolean
is_small (const ArdCorpus *corpus, const ArdChange *change)
{
  return change->file != ARD_NONE && change->status != 'D' && change->added >= 0 && change->deleted >= 0 &&
         change->added + change->deleted <= ARD_MISSED_LINES && is_code (ard_file (corpus, change->file));
}

GArray *
ard_missed_list (const ArdCorpus *corpus, const ArdTrail *trail)
{
  static const ArdOid none;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (ArdMissedCandidate));

  for (guint32 i = 0; i < corpus->commits->len && !corpus->shallow; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);

    for (guint32 j = 0; is_fix (commit) && j < commit->n_changes; j++) {
      const ArdChange *change = ard_change (corpus, commit->first_change + j);
      guint32 old = change->renamed_from == ARD_NONE ? commit->first_change + j : change->renamed_from;
      ArdMissedCandidate row = { commit->first_change + j, ard_trail_blobs (trail, old)->before,
                                 ard_trail_blobs (trail, commit->first_change + j)->after };

      if (is_small (corpus, change) && !ard_oid_equal (&row.before, &none) && !ard_oid_equal (&row.after, &none))
        g_array_append_val (candidates, row);
    }
  }
  return candidates;
}

static void
sort_copies (Search *search)
{
  const ArdCorpus *corpus = search->corpus;
  guint32 n = corpus->files->len;
  g_autofree guint32 *next = NULL;

  search->first_copy = g_new0 (guint32, n + 1);
  search->copies = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_set_size (search->copies, corpus->clone_copies->len);
  for (guint32 i = 0; i < corpus->clone_copies->len; i++)
    search->first_copy[ard_clone_copy (corpus, i)->file + 1]++;
  for (guint32 i = 0; i < n; i++)
    search->first_copy[i + 1] += search->first_copy[i];
  next = g_memdup2 (search->first_copy, (n + 1) * sizeof *next);
  for (guint32 i = 0; i < corpus->clone_copies->len; i++)
    g_array_index (search->copies, guint32, next[ard_clone_copy (corpus, i)->file]++) = i;
}

static int
compare_twins (gconstpointer a, gconstpointer b)
{
  const Twin *left = a, *right = b;

  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  if (left->lines.start_line != right->lines.start_line)
    return left->lines.start_line < right->lines.start_line ? -1 : 1;
  return (left->clone_class > right->clone_class) - (left->clone_class < right->clone_class);
}

/* Copies in other files of what has a copy in this one; yours. */
static GArray *
list_twins (const Search *search, guint32 file)
{
  const ArdCorpus *corpus = search->corpus;
  GArray *twins = g_array_new (FALSE, FALSE, sizeof (Twin));

  for (guint32 i = search->first_copy[file]; i < search->first_copy[file + 1] && twins->len < MAX_SPANS; i++) {
    guint32 number = ard_clone_copy (corpus, g_array_index (search->copies, guint32, i))->clone_class;
    const ArdCloneClass *class = ard_clone_class (corpus, number);

    for (guint32 j = 0; j < class->n_copies && class->n_copies <= ARD_MISSED_COPIES; j++) {
      const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + j);
      Twin twin = { copy->file, number, { copy->start_line, copy->end_line } };

      if (copy->file != file && is_code (ard_file (corpus, copy->file)))
        g_array_append_val (twins, twin);
    }
  }
  g_array_sort (twins, compare_twins);
  return twins;
}

/* Fixes of files that have copies elsewhere, and the files whose text they need. */
static void
choose (Search *search, const GArray *candidates)
{
  ArdCorpus *corpus = search->corpus;
  g_autofree gboolean *needed = g_new0 (gboolean, corpus->files->len + 1);
  gint64 bytes = 0;
  guint beyond = 0;

  for (guint i = 0; i < candidates->len; i++) {
    const ArdMissedCandidate *row = &g_array_index (candidates, ArdMissedCandidate, i);
    guint32 file = ard_change (corpus, row->change)->file;
    g_autoptr (GArray) twins = list_twins (search, file);

    if (twins->len == 0)
      continue;
    if (search->candidates->len == MAX_CANDIDATES || bytes > MAX_TEXT) {
      beyond++;
      continue;
    }
    g_array_append_val (search->candidates, *row);
    for (guint j = 0; j <= twins->len; j++) {
      guint32 wanted = j < twins->len ? g_array_index (twins, Twin, j).file : file;

      bytes += needed[wanted] ? 0 : ard_file (corpus, wanted)->size_bytes;
      needed[wanted] = TRUE;
    }
  }
  for (guint32 i = 0; i < corpus->files->len; i++)
    if (needed[i])
      g_array_append_val (search->files, i);
  if (beyond > 0)
    ard_notes_add (corpus->notes, NULL, "%u older bug fixes of copied code not compared with the copies", beyond);
}

static void
fill_text (GBytes *bytes, const char *language, gboolean names, ArdPatchText *text)
{
  gsize size;
  const char *at = g_bytes_get_data (bytes, &size), *end = at + size;

  ard_patch_text_init (text);
  for (guint32 number = 1; at < end; number++) {
    const char *newline = memchr (at, '\n', (gsize) (end - at));
    const char *stop = newline ? newline : end;

    if (!ard_line_is_comment (at, (gsize) (stop - at), language))
      ard_patch_text_add (text, number, at, (gsize) (stop - at));
    at = newline ? newline + 1 : end;
  }
  ard_patch_text_end (text, names);
}

static void
read_today (guint worker, guint index, gpointer data)
{
  Search *search = data;
  guint32 file = g_array_index (search->files, guint32, index);
  g_autoptr (GBytes) bytes = ard_corpus_bytes (search->corpus, search->workers->workers[worker].repository, file);

  if (bytes && g_bytes_get_size (bytes) <= MAX_BYTES)
    fill_text (bytes, ard_file (search->corpus, file)->language, FALSE, &search->today[file]);
}

static gboolean
changes (const ArdCorpus *corpus, const ArdCommit *commit, guint32 file)
{
  for (guint32 i = 0; i < commit->n_changes; i++)
    if (ard_change (corpus, commit->first_change + i)->file == file)
      return TRUE;
  return FALSE;
}

/* The twins of one file, n of them. */
static void
hold_against (const Search *search, guint index, const ArdPatch *patch, const Twin *twins, guint n)
{
  const ArdChange *change =
      ard_change (search->corpus, g_array_index (search->candidates, ArdMissedCandidate, index).change);
  g_autofree ArdPatchSpan *spans = g_new (ArdPatchSpan, n);
  ArdPatchSpan place;

  if (!search->today[twins->file].lines ||
      changes (search->corpus, ard_commit (search->corpus, change->commit), twins->file))
    return;
  for (guint i = 0; i < n; i++)
    spans[i] = twins[i].lines;
  if (!ard_patch_applies (patch, &search->today[twins->file], spans, n, &place))
    return;

  ArdMissedFix row = { .fix = change->commit,
                       .fixed = change->file,
                       .file = twins->file,
                       .clone_class = twins->clone_class,
                       .start_line = place.start_line,
                       .end_line = place.end_line };

  for (guint i = 0; i < n; i++)
    if (twins[i].lines.start_line <= place.start_line)
      row.clone_class = twins[i].clone_class;
  g_array_append_val (search->missed[index], row);
}

static gboolean
read_fix (ArdRepository *repository, const ArdMissedCandidate *row, const char *language, ArdPatchText *before,
          ArdPatchText *after, GArray *hunks)
{
  g_autoptr (ArdBlob) old = ard_blob_open (repository, &row->before, MAX_BYTES, NULL);
  g_autoptr (ArdBlob) new = ard_blob_open (repository, &row->after, MAX_BYTES, NULL);

  if (!old || !new || !ard_blobs_compare (old, new, hunks))
    return FALSE;

  g_autoptr (GBytes) old_bytes = ard_blob_bytes (old);
  g_autoptr (GBytes) new_bytes = ard_blob_bytes (new);

  fill_text (old_bytes, language, FALSE, before);
  fill_text (new_bytes, language, TRUE, after);
  return TRUE;
}

static void
compare_fix (guint worker, guint index, gpointer data)
{
  Search *search = data;
  const ArdMissedCandidate *row = &g_array_index (search->candidates, ArdMissedCandidate, index);
  guint32 file = ard_change (search->corpus, row->change)->file;
  g_auto (ArdPatchText) before = { 0 }, after = { 0 };
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (ArdHunk));
  ArdPatch patch = { &before, &after, hunks, &search->today[file] };

  search->missed[index] = g_array_new (FALSE, FALSE, sizeof (ArdMissedFix));
  search->unread[index] =
      !patch.today->lines || !read_fix (search->workers->workers[worker].repository, row,
                                        ard_file (search->corpus, file)->language, &before, &after, hunks);
  if (!search->unread[index]) {
    g_autoptr (GArray) twins = list_twins (search, file);

    for (guint i = 0, n; i < twins->len; i += n) {
      const Twin *first = &g_array_index (twins, Twin, i);

      for (n = 1; i + n < twins->len && g_array_index (twins, Twin, i + n).file == first->file; n++)
        ;
      hold_against (search, index, &patch, first, n);
    }
  }
  ard_meter_count (&search->meter, worker);
}

static int
compare_missed (gconstpointer a, gconstpointer b)
{
  const ArdMissedFix *left = a, *right = b;

  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  if (left->clone_class != right->clone_class)
    return left->clone_class < right->clone_class ? -1 : 1;
  if (left->fixed != right->fixed)
    return left->fixed < right->fixed ? -1 : 1;
  return (left->fix > right->fix) - (left->fix < right->fix);
}

static void
collect (Search *search)
{
  guint unread = 0;

  for (guint i = 0; i < search->candidates->len; i++) {
    g_array_append_vals (search->corpus->missed, search->missed[i]->data, search->missed[i]->len);
    g_array_unref (search->missed[i]);
    unread += search->unread[i];
  }
  g_array_sort (search->corpus->missed, compare_missed);
  if (unread > 0)
    ard_notes_add (
        search->corpus->notes, NULL,
        "%u bug fixes of copied code not compared with the copies: a version cannot be read, or is too large", unread);
}

void
ard_missed_find (ArdCorpus *corpus, const GArray *candidates, ArdWorkers *workers, const ArdBuild *build)
{
  Search search = { .corpus = corpus,
                    .workers = workers,
                    .candidates = g_array_new (FALSE, FALSE, sizeof (ArdMissedCandidate)),
                    .files = g_array_new (FALSE, FALSE, sizeof (guint32)),
                    .today = g_new0 (ArdPatchText, corpus->files->len + 1) };

  sort_copies (&search);
  choose (&search, candidates);
  search.missed = g_new0 (GArray *, search.candidates->len + 1);
  search.unread = g_new0 (gboolean, search.candidates->len + 1);
  search.meter = (ArdMeter){ build, "compare the bug fixes with the copies", search.candidates->len, 0 };
  ard_parallel_for (search.files->len, workers->n, read_today, &search);
  ard_parallel_for (search.candidates->len, workers->n, compare_fix, &search);
  collect (&search);
  for (guint i = 0; i < search.files->len; i++)
    ard_patch_text_clear (&search.today[g_array_index (search.files, guint32, i)]);
  g_array_unref (search.candidates);
  g_array_unref (search.files);
  g_array_unref (search.copies);
  g_free (search.first_copy);
  g_free (search.today);
  g_free (search.missed);
  g_free (search.unread);
}
