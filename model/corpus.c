#include "model/corpus.h"

#include <string.h>

#define DAY_S 86400

ArdCorpus *
ard_corpus_new (void)
{
  ArdCorpus *corpus = g_new0 (ArdCorpus, 1);

  corpus->files = g_array_new (FALSE, TRUE, sizeof (ArdFile));
  corpus->functions = g_array_new (FALSE, TRUE, sizeof (ArdCorpusFunction));
  corpus->captures = g_array_new (FALSE, TRUE, sizeof (ArdCorpusCapture));
  corpus->commits = g_array_new (FALSE, TRUE, sizeof (ArdCommit));
  corpus->changes = g_array_new (FALSE, TRUE, sizeof (ArdChange));
  corpus->by_file = g_array_new (FALSE, TRUE, sizeof (guint32));
  corpus->authors = g_array_new (FALSE, TRUE, sizeof (ArdAuthor));
  corpus->people = g_array_new (FALSE, TRUE, sizeof (guint32));
  corpus->parents = g_array_new (FALSE, TRUE, sizeof (guint32));
  corpus->tokens = g_array_new (FALSE, TRUE, sizeof (ArdToken));
  corpus->documents = g_array_new (FALSE, TRUE, sizeof (ArdCorpusDocumentRow));
  corpus->dependencies = g_array_new (FALSE, TRUE, sizeof (ArdDependency));
  corpus->modules = g_array_new (FALSE, TRUE, sizeof (ArdModule));
  corpus->module_dependencies = g_array_new (FALSE, TRUE, sizeof (ArdModuleDependency));
  corpus->cycles = g_array_new (FALSE, TRUE, sizeof (ArdCycle));
  corpus->cycle_members = g_array_new (FALSE, TRUE, sizeof (guint32));
  corpus->clone_classes = g_array_new (FALSE, TRUE, sizeof (ArdCloneClass));
  corpus->clone_copies = g_array_new (FALSE, TRUE, sizeof (ArdCloneCopy));
  corpus->couplings = g_array_new (FALSE, TRUE, sizeof (ArdCoupling));
  corpus->function_revisions = g_array_new (FALSE, TRUE, sizeof (ArdFunctionRevision));
  corpus->trends = g_array_new (FALSE, TRUE, sizeof (ArdTrendPoint));
  corpus->survival = g_array_new (FALSE, TRUE, sizeof (ArdSurvival));
  corpus->knowledge = g_array_new (FALSE, TRUE, sizeof (ArdKnowledge));
  corpus->persons = g_array_new (FALSE, TRUE, sizeof (ArdPerson));
  corpus->truck_factors = g_array_new (FALSE, TRUE, sizeof (ArdTruckFactor));
  corpus->truck_people = g_array_new (FALSE, TRUE, sizeof (ArdTruckPerson));
  corpus->needs = g_array_new (FALSE, TRUE, sizeof (ArdNeed));
  corpus->scatter = g_array_new (FALSE, TRUE, sizeof (ArdScatter));
  corpus->origins = g_array_new (FALSE, TRUE, sizeof (ArdOrigin));
  corpus->missed = g_array_new (FALSE, TRUE, sizeof (ArdMissedFix));
  corpus->tags = g_array_new (FALSE, TRUE, sizeof (ArdTag));
  corpus->tag_entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  corpus->delivery = g_array_new (FALSE, TRUE, sizeof (ArdDeliveryFigure));
  corpus->quarters = g_array_new (FALSE, TRUE, sizeof (ArdDeliveryQuarter));
  corpus->notes = ard_notes_new ();
  corpus->strings = g_string_chunk_new (65536);
  return corpus;
}

