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
    g_string_append_printf (told, "%s%s(", told->len ? "; " : "", kinds[row->kind]);
    for (const char *at = row->text; *at; at++) /* what is called for what it does: test_standby.c */
      if (row->kind != ARD_CAPTURE_TRY || *at != ';')
        g_string_append_c (told, *at);
    g_string_append_c (told, ')');
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

/* Each check reads a text that its grammar reads whole; what is expected is told by the functions above. */

static inline void
check_measures (const char *path, const char *text, const char *functions)
{
  g_auto (ArdFacts) facts = read_facts (path, text, -1);
  g_autofree char *told = tell_functions (&facts);

  ck_assert_str_eq (told, functions);
  ck_assert_double_eq (facts.error_share, 0);
}

static inline void
check_handling (const char *path, const char *text, const char *handling)
{
  g_auto (ArdFacts) facts = read_facts (path, text, -1);
  g_autofree char *told = tell_handling (&facts);

  ck_assert_str_eq (told, handling);
  ck_assert_double_eq (facts.error_share, 0);
}

static inline void
check_structure (const char *path, const char *text, const char *structure)
{
  g_auto (ArdFacts) facts = read_facts (path, text, -1);
  g_autofree char *told = tell_structure (&facts);

  ck_assert_str_eq (told, structure);
  ck_assert_double_eq (facts.error_share, 0);
}

static inline void
check_traits (const char *path, const char *text, guint32 trait, const char *names)
{
  g_auto (ArdFacts) facts = read_facts (path, text, -1);
  g_autofree char *told = tell_functions_with (&facts, trait);

  ck_assert_str_eq (told, names);
  ck_assert_double_eq (facts.error_share, 0);
}

#endif
