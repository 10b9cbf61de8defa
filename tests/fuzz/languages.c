#include "languages/languages.h"
#include "tests/fuzz/drive.h"

/* The first byte chooses the language, the others are the file. */
int
LLVMFuzzerTestOneInput (const uint8_t *bytes, size_t size)
{
  static const char *const paths[] = { "a.c",        "a.cc",   "a.py", "a.js",      "a.ts",     "a.tsx",
                                       "a.java",     "a.go",   "a.h",  "a",         "a.txt",    "a.json",
                                       "a.yaml",     "a.toml", "a.tf", "a.xml",     "Makefile", "a.ini",
                                       "Dockerfile", "go.mod", "a.md", ".gitignore" };
  static ArdSettings *settings;
  static ArdLanguages *languages;
  static ArdReader *reader;
  g_auto (ArdFacts) facts = { 0 };

  if (!reader) {
    settings = ard_settings_new ();
    ard_settings_seal (settings);
    languages = ard_languages_new (settings, NULL);
    reader = ard_reader_new (languages);
  }
  if (size == 0)
    return 0;

  g_autoptr (GBytes) rest = g_bytes_new (bytes + 1, size - 1);

  ard_facts_init (&facts);
  ard_reader_read (reader, paths[bytes[0] % G_N_ELEMENTS (paths)], rest, &facts);
  for (guint i = 0; i < facts.functions->len; i++) {
    const ArdFunction *function = &g_array_index (facts.functions, ArdFunction, i);

    g_assert (function->start_line >= 1 && function->start_line <= function->end_line);
    g_assert (function->end_line <= facts.lines);
    g_assert (function->parent == ARD_NONE || function->parent < facts.functions->len);
    g_assert (g_utf8_validate (function->name, -1, NULL));
  }
  for (guint i = 0; i < facts.captures->len; i++)
    g_assert (g_utf8_validate (g_array_index (facts.captures, ArdCapture, i).text, -1, NULL));
  for (guint i = 0; i < facts.settings->len; i++) {
    const ArdDocumentRow *row = &g_array_index (facts.settings, ArdDocumentRow, i);

    g_assert (row->line >= 1 && row->line <= MAX (facts.lines, 1));
    g_assert (*row->key && g_utf8_validate (row->key, -1, NULL) && g_utf8_validate (row->value, -1, NULL));
  }
  g_assert (facts.code_lines + facts.comment_lines + facts.blank_lines <= 2 * (guint64) facts.lines);
  return 0;
}
