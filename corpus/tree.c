#include "corpus/tree.h"

#include <math.h>
#include <string.h>

#include "model/parallel.h"

/* Files whose facts are in memory twice at a time. */
#define BATCH 4096

/* Files of one reason that get a note of their own. */
#define NOTED 20

typedef struct {
  guint entry;
  ArdFacts facts;
  const char *guess; /* key of the store */
  gboolean known, fresh;
  gboolean outline; /* no parser is needed */
  GError *error;
} Slot;

typedef struct {
  const ArdBuild *build;
  const ArdSnapshot *snapshot;
  ArdWorkers *workers;
  ArdCorpus *corpus;
  Slot *slots;
  guint *order; /* slots by size downwards: the largest start first */
  GHashTable *ordinals;
  const char *outline_digest;             /* the languages', for what no parser read */
  guint noted[ARD_CONTENT_TOO_LARGE + 1]; /* files with such a note, by content class */
  guint cut;                              /* documents of which rows are missing */
  ArdMeter meter;
} Reading;

static const ArdEntry *
entry_of (const Reading *reading, const Slot *slot)
{
  return &g_array_index (reading->snapshot->entries, ArdEntry, slot->entry);
}

static void
read_file (guint worker, guint index, gpointer data)
{
  Reading *reading = data;
  Slot *slot = &reading->slots[reading->order[index]];
  const ArdEntry *entry = entry_of (reading, slot);
  const ArdWorker *own = &reading->workers->workers[worker];

  if (!slot->known && !(entry->flags & ARD_FILE_TOO_LARGE)) {
    g_autoptr (GBytes) bytes = ard_snapshot_bytes (reading->snapshot, own->repository, slot->entry, &slot->error);

    if (bytes) {
      (slot->outline ? ard_reader_outline : ard_reader_read) (own->reader, entry->path, bytes, &slot->facts);
      slot->fresh = slot->facts.size_bytes == entry->size_bytes;
    }
  }
  ard_meter_count (&reading->meter, worker);
}

/* Why a file is not judged, as its bytes tell. */
static const char *const reasons[] = {
  [ARD_CONTENT_TEXT] = NULL,
  [ARD_CONTENT_BINARY] = "listed, not judged: binary",
  [ARD_CONTENT_GENERATED] = "listed, not judged: its text says that it is generated",
  [ARD_CONTENT_MINIFIED] = "listed, not judged: minified",
  [ARD_CONTENT_TOO_LARGE] = NULL,
};

static void
note (Reading *reading, const Slot *slot, const ArdFile *file)
{
  ArdNotes *notes = reading->corpus->notes;
  const char *reason = reasons[slot->facts.content];
  gboolean said = (entry_of (reading, slot)->flags & ARD_FILE_NOT_JUDGED) != 0;

  if (slot->error) {
    ard_notes_add (notes, file->path, "not read: %s", slot->error->message);
    reading->corpus->n_damaged += !reading->snapshot->work_tree;
  }
  if (reason && !said && reading->noted[slot->facts.content]++ < NOTED)
    ard_notes_add (notes, file->path, "%s", reason);
  if (ard_document_cut (&slot->facts) && !(file->flags & ARD_FILE_NOT_JUDGED) && reading->cut++ < NOTED)
    ard_notes_add (notes, file->path, "%s", ard_document_cut (&slot->facts));
  if (file->error_share > ARD_TREE_ERROR_SHARE && !(file->flags & ARD_FILE_NOT_JUDGED))
    ard_notes_add (notes, file->path, "%.0f %% of it did not parse", file->error_share * 100);
  if (slot->facts.captures_left_out && !(file->flags & ARD_FILE_NOT_JUDGED))
    ard_notes_add (notes, file->path, "%u calls and handlers left out: more than one file may have",
                   slot->facts.captures_left_out);
  if (slot->facts.metrics_only && !(file->flags & ARD_FILE_NOT_JUDGED))
    ard_notes_add (notes, file->path,
                   "measured, but its errors, imports and parameters were not read: too deeply chained or "
                   "nested calls");
}

