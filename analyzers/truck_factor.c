#include "analyzers/analyzers.h"
#include "analyzers/experts.h"
#include "model/rule.h"

/* Over fewer files that somebody here owns, one person is soon half of it. */
#define MIN_FILES 10

static gboolean
is_alone (const ArdCorpus *corpus, const ArdFile *file, guint32 author)
{
  gboolean owns = FALSE;

  for (guint32 i = 0; i < file->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (corpus, file->first_knowledge + i);

    if (row->owner && row->author == author)
      owns = TRUE;
    else if (row->owner && ard_person (corpus, row->author)->active)
      return FALSE;
  }
  return owns;
}

/* The largest file of the scope that the person alone owns: where the finding stands. */
static guint32
find_place (const ArdCorpus *corpus, guint32 module, guint32 author)
{
  guint32 place = ARD_NONE;

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    if (!file->measured || (file->flags & (ARD_FILE_NOT_JUDGED | ARD_FILE_NOT_IN_USE)))
      continue;
    if ((module == ARD_NONE || file->module == module) && is_alone (corpus, file, author) &&
        (place == ARD_NONE || file->code_lines > ard_file (corpus, place)->code_lines))
      place = i;
  }
  return place;
}

static gboolean
is_worked_on (const ArdCorpus *corpus, guint32 module)
{
  for (guint32 i = 0; i < corpus->files->len; i++)
    if (ard_file (corpus, i)->revisions > 0 && (module == ARD_NONE || ard_file (corpus, i)->module == module))
      return TRUE;
  return FALSE;
}

/* A folder is worth a line of its own where it hangs on one person and the repository as a whole does not. */
static gboolean
stands_out (const ArdCorpus *corpus, const ArdTruckFactor *row)
{
  return row->module == ARD_NONE || (row->active_factor == 1 && ard_truck_factor (corpus, 0)->active_factor > 1);
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("truck-factor");

  for (guint32 i = 0; !corpus->shallow && i < corpus->truck_factors->len; i++) {
    const ArdTruckFactor *row = ard_truck_factor (corpus, i);

    if (row->people < settings->knowledge_least_people || row->owned < MIN_FILES || row->active_factor == 0 ||
        !stands_out (corpus, row) || !is_worked_on (corpus, row->module))
      continue;

    guint32 author = ard_truck_person (corpus, row->first_active)->author;
    guint32 place = find_place (corpus, row->module, author);
    ArdFinding *finding = place == ARD_NONE ? NULL
                                            : ard_findings_add (findings, corpus, settings, rule, place, ARD_NONE,
                                                                1.0 / row->active_factor);

    if (finding) {
      finding->author = author;
      finding->subject = row->module == ARD_NONE ? NULL : ard_module (corpus, row->module)->path;
      finding->quantity = row->owned;
      finding->reason = row->module != ARD_NONE ? "truck-folder" : row->active_factor == 1 ? "truck-one" : "truck-more";
    }
  }
}

const ArdAnalyzer ard_analyzer_truck_factor = { "truck-factor", run };
