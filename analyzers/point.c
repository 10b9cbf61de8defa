#include "analyzers/point.h"

#include "analyzers/tongue.h"

/* Of a reason that is no better than a question in these languages, what is below so many points. */
typedef struct {
  const char *reason;
  guint tongues;
  double below;
} Doubt;

#define ARD_DOUBT(reason, tongues, below) { reason, tongues, below },
static const Doubt doubts[] = {
#include "analyzers/doubts.def"
};
#undef ARD_DOUBT

static gboolean
is_doubtful (const ArdFile *file, double value, const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    if (g_str_equal (doubts[i].reason, reason))
      return doubts[i].tongues & (1u << ard_tongue_of (file)) && value < doubts[i].below;
  return FALSE;
}

void
ard_findings_point (ArdFindings *findings, const ArdCorpus *corpus, const ArdSettings *settings, guint32 rule,
                    guint32 capture, double value, const char *reason)
{
  const ArdCorpusCapture *row = ard_capture (corpus, capture);
  const ArdFile *file = ard_file (corpus, row->file);
  ArdFinding *finding;

  if (file->flags & (ARD_FILE_EXAMPLE | ARD_FILE_MIGRATION))
    return;
  if (is_doubtful (file, value, reason))
    value = ARD_QUESTION;
  finding = ard_findings_add (findings, corpus, settings, rule, row->file, row->facts.function, value);
  if (!finding)
    finding = ard_findings_add_review (findings, corpus, settings, rule, row->file, row->facts.function, value);
  if (!finding)
    return;
  finding->capture = capture;
  finding->start_line = row->facts.start_line;
  finding->end_line = row->facts.end_line;
  finding->reason = reason;
  finding->subject = *row->facts.text ? row->facts.text : NULL;
  finding->quantity = 1;
}

void
ard_findings_count (ArdFindings *findings, guint first)
{
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = first; i < findings->len; i++) {
      ArdFinding *finding = &g_array_index (findings, ArdFinding, i);
      gint64 unit = (gint64) ((guint64) finding->file << 32 | finding->function);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (units, &unit));

      if (finding->review)
        continue;
      if (pass == 0)
        g_hash_table_insert (units, g_memdup2 (&unit, sizeof unit), GUINT_TO_POINTER (n + 1));
      else
        finding->quantity = n;
    }
}