void
ard_corpus_free (ArdCorpus *corpus)
{
  g_array_unref (corpus->files);
  g_array_unref (corpus->functions);
  g_array_unref (corpus->captures);
  g_array_unref (corpus->commits);
  g_array_unref (corpus->changes);
  g_array_unref (corpus->by_file);
  g_array_unref (corpus->authors);
  g_array_unref (corpus->people);
  g_array_unref (corpus->parents);
  g_array_unref (corpus->tokens);
  g_array_unref (corpus->documents);
  g_array_unref (corpus->dependencies);
  g_array_unref (corpus->modules);
  g_array_unref (corpus->module_dependencies);
  g_array_unref (corpus->cycles);
  g_array_unref (corpus->cycle_members);
  g_array_unref (corpus->clone_classes);
  g_array_unref (corpus->clone_copies);
  g_array_unref (corpus->couplings);
  g_array_unref (corpus->function_revisions);
  g_array_unref (corpus->trends);
  g_array_unref (corpus->survival);
  g_array_unref (corpus->knowledge);
  g_array_unref (corpus->persons);
  g_array_unref (corpus->truck_factors);
  g_array_unref (corpus->truck_people);
  g_array_unref (corpus->needs);
  g_array_unref (corpus->scatter);
  g_array_unref (corpus->origins);
  g_array_unref (corpus->missed);
  g_array_unref (corpus->tags);
  g_array_unref (corpus->tag_entries);
  g_array_unref (corpus->delivery);
  g_array_unref (corpus->quarters);
  ard_notes_free (corpus->notes);
  g_string_chunk_free (corpus->strings);
  g_free (corpus);
}

static void
check_file (const ArdCorpus *corpus, guint32 i)
{
  const ArdFile *file = ard_file (corpus, i);

  g_assert (i == 0 || strcmp (ard_file (corpus, i - 1)->path, file->path) < 0);
  g_assert (file->first_function + file->n_functions <= corpus->functions->len);
  g_assert (file->first_capture + file->n_captures <= corpus->captures->len);
  g_assert (file->first_change + file->n_changes <= corpus->by_file->len);
  g_assert (file->first_token + file->n_tokens <= corpus->tokens->len);
  g_assert (file->first_setting + file->n_settings <= corpus->documents->len);
  g_assert (file->first_dependency + file->n_dependencies <= corpus->dependencies->len);
  for (guint32 j = 0; j < file->n_functions; j++)
    g_assert (ard_function (corpus, file->first_function + j)->file == i);
  for (guint32 j = 0; j < file->n_captures; j++)
    g_assert (ard_capture (corpus, file->first_capture + j)->file == i);
  for (guint32 j = 0; j < file->n_changes; j++) {
    guint32 change = g_array_index (corpus->by_file, guint32, file->first_change + j);

    g_assert (change < corpus->changes->len && ard_change (corpus, change)->file == i);
  }
}

static void
sum_function_lines (const ArdCorpus *corpus, ArdFile *file)
{
  file->function_lines = 0;
  for (guint32 j = 0; j < file->n_functions; j++)
    file->function_lines += ard_function (corpus, file->first_function + j)->facts.code_lines;
}

static void
check_structure (const ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->dependencies->len; i++) {
    const ArdDependency *row = ard_dependency (corpus, i);

    g_assert (row->from < corpus->files->len && row->to < corpus->files->len);
  }
  for (guint32 i = 0; i < corpus->cycles->len; i++)
    g_assert (ard_cycle (corpus, i)->first_member + ard_cycle (corpus, i)->n_members <= corpus->cycle_members->len);
  for (guint32 i = 0; i < corpus->clone_classes->len; i++)
    g_assert (ard_clone_class (corpus, i)->first_copy + ard_clone_class (corpus, i)->n_copies <=
              corpus->clone_copies->len);
  for (guint32 i = 0; i < corpus->clone_copies->len; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (corpus, i);

    g_assert (copy->file < corpus->files->len && copy->clone_class < corpus->clone_classes->len);
    g_assert (copy->function == ARD_NONE || copy->function < corpus->functions->len);
  }
}

static void
check_missed (const ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->missed->len; i++) {
    const ArdMissedFix *row = ard_missed_fix (corpus, i);

    g_assert (row->fix < corpus->commits->len && row->clone_class < corpus->clone_classes->len);
    g_assert (row->file < corpus->files->len && row->fixed < corpus->files->len);
  }
}

static void
free_tokens (ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->files->len; i++)
    ard_file (corpus, i)->first_token = ard_file (corpus, i)->n_tokens = 0;
  g_array_unref (corpus->tokens);
  corpus->tokens = g_array_new (FALSE, TRUE, sizeof (ArdToken));
}

