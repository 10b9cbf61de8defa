#include <string.h>

#include "scoring/pairing.h"
#include "scoring/parts.h"

/* Whether what has this digest stood in the base tree and does not stand there more often now. */
static gboolean
is_no_copy (GHashTable *table, guint64 digest)
{
  const ArdPopulation *row = digest ? g_hash_table_lookup (table, &digest) : NULL;

  return row && row->n_head <= row->n_base;
}

/* Whether what has this digest stands no less often than at the base. */
static gboolean
is_kept (GHashTable *table, guint64 digest)
{
  const ArdPopulation *row = digest ? g_hash_table_lookup (table, &digest) : NULL;

  return row && row->n_head >= row->n_base;
}

static gboolean
file_is_old (const ArdPairing *pairing, guint32 file)
{
  const ArdFile *row = ard_file (pairing->head->corpus, file);
  guint32 was = pairing->files[file];

  return is_no_copy (pairing->blobs, row->digest) ||
         (was != ARD_NONE && ard_file (pairing->base->corpus, was)->digest == row->digest);
}

static gboolean
function_is_old (const ArdPairing *pairing, guint32 index)
{
  const ArdCorpus *base = pairing->base->corpus;
  const ArdCorpusFunction *function = ard_function (pairing->head->corpus, index);
  guint32 was = pairing->files[function->file];

  if (is_no_copy (pairing->digests, function->facts.digest))
    return TRUE;
  for (guint i = 0; was != ARD_NONE && i < ard_file (base, was)->n_functions; i++) {
    const ArdCorpusFunction *old = ard_function (base, ard_file (base, was)->first_function + i);

    if (old->facts.digest == function->facts.digest && old->ordinal == function->ordinal &&
        strcmp (old->facts.name, function->facts.name) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
ard_pairing_unit_is_old (const ArdPairing *pairing, const ArdFinding *finding)
{
  const ArdCorpus *head = pairing->head->corpus;

  if (ard_finding_is_comment (finding, head))
    return FALSE;
  if (finding->cycle == ARD_NONE)
    return finding->function == ARD_NONE ? file_is_old (pairing, finding->file)
                                         : function_is_old (pairing, finding->function);

  const ArdCycle *cycle = ard_cycle (head, finding->cycle);

  for (guint32 i = 0; i < cycle->n_members; i++)
    if (!file_is_old (pairing, g_array_index (head->cycle_members, guint32, cycle->first_member + i)))
      return FALSE;
  return TRUE;
}

static gboolean
place_remains (const ArdPairing *pairing, guint32 file, guint32 function)
{
  const ArdCorpus *base = pairing->base->corpus;

  return function == ARD_NONE ? is_kept (pairing->blobs, ard_file (base, file)->digest)
                              : is_kept (pairing->digests, ard_function (base, function)->facts.digest);
}

gboolean
ard_pairing_unit_remains (const ArdPairing *pairing, const ArdFinding *finding)
{
  const ArdCorpus *base = pairing->base->corpus;
  const ArdCloneClass *class = finding->clone_class == ARD_NONE ? NULL : ard_clone_class (base, finding->clone_class);
  const ArdCycle *cycle = finding->cycle == ARD_NONE ? NULL : ard_cycle (base, finding->cycle);

  if (ard_finding_is_comment (finding, base))
    return FALSE;
  for (guint32 i = 0; class && i < class->n_copies; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (base, class->first_copy + i);

    if (!place_remains (pairing, copy->file, copy->function))
      return FALSE;
  }
  for (guint32 i = 0; cycle && i < cycle->n_members; i++)
    if (!place_remains (pairing, g_array_index (base->cycle_members, guint32, cycle->first_member + i), ARD_NONE))
      return FALSE;
  return class || cycle || place_remains (pairing, finding->file, finding->function);
}
