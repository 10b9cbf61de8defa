#include "analyzers/results.h"

#include <string.h>

#define C_FAMILY (ARD_TONGUES (C) | ARD_TONGUES (CPP))
#define JAVA_FAMILY (ARD_TONGUES (JAVA) | ARD_TONGUES (KOTLIN) | ARD_TONGUES (SCALA))

static const ArdResult statuses[] = {
#define ARD_RESULT(callee, needs, value, reason) { C_FAMILY, callee, needs, value, reason },
#include "analyzers/results/c.def"
#include "analyzers/results/win32.def"
#undef ARD_RESULT
#define ARD_RESULT(callee, needs, value, reason) { ARD_TONGUES (GO), callee, needs, value, reason },
#include "analyzers/results/go.def"
#undef ARD_RESULT
#define ARD_RESULT(callee, needs, value, reason) { JAVA_FAMILY, callee, needs, value, reason },
#include "analyzers/results/java.def"
#undef ARD_RESULT
#define ARD_RESULTS(tongue, callee, needs, value, reason) { ARD_TONGUES (tongue), callee, needs, value, reason },
#include "analyzers/results/script.def"
};

static const ArdResult tasks[] = {
#include "analyzers/results/async.def"
#undef ARD_RESULTS
};

/* The global functions of C, as C++ may name them. */
static const char *
without_scope (ArdTongue tongue, const char *callee)
{
  if (tongue != ARD_TONGUE_CPP)
    return callee;
  if (g_str_has_prefix (callee, "std::"))
    return callee + 5;
  return g_str_has_prefix (callee, "::") ? callee + 2 : callee;
}

static gboolean
matches (const char *row, const char *callee)
{
  const char *star = strchr (row, '*');

  if (*row == '.') {
    ArdSpan name = ard_simple_name (callee, strlen (callee));

    return name.length == strlen (row + 1) && memcmp (name.text, row + 1, name.length) == 0 && name.text > callee;
  }
  if (star)
    return strncmp (row, callee, (gsize) (star - row)) == 0 && g_str_has_suffix (callee, star + 1);
  return strcmp (row, callee) == 0;
}

static const ArdResult *
find (const ArdResult *rows, guint n, ArdTongue tongue, const char *callee)
{
  const char *plain = without_scope (tongue, callee);

  for (guint i = 0; i < n; i++)
    if (rows[i].tongues & (1u << tongue) && matches (rows[i].callee, plain))
      return &rows[i];
  return NULL;
}

const ArdResult *
ard_result_find (ArdTongue tongue, const char *callee)
{
  return find (statuses, G_N_ELEMENTS (statuses), tongue, callee);
}

const ArdResult *
ard_task_find (ArdTongue tongue, const char *callee)
{
  return find (tasks, G_N_ELEMENTS (tasks), tongue, callee);
}

void
ard_imports_read (ArdImports *imports, const ArdCorpus *corpus, guint32 file)
{
  const ArdFile *row = ard_file (corpus, file);

  imports->n = 0;
  for (guint32 i = 0; i < row->n_captures && imports->n < ARD_IMPORTS; i++) {
    const ArdCapture *capture = &ard_capture (corpus, row->first_capture + i)->facts;

    if (capture->kind == ARD_CAPTURE_IMPORT)
      imports->texts[imports->n++] = capture->text;
  }
}

gboolean
ard_imports_have (const ArdImports *imports, const char *needs)
{
  for (guint i = 0; i < imports->n; i++)
    if (*needs == '=' ? strcmp (imports->texts[i], needs + 1) == 0 : strstr (imports->texts[i], needs) != NULL)
      return TRUE;
  return !*needs;
}

const char *
ard_imports_named (const ArdImports *imports, ArdSpan name)
{
  for (guint i = 0; i < imports->n; i++) {
    const char *text = imports->texts[i], *last = strrchr (text, '/');

    last = last ? last + 1 : text;
    if (strlen (last) == name.length && memcmp (last, name.text, name.length) == 0)
      return text;
  }
  return NULL;
}
