#include "reports/message.h"
#include "reports/text.h"

#define N_COMMITS 3

/* Of a file of which more did not parse, nobody knows where its functions end. */
#define DOUBTFUL_SHARE 0.25

char *
ard_messages_places (const ArdLedger *ledger, const ArdItem *item)
{
  const ArdCorpus *corpus = ledger->corpus;
  const ArdCloneClass *class = item->unit == ARD_UNIT_CLONES ? ard_clone_class (corpus, item->clone_class) : NULL;
  g_autoptr (GArray) files = ard_item_files (ledger, item);
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; class && i < class->n_copies; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (corpus, class->first_copy + i);
    g_autofree char *path = ard_text_line (ard_file (corpus, copy->file)->path);

    g_string_append_printf (text, "  %s:%u-%u\n", path, copy->start_line, copy->end_line);
  }
  for (guint i = 0; item->unit == ARD_UNIT_CYCLE && i < files->len; i++) {
    g_autofree char *path = ard_text_line (ard_file (corpus, g_array_index (files, guint32, i))->path);

    g_string_append_printf (text, "  %s\n", path);
  }
  return g_string_free (text, FALSE);
}

char *
ard_messages_commits (const ArdMessages *messages, const ArdLedger *ledger, const ArdFinding *finding)
{
  g_autoptr (GArray) commits = ard_finding_commits (ledger, finding);
  g_autoptr (GString) list = g_string_new (NULL);

  if (commits->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (commits->len, N_COMMITS); i++) {
    const ArdCommit *commit = ard_commit (ledger->corpus, g_array_index (commits, guint32, i));
    const guint8 *id = commit->id.bytes;
    g_autofree char *subject = ard_text_line (commit->subject);

    g_string_append_printf (list, "%s%02x%02x%02x%02x%02x “%s”", i ? ", " : "", id[0], id[1], id[2], id[3], id[4],
                            subject);
  }
  if (commits->len > N_COMMITS)
    g_string_append_printf (list, ", … (%u)", commits->len);
  return ard_messages_fill (messages, "gate.commits", "commits", list->str, NULL);
}

char *
ard_messages_unparsed (const ArdMessages *messages, const ArdLedger *ledger, const ArdItem *item)
{
  g_autoptr (GArray) files = ard_item_files (ledger, item);
  const ArdFile *worst = ard_file (ledger->corpus, item->file);

  for (guint i = 0; i < files->len; i++) {
    const ArdFile *file = ard_file (ledger->corpus, g_array_index (files, guint32, i));

    worst = file->error_share > worst->error_share ? file : worst;
  }
  if (!(worst->error_share > DOUBTFUL_SHARE))
    return NULL;

  g_autofree char *share = ard_messages_percent (messages, worst->error_share);
  g_autofree char *path = ard_text_line (worst->path);

  return ard_messages_fill (messages, "item.unparsed", "share", share, "path", path, NULL);
}