static guint
flags_of (const ArdEntry *entry, const ArdFacts *facts)
{
  const guint of_content[] = { [ARD_CONTENT_TEXT] = 0,
                               [ARD_CONTENT_BINARY] = ARD_FILE_BINARY,
                               [ARD_CONTENT_GENERATED] = ARD_FILE_GENERATED,
                               [ARD_CONTENT_MINIFIED] = ARD_FILE_MINIFIED,
                               [ARD_CONTENT_TOO_LARGE] = ARD_FILE_TOO_LARGE };

  return entry->flags | of_content[facts->content];
}

static guint32
next_ordinal (GHashTable *ordinals, const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (ordinals, name));

  g_hash_table_insert (ordinals, (gpointer) name, GUINT_TO_POINTER (n + 1));
  return n;
}

static void
append_rows (Reading *reading, const ArdFacts *facts, ArdFile *file, guint32 index)
{
  ArdCorpus *corpus = reading->corpus;

  file->first_function = corpus->functions->len;
  file->n_functions = facts->functions->len;
  file->first_capture = corpus->captures->len;
  file->n_captures = facts->captures->len;
  g_hash_table_remove_all (reading->ordinals);
  for (guint32 i = 0; i < file->n_functions; i++) {
    ArdCorpusFunction row = { .facts = g_array_index (facts->functions, ArdFunction, i), .file = index };

    row.ordinal = next_ordinal (reading->ordinals, row.facts.name);
    row.facts.name = g_string_chunk_insert (corpus->strings, row.facts.name);
    if (row.facts.parent != ARD_NONE)
      row.facts.parent += file->first_function;
    g_array_append_val (corpus->functions, row);
  }
  for (guint32 i = 0; i < file->n_captures; i++) {
    ArdCorpusCapture row = { .facts = g_array_index (facts->captures, ArdCapture, i), .file = index };

    row.facts.text = g_string_chunk_insert_const (corpus->strings, row.facts.text);
    if (row.facts.function != ARD_NONE)
      row.facts.function += file->first_function;
    if (row.facts.parent != ARD_NONE)
      row.facts.parent += file->first_capture;
    g_array_append_val (corpus->captures, row);
  }
}

static void
append_documents (ArdCorpus *corpus, const ArdFacts *facts, ArdFile *file, guint32 index)
{
  file->first_setting = corpus->documents->len;
  file->n_settings = facts->settings->len;
  for (guint32 i = 0; i < file->n_settings; i++) {
    ArdCorpusDocumentRow row = { g_array_index (facts->settings, ArdDocumentRow, i), index };

    row.facts.key = g_string_chunk_insert_const (corpus->strings, row.facts.key);
    row.facts.value = g_string_chunk_insert_const (corpus->strings, row.facts.value);
    g_array_append_val (corpus->documents, row);
  }
}

static void
append_tokens (ArdCorpus *corpus, const ArdFacts *facts, ArdFile *file)
{
  file->first_token = corpus->tokens->len;
  file->n_tokens = file->flags & ARD_FILE_NOT_JUDGED ? 0 : facts->tokens->len;
  g_array_append_vals (corpus->tokens, facts->tokens->data, file->n_tokens);
}

