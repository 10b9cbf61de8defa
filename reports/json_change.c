#include "reports/json_change.h"

#include "reports/json_value.h"

static json_t *
path_of (const ArdLedger *ledger, guint32 file)
{
  return ard_json_string (ard_file (ledger->corpus, file)->path);
}

static json_t *
id_of (const ArdLedger *ledger, const ArdOid *id)
{
  g_autofree char *hex = ard_name_of_commit (ledger->corpus, id);

  return json_string (hex);
}

json_t *
ard_json_coupling (const ArdLedger *ledger, guint32 index)
{
  const ArdCoupling *pair = ard_coupling (ledger->corpus, index);
  json_t *row = json_object ();

  ard_json_set (row, "one", path_of (ledger, pair->one));
  ard_json_set (row, "other", path_of (ledger, pair->other));
  ard_json_set (row, "together", json_integer (pair->together));
  ard_json_set (row, "revisions_one", json_integer (pair->revisions_one));
  ard_json_set (row, "revisions_other", json_integer (pair->revisions_other));
  ard_json_set (row, "confidence", ard_json_rounded (pair->confidence, ARD_FIGURE_SHARE));
  ard_json_set (row, "lift", ard_json_rounded (pair->lift, ARD_FIGURE_VALUE));
  ard_json_set (row, "across_modules", json_boolean (pair->across));
  ard_json_set (row, "depends", json_boolean (pair->depends));
  return row;
}

json_t *
ard_json_scatter (const ArdLedger *ledger, guint32 index)
{
  const ArdScatter *scatter = ard_scatter (ledger->corpus, index);
  json_t *row = json_object ();

  ard_json_set_path (row, ard_file (ledger->corpus, scatter->file)->path);
  ard_json_set (row, "change_sets", json_integer (scatter->sets));
  ard_json_set (row, "files", ard_json_rounded (scatter->files, ARD_FIGURE_VALUE));
  ard_json_set (row, "modules", ard_json_rounded (scatter->modules, ARD_FIGURE_VALUE));
  ard_json_set (row, "wide", ard_json_rounded (scatter->wide, ARD_FIGURE_SHARE));
  return row;
}

json_t *
ard_json_origin (const ArdLedger *ledger, guint32 index)
{
  const ArdOrigin *origin = ard_origin (ledger->corpus, index);
  json_t *row = json_object ();

  ard_json_set (row, "fix", id_of (ledger, &ard_commit (ledger->corpus, origin->fix)->id));
  ard_json_set (row, "origin", id_of (ledger, &ard_commit (ledger->corpus, origin->origin)->id));
  ard_json_set_path (row, ard_file (ledger->corpus, origin->file)->path);
  ard_json_set (row, "lines", json_integer (origin->lines));
  return row;
}

static json_t *
make_figure (const ArdDeliveryFigure *figure)
{
  json_t *row = json_object ();

  ard_json_set (row, "id", json_string (figure->id));
  ard_json_set (row, "status", json_string (ard_name_delivery (figure->status)));
  ard_json_set (row, "value", ard_json_rounded (figure->value, ARD_FIGURE_VALUE));
  ard_json_set (row, "p90", ard_json_rounded (figure->high, ARD_FIGURE_VALUE));
  ard_json_set (row, "unit", json_string (figure->unit));
  ard_json_set (row, "attention", ard_json_rounded (figure->attention, ARD_FIGURE_VALUE));
  ard_json_set (row, "critical", ard_json_rounded (figure->critical, ARD_FIGURE_VALUE));
  ard_json_set (row, "n", json_integer (figure->n));
  ard_json_set (row, "reason", ard_json_string (figure->reason));
  return row;
}

static json_t *
make_quarter (const ArdDeliveryQuarter *quarter)
{
  g_autofree char *name = ard_name_of_quarter (quarter->quarter);
  json_t *row = json_object ();

  ard_json_set (row, "quarter", json_string (name));
  ard_json_set (row, "commits", json_integer (quarter->commits));
  ard_json_set (row, "fixes", json_integer (quarter->fixes));
  ard_json_set (row, "people", json_integer (quarter->people));
  ard_json_set (row, "newcomers", json_integer (quarter->newcomers));
  ard_json_set (row, "releases", json_integer (quarter->releases));
  ard_json_set (row, "branches", json_integer (quarter->branches));
  ard_json_set (row, "lead_days", ard_json_rounded (quarter->lead_d, ARD_FIGURE_VALUE));
  ard_json_set (row, "cycle_days", ard_json_rounded (quarter->cycle_d, ARD_FIGURE_VALUE));
  return row;
}

static json_t *
make_tag (const ArdLedger *ledger, const ArdTag *tag)
{
  g_autofree char *day = ard_name_of_day (tag->time_s);
  json_t *row = json_object ();

  ard_json_set (row, "name", ard_json_string (tag->name));
  ard_json_set (row, "commit", id_of (ledger, &tag->id));
  ard_json_set (row, "day", json_string (day));
  ard_json_set (row, "time", json_integer (tag->time_s));
  ard_json_set (row, "in_history", json_boolean (tag->commit != ARD_NONE));
  return row;
}

json_t *
ard_json_delivery (const ArdLedger *ledger)
{
  const ArdCorpus *corpus = ledger->corpus;
  json_t *delivery = json_object (), *figures = json_array (), *quarters = json_array (), *releases = json_array ();

  for (guint i = 0; i < corpus->delivery->len; i++)
    json_array_append_new (figures, make_figure (ard_delivery (corpus, i)));
  for (guint i = 0; i < corpus->quarters->len; i++)
    json_array_append_new (quarters, make_quarter (ard_quarter (corpus, i)));
  for (guint i = 0; i < corpus->tags->len; i++)
    if (ard_tag (corpus, i)->release)
      json_array_append_new (releases, make_tag (ledger, ard_tag (corpus, i)));
  ard_json_set (delivery, "figures", figures);
  ard_json_set (delivery, "quarters", quarters);
  ard_json_set (delivery, "releases", releases);
  return delivery;
}
