#include "reports/sqlite_people.h"

static void
put_author (ArdExport *export, guint32 author)
{
  g_autofree char *name = ard_name_of_author (export->ledger->corpus, author);

  ard_export_put_bytes (export, name);
}

static void
write_people (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "people",
                     "author TEXT, is_active INTEGER, commits INTEGER, first_time INTEGER, last_time INTEGER, "
                     "code_files INTEGER, alone INTEGER, days REAL, recent_commits INTEGER");
  for (guint32 i = 0; i < corpus->persons->len; i++) {
    const ArdPerson *person = ard_person (corpus, i);

    if (ard_author (corpus, i)->bot || person->last_s == 0)
      continue;
    put_author (export, i);
    ard_export_put_count (export, TRUE, person->active);
    ard_export_put_count (export, TRUE, person->commits);
    ard_export_put_count (export, TRUE, person->first_s);
    ard_export_put_count (export, TRUE, person->last_s);
    ard_export_put_count (export, TRUE, person->files);
    ard_export_put_count (export, TRUE, person->alone);
    ard_export_put_number (export, ard_figure_round (person->days, ARD_FIGURE_VALUE));
    ard_export_put_count (export, TRUE, person->recent);
    ard_export_end (export);
  }
}

static void
write_knowledge (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "knowledge",
                     "path TEXT, author TEXT, is_owner INTEGER, is_first_author INTEGER, deliveries INTEGER, "
                     "others INTEGER, doa REAL, share REAL, days REAL, last_time INTEGER, "
                     "recent_commits INTEGER");
  for (guint32 i = 0; i < corpus->knowledge->len; i++) {
    const ArdKnowledge *row = ard_knowledge (corpus, i);

    ard_export_put_bytes (export, ard_file (corpus, row->file)->path);
    put_author (export, row->author);
    ard_export_put_count (export, TRUE, row->owner);
    ard_export_put_count (export, TRUE, row->first);
    ard_export_put_count (export, TRUE, row->deliveries);
    ard_export_put_count (export, TRUE, row->others);
    ard_export_put_number (export, ard_figure_round (row->doa, ARD_FIGURE_VALUE));
    ard_export_put_number (export, ard_figure_round (row->share, ARD_FIGURE_SHARE));
    ard_export_put_number (export, ard_figure_round (row->days, ARD_FIGURE_VALUE));
    ard_export_put_count (export, TRUE, row->last_s);
    ard_export_put_count (export, TRUE, row->recent);
    ard_export_end (export);
  }
}

static const char *
module_of (const ArdCorpus *corpus, const ArdTruckFactor *truck)
{
  return truck->module == ARD_NONE ? NULL : ard_module (corpus, truck->module)->path;
}

static void
write_factors (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "truck_factors",
                     "module TEXT, code_files INTEGER, active_people INTEGER, factor INTEGER, coverage REAL, "
                     "owned_files INTEGER, active_factor INTEGER, active_coverage REAL, active_factor_of_all INTEGER, "
                     "active_coverage_of_all REAL");
  for (guint32 i = 0; i < corpus->truck_factors->len; i++) {
    const ArdTruckFactor *truck = ard_truck_factor (corpus, i);

    ard_export_put_bytes (export, module_of (corpus, truck));
    ard_export_put_count (export, TRUE, truck->files);
    ard_export_put_count (export, TRUE, truck->people);
    ard_export_put_count (export, TRUE, truck->factor);
    ard_export_put_number (export, ard_figure_round (truck->coverage, ARD_FIGURE_SHARE));
    ard_export_put_count (export, TRUE, truck->owned);
    ard_export_put_count (export, TRUE, truck->active_factor);
    ard_export_put_number (export, ard_figure_round (truck->active_coverage, ARD_FIGURE_SHARE));
    ard_export_put_count (export, TRUE, truck->all_factor);
    ard_export_put_number (export, ard_figure_round (truck->all_coverage, ARD_FIGURE_SHARE));
    ard_export_end (export);
  }
}

static void
write_leavers (ArdExport *export, const ArdTruckFactor *truck, gboolean active)
{
  const ArdCorpus *corpus = export->ledger->corpus;
  guint32 first = active ? truck->first_active : truck->first_leaver;

  for (guint32 i = 0; i < (active ? truck->active_factor : truck->factor); i++) {
    ard_export_put_bytes (export, module_of (corpus, truck));
    ard_export_put_count (export, TRUE, active);
    ard_export_put_count (export, TRUE, i + 1);
    put_author (export, ard_truck_person (corpus, first + i)->author);
    ard_export_put_count (export, TRUE, ard_truck_person (corpus, first + i)->files);
    ard_export_end (export);
  }
}

static void
write_needs (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  ard_export_create (export, "communication_needs",
                     "one TEXT, other TEXT, need REAL, couplings INTEGER, strongest_one TEXT, strongest_other TEXT, "
                     "shared_commits INTEGER");
  for (guint32 i = 0; i < corpus->needs->len; i++) {
    const ArdNeed *need = ard_need (corpus, i);
    const ArdCoupling *strongest = ard_coupling (corpus, need->strongest);

    put_author (export, need->one);
    put_author (export, need->other);
    ard_export_put_number (export, ard_figure_round (need->need, ARD_FIGURE_SHARE));
    ard_export_put_count (export, TRUE, need->couplings);
    ard_export_put_bytes (export, ard_file (corpus, strongest->one)->path);
    ard_export_put_bytes (export, ard_file (corpus, strongest->other)->path);
    ard_export_put_count (export, TRUE, need->shared);
    ard_export_end (export);
  }
}

void
ard_export_people (ArdExport *export)
{
  const ArdCorpus *corpus = export->ledger->corpus;

  write_people (export);
  write_knowledge (export);
  write_factors (export);
  ard_export_create (export, "truck_people",
                     "module TEXT, is_active INTEGER, place INTEGER, author TEXT, files INTEGER");
  for (guint32 i = 0; i < corpus->truck_factors->len; i++) {
    write_leavers (export, ard_truck_factor (corpus, i), FALSE);
    write_leavers (export, ard_truck_factor (corpus, i), TRUE);
  }
  write_needs (export);
}
