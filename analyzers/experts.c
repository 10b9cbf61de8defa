#include "analyzers/experts.h"

/* A major contributor (Bird et al. 2011); a single commit teaches nobody a file. */
#define MAJOR_SHARE 0.05
#define MIN_COMMITS 2

/* Less is a list of constants, a version number, a glue of includes. */
#define MIN_LINES 100
#define MIN_COMPLEXITY 10

#define MIN_REVISIONS 3
#define LARGE_LINES 400
#define LARGE_COMPLEXITY 100

static gboolean
knows (const ArdKnowledge *row)
{
  guint32 own = row->deliveries + (row->first ? 1 : 0), all = row->deliveries + row->others + 1;

  return row->owner || (own >= MIN_COMMITS && own >= MAJOR_SHARE * all);
}

ArdExperts
ard_experts_find (const ArdCorpus *corpus, guint32 file)
{
  const ArdFile *facts = ard_file (corpus, file);
  ArdExperts experts = { NULL, 0, NULL };

  for (guint32 i = 0; i < facts->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (corpus, facts->first_knowledge + i);

    if (row->owner && !experts.first)
      experts.first = row;
    if (!knows (row) || !ard_person (corpus, row->author)->active)
      continue;
    experts.active++;
    if (!experts.last)
      experts.last = row;
  }
  return experts;
}

static guint32
sum_complexity (const ArdCorpus *corpus, const ArdFile *file)
{
  guint32 sum = 0;

  for (guint32 i = 0; i < file->n_functions; i++)
    sum += ard_function (corpus, file->first_function + i)->facts.cognitive;
  return sum;
}

gboolean
ard_experts_are_needed (const ArdCorpus *corpus, guint32 file)
{
  const ArdFile *facts = ard_file (corpus, file);

  if (!facts->measured || facts->revisions == 0 || (facts->flags & (ARD_FILE_NOT_IN_USE | ARD_FILE_NOT_JUDGED)))
    return FALSE;

  guint32 complexity = sum_complexity (corpus, facts);

  if (facts->code_lines < MIN_LINES && complexity < MIN_COMPLEXITY)
    return FALSE;
  return facts->revisions >= MIN_REVISIONS || (facts->code_lines >= LARGE_LINES && complexity >= LARGE_COMPLEXITY);
}

guint32
ard_experts_count_people (const ArdCorpus *corpus)
{
  return corpus->truck_factors->len ? ard_truck_factor (corpus, 0)->people : 0;
}