static void
append_file (Reading *reading, const Slot *slot)
{
  const ArdEntry *entry = entry_of (reading, slot);
  const ArdFacts *facts = &slot->facts;
  ArdFile file = { .path = g_string_chunk_insert (reading->corpus->strings, entry->path),
                   .language = facts->language,
                   .flags = flags_of (entry, facts),
                   .blob = entry->blob,
                   .size_bytes = entry->size_bytes,
                   .lines = facts->lines,
                   .code_lines = facts->code_lines,
                   .comment_lines = facts->comment_lines,
                   .error_share = facts->error_share,
                   .measured = facts->measured,
                   .digest = facts->digest,
                   .module = ARD_NONE,
                   .coverage = NAN };

  append_rows (reading, facts, &file, reading->corpus->files->len);
  append_documents (reading->corpus, facts, &file, reading->corpus->files->len);
  append_tokens (reading->corpus, facts, &file);
  note (reading, slot, &file);
  g_array_append_val (reading->corpus->files, file);
}

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Reading *reading = data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  gint64 left_size = entry_of (reading, &reading->slots[left])->size_bytes;
  gint64 right_size = entry_of (reading, &reading->slots[right])->size_bytes;

  if (left_size != right_size)
    return left_size > right_size ? -1 : 1;
  return left < right ? -1 : left > right;
}

static const char *
digest_of (const Reading *reading, const Slot *slot)
{
  return slot->outline ? reading->outline_digest : ard_languages_digest (reading->build->languages);
}

/* A trial of the ranking asks nothing of a test: it is not ranked, and what it imports counts for nobody. */
static gboolean
is_outline (const ArdBuild *build, const ArdEntry *entry)
{
  return build->past && (entry->flags & ARD_FILE_TEST);
}

static void
prepare (Reading *reading, guint start, guint n)
{
  const ArdBuild *build = reading->build;

  for (guint i = 0; i < n; i++) {
    Slot *slot = &reading->slots[i];

    *slot = (Slot){ .entry = start + i };
    ard_facts_init (&slot->facts);

    const ArdEntry *entry = entry_of (reading, slot);

    slot->guess = ard_languages_guess (build->languages, entry->path);
    slot->outline = is_outline (build, entry);
    slot->known =
        build->store && !(entry->flags & ARD_FILE_TOO_LARGE) &&
        ard_store_find_facts (build->store, &entry->blob, slot->guess, digest_of (reading, slot), &slot->facts);
    reading->order[i] = i;
  }
  g_qsort_with_data (reading->order, (gint) n, sizeof *reading->order, compare_sizes, reading);
}

static void
merge (Reading *reading, Slot *slot)
{
  const ArdBuild *build = reading->build;

  if (slot->fresh && build->store)
    ard_store_put_facts (build->store, &entry_of (reading, slot)->blob, slot->guess, digest_of (reading, slot),
                         &slot->facts);
  append_file (reading, slot);
  ard_facts_clear (&slot->facts);
  g_clear_error (&slot->error);
}

static void
note_more (const Reading *reading)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reading->noted[i] > NOTED)
      ard_notes_add (reading->corpus->notes, NULL, "%u more files: %s", reading->noted[i] - NOTED, reasons[i]);
  if (reading->cut > NOTED)
    ard_notes_add (reading->corpus->notes, NULL, "%u more documents: their settings are not all read",
                   reading->cut - NOTED);
}

void
ard_tree_read (ArdCorpus *corpus, const ArdSnapshot *snapshot, ArdWorkers *workers, const ArdBuild *build)
{
  g_autofree Slot *slots = g_new (Slot, BATCH);
  g_autofree guint *order = g_new (guint, BATCH);
  g_autoptr (GHashTable) ordinals = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *outline_digest = g_strconcat ("outline ", ard_languages_digest (build->languages), NULL);
  guint n = snapshot->entries->len;
  Reading reading = { .build = build,
                      .snapshot = snapshot,
                      .workers = workers,
                      .corpus = corpus,
                      .slots = slots,
                      .order = order,
                      .ordinals = ordinals,
                      .outline_digest = outline_digest,
                      .meter = { build, "read the files", n, 0 } };

  for (guint start = 0; start < n; start += BATCH) {
    guint size = MIN (BATCH, n - start);

    prepare (&reading, start, size);
    ard_parallel_for (size, workers->n, read_file, &reading);
    for (guint i = 0; i < size; i++)
      merge (&reading, &slots[i]);
  }
  note_more (&reading);
  corpus->n_damaged += snapshot->n_damaged;
}
