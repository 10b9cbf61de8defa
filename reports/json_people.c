#include "reports/json_people.h"

#include "reports/json_value.h"

static json_t *
name_of (const ArdLedger *ledger, guint32 author)
{
  g_autofree char *name = ard_name_of_author (ledger->corpus, author);

  return ard_json_string (name);
}

static json_t *
day_of (gint64 time_s)
{
  g_autofree char *day = time_s ? ard_name_of_day (time_s) : NULL;

  return ard_json_string (day);
}

json_t *
ard_json_people (const ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  json_t *rows = json_array ();

  for (guint32 i = 0; i < corpus->persons->len; i++) {
    const ArdPerson *person = ard_person (corpus, i);
    json_t *row;

    if (ard_author (corpus, i)->bot || person->last_s == 0)
      continue;
    row = json_object ();
    ard_json_set (row, "author", name_of (ledger, i));
    ard_json_set (row, "active", json_boolean (person->active));
    ard_json_set (row, "commits", json_integer (person->commits));
    ard_json_set (row, "recent_commits", json_integer (person->recent));
    ard_json_set (row, "first_day", day_of (person->first_s));
    ard_json_set (row, "last_day", day_of (person->last_s));
    ard_json_set (row, "code_files", json_integer (person->files));
    ard_json_set (row, "alone", json_integer (person->alone));
    ard_json_set (row, "days", ard_json_rounded (person->days, ARD_FIGURE_VALUE));
    json_array_append_new (rows, row);
  }
  return rows;
}

json_t *
ard_json_owners (const ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  json_t *rows = json_array ();

  for (guint32 i = 0; i < corpus->knowledge->len; i++) {
    const ArdKnowledge *owner = ard_knowledge (corpus, i);
    json_t *row;

    if (!owner->owner)
      continue;
    row = json_object ();
    ard_json_set_path (row, ard_file (corpus, owner->file)->path);
    ard_json_set (row, "author", name_of (ledger, owner->author));
    ard_json_set (row, "first_author", json_boolean (owner->first));
    ard_json_set (row, "deliveries", json_integer (owner->deliveries));
    ard_json_set (row, "others", json_integer (owner->others));
    ard_json_set (row, "recent_commits", json_integer (owner->recent));
    ard_json_set (row, "doa", ard_json_rounded (owner->doa, ARD_FIGURE_VALUE));
    ard_json_set (row, "share", ard_json_rounded (owner->share, ARD_FIGURE_SHARE));
    ard_json_set (row, "days", ard_json_rounded (owner->days, ARD_FIGURE_VALUE));
    ard_json_set (row, "last_day", day_of (owner->last_s));
    json_array_append_new (rows, row);
  }
  return rows;
}

static json_t *
make_leavers (const ArdLedger *ledger, guint32 first, guint32 n)
{
  json_t *rows = json_array ();

  for (guint32 i = 0; i < n; i++) {
    const ArdTruckPerson *person = ard_truck_person (ledger->corpus, first + i);
    json_t *row = json_object ();

    ard_json_set (row, "author", name_of (ledger, person->author));
    ard_json_set (row, "files", json_integer (person->files));
    json_array_append_new (rows, row);
  }
  return rows;
}

json_t *
ard_json_truck_factors (const ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  json_t *rows = json_array ();

  for (guint32 i = 0; i < corpus->truck_factors->len; i++) {
    const ArdTruckFactor *truck = ard_truck_factor (corpus, i);
    json_t *row = json_object ();

    ard_json_set (row, "module",
                  truck->module == ARD_NONE ? json_null ()
                                            : ard_json_string (ard_module (corpus, truck->module)->path));
    ard_json_set (row, "code_files", json_integer (truck->files));
    ard_json_set (row, "active_people", json_integer (truck->people));
    ard_json_set (row, "factor", json_integer (truck->factor));
    ard_json_set (row, "leavers", make_leavers (ledger, truck->first_leaver, truck->factor));
    ard_json_set (row, "coverage", ard_json_rounded (truck->coverage, ARD_FIGURE_SHARE));
    ard_json_set (row, "owned_files", json_integer (truck->owned));
    ard_json_set (row, "active_factor", json_integer (truck->active_factor));
    ard_json_set (row, "active_leavers", make_leavers (ledger, truck->first_active, truck->active_factor));
    ard_json_set (row, "active_coverage", ard_json_rounded (truck->active_coverage, ARD_FIGURE_SHARE));
    ard_json_set (row, "active_factor_of_all", json_integer (truck->all_factor));
    ard_json_set (row, "active_coverage_of_all", ard_json_rounded (truck->all_coverage, ARD_FIGURE_SHARE));
    json_array_append_new (rows, row);
  }
  return rows;
}

json_t *
ard_json_needs (const ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  json_t *rows = json_array ();

  for (guint32 i = 0; i < corpus->needs->len; i++) {
    const ArdNeed *need = ard_need (corpus, i);
    const ArdCoupling *strongest = ard_coupling (corpus, need->strongest);
    json_t *row = json_object ();

    ard_json_set (row, "one", name_of (ledger, need->one));
    ard_json_set (row, "other", name_of (ledger, need->other));
    ard_json_set (row, "need", ard_json_rounded (need->need, ARD_FIGURE_SHARE));
    ard_json_set (row, "couplings", json_integer (need->couplings));
    ard_json_set (row, "strongest_one", ard_json_string (ard_file (corpus, strongest->one)->path));
    ard_json_set (row, "strongest_other", ard_json_string (ard_file (corpus, strongest->other)->path));
    ard_json_set (row, "shared_commits", json_integer (need->shared));
    json_array_append_new (rows, row);
  }
  return rows;
}
