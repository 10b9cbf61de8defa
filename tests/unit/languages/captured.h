#ifndef ARD_TESTS_LANGUAGES_CAPTURED_H
#define ARD_TESTS_LANGUAGES_CAPTURED_H

#include "tests/unit/languages/read.h"

/* Letters of the traits, in the order of ArdTraits from SILENT on. */
#define TRAIT_LETTERS "SLUTACMKEN" /* Silent Logs Uses Throws All Commented Marked Konstant lEaves Named */

static inline void
tell_traits (GString *told, const ArdCapture *row)
{
  for (guint i = 0; TRAIT_LETTERS[i]; i++)
    if (row->traits & 1u << i)
      g_string_append_c (told, TRAIT_LETTERS[i]);
  if (row->traits & ARD_TRAIT_NEW)
    g_string_append_c (told, '+');
  if (row->traits & ARD_TRAIT_INTENDED)
    g_string_append_c (told, 'i');
  if (row->traits & ARD_TRAIT_CALLBACK)
    g_string_append_c (told, 'c');
  if (row->traits & ARD_TRAIT_EITHER)
    g_string_append_c (told, 'e');
  if (row->traits & ARD_TRAIT_PRINTS)
    g_string_append_c (told, 'p');
  if (row->kind == ARD_CAPTURE_HANDLER && row->traits & ARD_TRAIT_EXPLAINED)
    g_string_append_c (told, 'x');
}

/* What stands of one kind, "LINE text/TRAITS; …"; calls: discarded d, awaited a, voided v, in a loop l. Yours. */
static inline char *
tell_kind (const ArdFacts *facts, ArdCaptureKind kind)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts->captures, ArdCapture, i);

    if (row->kind != kind)
      continue;
    g_string_append_printf (told, "%s%u %s/", told->len ? "; " : "", row->start_line, row->text);
    if (kind != ARD_CAPTURE_CALL)
      tell_traits (told, row);
    for (guint j = 0; kind == ARD_CAPTURE_CALL && j < 3; j++)
      if (row->traits & (guint) ARD_TRAIT_DISCARDED << j)
        g_string_append_c (told, "dav"[j]);
    if (kind == ARD_CAPTURE_CALL && row->traits & ARD_TRAIT_IN_LOOP)
      g_string_append_c (told, 'l');
  }
  return g_string_free (told, FALSE);
}

/* Functions with traits, "name/asfbep; …": async fallible fixed abstract entry public. Yours. */
static inline char *
tell_function_traits (const ArdFacts *facts, guint32 of)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->functions->len; i++) {
    const ArdFunction *row = &g_array_index (facts->functions, ArdFunction, i);

    if (!(row->traits & of))
      continue;
    g_string_append_printf (told, "%s%s/", told->len ? "; " : "", *row->name ? row->name : "-");
    for (guint j = 0; j < 6; j++)
      if (row->traits & of & 1u << j)
        g_string_append_c (told, "afxbep"[j]);
  }
  return g_string_free (told, FALSE);
}

#endif
