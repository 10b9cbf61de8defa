#include <string.h>

#include "cli/command.h"
#include "cli/print.h"
#include "languages/languages.h"

static int
run (const ArdOptions *options G_GNUC_UNUSED, char *const *arguments G_GNUC_UNUSED, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ard_n_language_rows; i++) {
    const ArdLanguageRow *row = &ard_language_rows[i];

    g_string_append_printf (text, "%-12s %s\n%-12s measures: %s\n", row->name, row->extensions, "", row->measures);
  }
  g_string_append (text, "Text         everything else\n             measures: lines, history\n");
  return ard_print_result (text->str, text->len, error) ? 0 : -1;
}

const ArdCommand ard_command_languages = {
  .name = "languages",
  .arguments = "",
  .doc = "what is measured in each language",
  .run = run,
};
