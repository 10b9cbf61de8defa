#include "reports/notes.h"

static void
add_all (ArdNotes *all, const ArdNotes *notes)
{
  for (guint i = 0; i < notes->len; i++) {
    const ArdNote *note = &g_array_index (notes, ArdNote, i);

    ard_notes_add (all, note->path, "%s", note->reason);
  }
}

ArdNotes *
ard_report_notes (const ArdLedger *ledger)
{
  ArdNotes *all = ard_notes_new ();

  add_all (all, ledger->corpus->notes);
  add_all (all, ledger->notes);
  ard_notes_sort (all);
  return all;
}
