#include "languages/structure.h"

#include <string.h>

#include "languages/snippet.h"

static gboolean
is_quote (char c)
{
  return c && strchr ("\"'`<>", c);
}

static void
append_import (ArdCaptureRows *rows, const ArdMark *mark, guint32 line, gboolean type_only)
{
  guint32 start = mark->start, end = mark->end, traits = 0;

  while (start < end && is_quote (rows->source->text[start]))
    start++;
  while (end > start && is_quote (rows->source->text[end - 1]))
    end--;
  if (mark->facts & ARD_FACT_IMPORT_SYSTEM)
    traits |= ARD_TRAIT_SYSTEM;
  if (type_only)
    traits |= ARD_TRAIT_TYPE_ONLY;
  if (mark->facts & ARD_FACT_IMPORT_NAME)
    traits |= ARD_TRAIT_MEMBER;
  ard_capture_rows_add_span (rows, ARD_CAPTURE_IMPORT, line, start, end, traits);
}

static void
append_definition (ArdCaptureRows *rows, const ArdMark *mark, guint32 line)
{
  const char *name = ard_units_qualify (rows->units, mark->start, mark->end);
  guint32 traits = (mark->facts & ARD_FACT_DEFINITION_ABSTRACT ? ARD_TRAIT_ABSTRACT : 0u) |
                   (mark->facts & ARD_FACT_DEFINITION_PUBLIC ? ARD_TRAIT_PUBLIC : 0u) |
                   (mark->facts & ARD_FACT_IMPORT_TYPE ? ARD_TRAIT_TYPE_ONLY : 0u);

  ard_capture_rows_add (rows, ARD_CAPTURE_DEFINITION, line, name, strlen (name), traits);
}

static void
append_reference (ArdCaptureRows *rows, const ArdMark *mark, guint32 line)
{
  guint32 traits = mark->facts & ARD_FACT_REFERENCE_BASE ? ARD_TRAIT_BASE : 0;

  g_string_truncate (rows->scratch, 0);
  ard_snippet_append (rows->scratch, rows->source, mark->start, mark->end);
  if (traits ||
      ard_capture_rows_are_new (rows, ARD_CAPTURE_REFERENCE, ARD_NONE, rows->scratch->str, rows->scratch->len))
    ard_capture_rows_add (rows, ARD_CAPTURE_REFERENCE, line, rows->scratch->str, rows->scratch->len, traits);
}

void
ard_structure_add (ArdCaptureRows *rows, const ArdMark *mark, guint32 line, gboolean type_only)
{
  guint64 facts = mark->facts;

  if (facts & (ARD_FACT_IMPORT_PATH | ARD_FACT_IMPORT_NAME))
    append_import (rows, mark, line, type_only);
  if (facts & ARD_FACT_PACKAGE)
    ard_capture_rows_add_span (rows, ARD_CAPTURE_PACKAGE, line, mark->start, mark->end, 0);
  if (facts & ARD_FACT_DEFINITION)
    append_definition (rows, mark, line);
  if (facts & ARD_FACT_REFERENCE)
    append_reference (rows, mark, line);
}

void
ard_structure_add_traits (ArdCaptureRows *rows, const ArdMark *mark)
{
  static const struct {
    guint64 fact;
    guint32 trait;
    gboolean in_head;
  } table[] = { { ARD_FACT_ASYNC_FUNCTION, ARD_FUNCTION_ASYNC, FALSE },
                { ARD_FACT_FALLIBLE, ARD_FUNCTION_FALLIBLE, TRUE },
                { ARD_FACT_FIXED, ARD_FUNCTION_FIXED, TRUE },
                { ARD_FACT_ABSTRACT, ARD_FUNCTION_ABSTRACT, FALSE },
                { ARD_FACT_ENTRY, ARD_FUNCTION_ENTRY, FALSE },
                { ARD_FACT_PUBLIC, ARD_FUNCTION_PUBLIC, FALSE },
                { ARD_FACT_FAILS, ARD_FUNCTION_FAILS, TRUE } };
  guint32 function = ard_units_innermost (rows->units);
  gboolean own = (mark->bits & ARD_MARK_FUNCTION) != 0;

  if (mark->facts & ARD_FACT_TEST)
    rows->tests_end = MAX (rows->tests_end, mark->end);
  if (function == ARD_NONE || (mark->bits & ARD_MARK_NOT_FUNCTION))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if ((mark->facts & table[i].fact) && (own || table[i].in_head))
      g_array_index (rows->facts->functions, ArdFunction, function).traits |= table[i].trait;
  if (own && mark->start < rows->tests_end)
    g_array_index (rows->facts->functions, ArdFunction, function).traits |= ARD_FUNCTION_TEST;
}
