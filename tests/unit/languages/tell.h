#ifndef ARD_TESTS_LANGUAGES_TELL_H
#define ARD_TESTS_LANGUAGES_TELL_H

#include "tests/unit/languages/read.h"

/* How errors are handled, in order: "try(callees) handler(types) silent; …". Of calls only those whose value is
 * dropped. Yours. */
static inline char *
tell_handling (const ArdFacts *facts)
{
  static const char *const kinds[ARD_N_CAPTURES] = {
    [ARD_CAPTURE_TRY] = "try",         [ARD_CAPTURE_HANDLER] = "handler", [ARD_CAPTURE_FINALLY] = "finally",
    [ARD_CAPTURE_THROW] = "throw",     [ARD_CAPTURE_LEAVE] = "leave",     [ARD_CAPTURE_CALL] = "call",
    [ARD_CAPTURE_IGNORED] = "ignored", [ARD_CAPTURE_ABORT] = "abort",     [ARD_CAPTURE_ASYNC] = "async",
    [ARD_CAPTURE_ERREXIT] = "errexit"
  };
  static const struct {
    guint32 trait;
    const char *word;
  } traits[] = { { ARD_TRAIT_SILENT, "silent" }, { ARD_TRAIT_LOGS, "logs" },     { ARD_TRAIT_USES_ERROR, "uses" },
                 { ARD_TRAIT_THROWS, "throws" }, { ARD_TRAIT_CATCH_ALL, "all" }, { ARD_TRAIT_CONSTANT, "constant" },
                 { ARD_TRAIT_NEW, "new" } };
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts->captures, ArdCapture, i);

    if (!kinds[row->kind] || (row->kind == ARD_CAPTURE_CALL && !(row->traits & ARD_TRAIT_DISCARDED)))
      continue;
    g_string_append_printf (told, "%s%s(%s)", told->len ? "; " : "", kinds[row->kind], row->text);
    for (guint j = 0; j < G_N_ELEMENTS (traits); j++)
      if (row->traits & traits[j].trait)
        g_string_append_printf (told, " %s", traits[j].word);
  }
  return g_string_free (told, FALSE);
}

/* Imports, packages, definitions in order: "import a.b; package c; define D". Yours. */
static inline char *
tell_structure (const ArdFacts *facts)
{
  static const char *const kinds[ARD_N_CAPTURES] = {
    [ARD_CAPTURE_IMPORT] = "import", [ARD_CAPTURE_PACKAGE] = "package", [ARD_CAPTURE_DEFINITION] = "define"
  };
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts->captures, ArdCapture, i);

    if (kinds[row->kind])
      g_string_append_printf (told, "%s%s %s", told->len ? "; " : "", kinds[row->kind], row->text);
  }
  return g_string_free (told, FALSE);
}

/* Functions with a trait, by name, " "-separated. Yours. */
static inline char *
tell_functions_with (const ArdFacts *facts, guint32 trait)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->functions->len; i++) {
    const ArdFunction *row = &g_array_index (facts->functions, ArdFunction, i);

    if (row->traits & trait)
      g_string_append_printf (told, "%s%s", told->len ? " " : "", row->name);
  }
  return g_string_free (told, FALSE);
}

#endif
