#include "corpus/history.h"

#include <string.h>

#include "corpus/activity.h"
#include "corpus/identities.h"
#include "corpus/people.h"
#include "model/parallel.h"

/* Commits in memory at a time, messages and all. */
#define BATCH 4096
#define SUBJECT_CHARACTERS 200

typedef struct {
  ArdOid id;
  ArdCommitHeader header;
  ArdCommitRecord record;
  char *subject;
  guint flags;
  gboolean readable;   /* the header could be read */
  gboolean counts;     /* the lines of this commit are wanted */
  gboolean known;      /* the store had the record */
  gboolean fresh;      /* the record is not in the store as it is here */
  gboolean names_only; /* the lines were wanted and could not be counted */
  GError *error;
} Slot;

typedef struct {
  const ArdBuild *build;
  ArdWorkers *workers;
  ArdCorpus *corpus;
  ArdTrail *trail;
  ArdPeople *people;
  GHashTable *ignored;
  GArray *parents; /* of ArdOid, one a row of corpus->parents */
  ArdPatterns *fix, *fix_link, *not_fix, *work, *revert;
  Slot *slots;
  ArdMeter meter;
  guint renames_cut;
} Reading;

static char *
subject_of (const char *message)
{
  while (g_ascii_isspace (*message))
    message++;

  gsize length = strcspn (message, "\r\n");
  g_autofree char *line = g_strndup (message, length);

  return g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), SUBJECT_CHARACTERS));
}

/* "Backport pull request #12 from …", "Merge pull request #12 from …": what was done stands on the next line of text.
 */
static char *
told_of (const char *subject, const char *message)
{
  static const char *const wrappers[] = { "Backport pull request #", "Merge pull request #", "Merge branch '",
                                          "Merged PR " };
  const char *body = strchr (message, '\n');

  for (guint i = 0; body && i < G_N_ELEMENTS (wrappers); i++)
    if (g_str_has_prefix (subject, wrappers[i])) {
      g_autofree char *line = subject_of (body);

      return *line ? g_steal_pointer (&line) : g_strdup (subject);
    }
  return g_strdup (subject);
}

static gboolean
is_fix (const Reading *reading, const char *told, const char *message)
{
  gssize length = (gssize) strlen (told);

  if (ard_patterns_match (reading->not_fix, told, length))
    return FALSE;
  return ard_patterns_match (reading->fix, told, length) ||
         (ard_patterns_match (reading->fix_link, message, (gssize) strlen (message)) &&
          !ard_patterns_match (reading->work, told, length));
}

static guint
classify (const Reading *reading, const Slot *slot)
{
  const ArdSettings *settings = reading->build->settings;
  g_autofree char *told = told_of (slot->subject, g_strchug (slot->header.message));
  guint flags = 0;

  if (slot->header.n_parents > 1)
    flags |= ARD_COMMIT_MERGE;
  if (ard_patterns_match (reading->revert, slot->header.message, (gssize) strlen (slot->header.message)))
    flags |= ARD_COMMIT_REVERT | ARD_COMMIT_FIX;
  if (is_fix (reading, told, slot->header.message))
    flags |= ARD_COMMIT_FIX;
  if (g_hash_table_contains (reading->ignored, &slot->id))
    flags |= ARD_COMMIT_IGNORED;
  if (ard_activity_age_d (reading->corpus, slot->header.author_time_s) <= settings->history_window_d)
    flags |= ARD_COMMIT_IN_WINDOW;
  return flags;
}

static gboolean
compare (const Reading *reading, ArdRepository *repository, Slot *slot, GError **error)
{
  ard_commit_record_clear (&slot->record);
  ard_commit_record_init (&slot->record);
  if (ard_history_record (repository, &slot->id, slot->counts, reading->build->settings->history_rename_similarity,
                          &slot->record, error))
    return TRUE;
  g_array_set_size (slot->record.changes, 0);
  return FALSE;
}

static void
read_record (const Reading *reading, ArdRepository *repository, Slot *slot)
{
  slot->counts = ard_activity_age_d (reading->corpus, slot->header.author_time_s) <=
                 reading->build->settings->history_lines_window_d;
  if (slot->known && (slot->record.counted || !slot->counts))
    return;
  slot->fresh = compare (reading, repository, slot, &slot->error);
  if (slot->fresh || !slot->counts)
    return;
  /* Contents that cannot be read leave the names of what changed. */
  slot->counts = FALSE;
  slot->names_only = compare (reading, repository, slot, NULL);
}