void
ard_corpus_seal (ArdCorpus *corpus)
{
  check_structure (corpus);
  check_missed (corpus);
  for (guint32 i = 0; i < corpus->files->len; i++) {
    check_file (corpus, i);
    sum_function_lines (corpus, ard_file (corpus, i));
  }
  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);

    g_assert (commit->author < corpus->authors->len);
    g_assert (commit->first_change + commit->n_changes <= corpus->changes->len);
    g_assert (commit->first_person + commit->n_people <= corpus->people->len);
    g_assert (commit->first_parent + commit->n_parents <= corpus->parents->len);
  }
  for (guint32 i = 0; i < corpus->changes->len; i++) {
    const ArdChange *change = ard_change (corpus, i);

    g_assert (change->commit < corpus->commits->len);
    g_assert (change->file == ARD_NONE || change->file < corpus->files->len);
  }
  free_tokens (corpus);
  corpus->sealed = TRUE;
}

gboolean
ard_corpus_is_in_use (const ArdCorpus *corpus, guint32 file, guint32 function)
{
  if (ard_file (corpus, file)->flags & ARD_FILE_NOT_IN_USE)
    return FALSE;
  while (function != ARD_NONE) {
    const ArdFunction *facts = &ard_function (corpus, function)->facts;

    if (facts->traits & ARD_FUNCTION_TEST)
      return FALSE;
    function = facts->parent < function ? facts->parent : ARD_NONE;
  }
  return TRUE;
}

guint32
ard_corpus_find_file (const ArdCorpus *corpus, const char *path)
{
  guint32 low = 0, high = corpus->files->len;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    int order = strcmp (ard_file (corpus, middle)->path, path);

    if (order == 0)
      return middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return ARD_NONE;
}

const ArdKnowledge *
ard_corpus_find_knowledge (const ArdCorpus *corpus, guint32 file, guint32 author)
{
  const ArdFile *row = ard_file (corpus, file);

  for (guint32 i = 0; i < row->n_knowledge; i++)
    if (ard_knowledge (corpus, row->first_knowledge + i)->author == author)
      return ard_knowledge (corpus, row->first_knowledge + i);
  return NULL;
}

static gboolean
may_follow (const ArdCorpus *corpus, const ArdKnowledge *row, double memory_d)
{
  const ArdPerson *person = ard_person (corpus, row->author);
  gboolean once = row->deliveries + (row->first ? 1 : 0) < 2;

  if (!person->active)
    return FALSE;
  if (row->recent > 0)
    return !once || person->recent > 1;
  return !once && (double) (corpus->now_s - row->last_s) <= memory_d * 86400;
}

const ArdKnowledge *
ard_corpus_find_next (const ArdCorpus *corpus, guint32 file, const guint8 *leaves, double memory_d)
{
  const ArdFile *facts = ard_file (corpus, file);
  const ArdKnowledge *next = NULL;

  for (guint32 i = 0; i < facts->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (corpus, facts->first_knowledge + i);

    if (leaves[row->author] || !may_follow (corpus, row, memory_d))
      continue;
    if (!next || row->recent > next->recent || (row->recent == next->recent && row->days > next->days))
      next = row;
  }
  return next;
}

guint32
ard_function_code_revisions (const ArdCorpus *corpus, const ArdCorpusFunction *function, gboolean window)
{
  guint32 n = 0;

  for (guint32 i = 0; i < function->n_revisions; i++) {
    const ArdFunctionRevision *row = ard_function_revision (corpus, function->first_revision + i);
    guint flags = ard_commit (corpus, row->commit)->flags;

    n += row->code && (!window || ((flags & ARD_COMMIT_IN_WINDOW) && !(flags & ARD_COMMIT_NOT_COUNTED)));
  }
  return n;
}

double
ard_file_hours (const ArdFile *file, const ArdSettings *settings)
{
  return file->days_month * settings->team_day_hours * settings->team_coding_share.likely;
}

gint64
ard_day_of (gint64 time_s)
{
  return time_s >= 0 ? time_s / DAY_S : -((DAY_S - 1 - time_s) / DAY_S);
}

guint64
ard_commit_repair (const ArdCommit *commit)
{
  return (guint64) commit->author << 32 | (guint32) ard_day_of (commit->time_s);
}
