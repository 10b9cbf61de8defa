#include "reports/message.h"
#include "reports/text.h"

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