/* A renamed file is one file of its two rows. */
static guint
count_files (const ArdCommitRecord *record)
{
  guint n = record->changes->len;

  for (guint i = 0; i < record->changes->len; i++) {
    guint32 from = g_array_index (record->changes, ArdRecordChange, i).renamed_from;

    if (from != ARD_NONE && g_array_index (record->changes, ArdRecordChange, from).status == 'D')
      n--;
  }
  return n;
}

static void
read_commit (guint worker, guint index, gpointer data)
{
  Reading *reading = data;
  Slot *slot = &reading->slots[index];
  ArdRepository *repository = reading->workers->workers[worker].repository;

  slot->readable = ard_history_header (repository, &slot->id, &slot->header, &slot->error);
  if (slot->readable) {
    slot->subject = subject_of (slot->header.message);
    slot->flags = classify (reading, slot);
    if (!(slot->flags & ARD_COMMIT_MERGE))
      read_record (reading, repository, slot);
    if (count_files (&slot->record) > reading->build->settings->history_mass_files)
      slot->flags |= ARD_COMMIT_MASS;
  }
  ard_meter_count (&reading->meter, worker);
}

static void
append_changes (Reading *reading, const Slot *slot, guint32 commit)
{
  guint32 first = reading->corpus->changes->len;

  for (guint i = 0; i < slot->record.changes->len; i++) {
    const ArdRecordChange *from = &g_array_index (slot->record.changes, ArdRecordChange, i);
    ArdFoldRow row = { ard_trail_path (reading->trail, from->path, reading->corpus->strings),
                       from->renamed_from == ARD_NONE ? ARD_NONE : first + from->renamed_from, from->status,
                       slot->counts };
    ArdChange change = { .commit = commit,
                         .file = ARD_NONE,
                         .path = g_ptr_array_index (reading->trail->paths, row.path),
                         .status = from->status,
                         .renamed_from = row.renamed_from,
                         .added = slot->counts ? from->added : -1,
                         .deleted = slot->counts ? from->deleted : -1 };

    g_array_append_val (reading->trail->rows, row);
    g_array_append_val (reading->trail->blobs, ((ArdTrailBlobs){ from->before, from->after }));
    g_array_append_val (reading->corpus->changes, change);
  }
}

static void
append_commit (Reading *reading, const Slot *slot)
{
  ArdCorpus *corpus = reading->corpus;
  guint32 author = ard_people_find (reading->people, slot->header.author_name, slot->header.author_mail);
  gboolean merge = (slot->flags & ARD_COMMIT_MERGE) != 0;
  ArdCommit commit = { .id = slot->id,
                       .time_s = slot->header.author_time_s,
                       .commit_time_s = slot->header.commit_time_s,
                       .author = author,
                       .flags = slot->flags | (ard_author (corpus, author)->bot ? ARD_COMMIT_BOT : 0),
                       .subject = g_string_chunk_insert (corpus->strings, slot->subject),
                       .first_change = corpus->changes->len,
                       .n_changes = merge ? 0 : slot->record.changes->len,
                       .first_parent = reading->parents->len,
                       .n_parents = slot->header.n_parents };

  if (!merge)
    append_changes (reading, slot, corpus->commits->len);
  ard_people_add (reading->people, &commit, slot->header.co_authors);
  g_array_append_vals (reading->parents, slot->header.parents->data, slot->header.parents->len);
  g_array_append_val (corpus->commits, commit);
  reading->renames_cut += slot->record.renames_cut ? 1 : 0;
}

static void
note_error (Reading *reading, const Slot *slot)
{
  g_autofree char *hex = ard_oid_to_hex (reading->workers->workers[0].repository, &slot->id);
  const char *what = !slot->readable ? "commit" : slot->names_only ? "lines of commit" : "changes of commit";

  ard_notes_add (reading->corpus->notes, NULL, "%s %s left out: %s", what, hex, slot->error->message);
}

static void
merge (Reading *reading, Slot *slot)
{
  ArdStore *store = reading->build->store;

  if (slot->fresh && store)
    ard_store_put_record (store, &slot->id, reading->build->settings->history_rename_similarity, &slot->record);
  if (slot->error)
    note_error (reading, slot);
  if (slot->readable) {
    append_commit (reading, slot);
    ard_commit_header_clear (&slot->header);
  }
  ard_commit_record_clear (&slot->record);
  g_clear_error (&slot->error);
  g_free (slot->subject);
}

/* What the store kept, if the attribute files on disk still say the same of it. */
static gboolean
find_record (const Reading *reading, Slot *slot)
{
  ArdStore *store = reading->build->store;
  double similarity = reading->build->settings->history_rename_similarity;

  if (!store || !ard_store_find_record (store, &slot->id, FALSE, similarity, &slot->record))
    return FALSE;
  if (slot->record.inputs == ard_history_inputs (reading->workers->workers[0].repository, &slot->record))
    return TRUE;
  ard_commit_record_clear (&slot->record);
  ard_commit_record_init (&slot->record);
  return FALSE;
}

static void
read_batch (Reading *reading, const ArdOid *ids, guint n)
{
  for (guint i = 0; i < n; i++) {
    Slot *slot = &reading->slots[i];

    *slot = (Slot){ .id = ids[i] };
    ard_commit_record_init (&slot->record);
    slot->known = find_record (reading, slot);
  }
  ard_parallel_for (n, reading->workers->n, read_commit, reading);
  for (guint i = 0; i < n; i++)
    merge (reading, &reading->slots[i]);
}

/* Index of every commit that is read, for its children. */
static void
join_parents (const Reading *reading)
{
  ArdCorpus *corpus = reading->corpus;
  g_autoptr (GHashTable) places = g_hash_table_new (ard_oid_hash, ard_oid_equal);

  for (guint32 i = 0; i < corpus->commits->len; i++)
    g_hash_table_insert (places, &ard_commit (corpus, i)->id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < reading->parents->len; i++) {
    guint32 place = GPOINTER_TO_UINT (g_hash_table_lookup (places, &g_array_index (reading->parents, ArdOid, i)));
    guint32 parent = place ? place - 1 : ARD_NONE;

    g_array_append_val (corpus->parents, parent);
  }
}

static void
note_bounds (const Reading *reading)
{
  const ArdSettings *settings = reading->build->settings;
  guint old = 0;

  for (guint32 i = 0; i < reading->corpus->commits->len; i++)
    old += ard_activity_age_d (reading->corpus, ard_commit (reading->corpus, i)->time_s) >
           settings->history_lines_window_d;
  if (old > 0)
    ard_notes_add (reading->corpus->notes, NULL,
                   "lines of %u commits not counted: older than history.lines_window_d (%.0f days)", old,
                   settings->history_lines_window_d);
  if (reading->renames_cut > 0)
    ard_notes_add (reading->corpus->notes, NULL,
                   "likeness of files not compared in %u commits: too many candidates, only exact renames are known",
                   reading->renames_cut);
}

gboolean
ard_history_read (ArdCorpus *corpus, ArdTrail *trail, ArdWorkers *workers, const ArdOid *head, const ArdBuild *build,
                  GError **error)
{
  const ArdSettings *settings = build->settings;
  ArdRepository *repository = workers->workers[0].repository;
  g_autoptr (ArdPatterns) fix = ard_patterns_new (settings->history_fix_patterns, TRUE, error);
  g_autoptr (ArdPatterns) not_fix = fix ? ard_patterns_new (settings->history_not_fix_patterns, TRUE, error) : NULL;
  g_autoptr (ArdPatterns) fix_link =
      not_fix ? ard_patterns_new (settings->history_fix_link_patterns, TRUE, error) : NULL;
  g_autoptr (ArdPatterns) work = fix_link ? ard_patterns_new (settings->history_work_patterns, TRUE, error) : NULL;
  g_autoptr (ArdPatterns) revert = work ? ard_patterns_new (settings->history_revert_patterns, TRUE, error) : NULL;
  g_autoptr (ArdPatterns) bot = revert ? ard_patterns_new (settings->history_bot_patterns, TRUE, error) : NULL;
  g_autoptr (ArdPatterns) assistant = bot ? ard_patterns_new (settings->history_assistant_patterns, TRUE, error) : NULL;
  g_autoptr (GArray) ids = assistant ? ard_history_list (repository, head, corpus->notes, error) : NULL;

  if (!ids)
    return FALSE;

  g_autoptr (GHashTable) ignored = ard_history_ignored (repository, head, corpus->notes);
  g_autoptr (ArdPeople) people = ard_people_new (corpus, bot, assistant);
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (ArdOid));
  g_autofree Slot *slots = g_new (Slot, BATCH);
  Reading reading = { .build = build,
                      .workers = workers,
                      .corpus = corpus,
                      .trail = trail,
                      .people = people,
                      .ignored = ignored,
                      .parents = parents,
                      .fix = fix,
                      .fix_link = fix_link,
                      .not_fix = not_fix,
                      .work = work,
                      .revert = revert,
                      .slots = slots,
                      .meter = { build, "read the history", ids->len, 0 } };

  for (guint start = 0; start < ids->len; start += BATCH)
    read_batch (&reading, &g_array_index (ids, ArdOid, start), MIN (BATCH, ids->len - start));
  ard_people_resolve (people);
  if (settings->people_merge)
    ard_identities_join (corpus);
  if (settings->people_pseudonyms)
    ard_identities_veil (corpus);
  ard_people_sort (people);
  join_parents (&reading);
  note_bounds (&reading);
  return TRUE;
}
