#ifndef RENDERED_H
#define RENDERED_H

#include <check.h>

#include "made.h"
#include "reports/reports.h"

/* The bytes of one format, which must succeed; yours. */
static inline GBytes *
render_bytes (const ArdLedger *ledger, const char *format, const char *lang)
{
  g_autoptr (GError) error = NULL;
  const ArdReport *report = ard_report_find (format);

  ck_assert_ptr_nonnull (report);

  GBytes *bytes = report->render (ledger, lang, &error);

  ck_assert_msg (bytes != NULL, "%s", error ? error->message : "no error was set");
  return bytes;
}

/* The same as text, which must hold no NUL; yours. */
static inline char *
render_text (const ArdLedger *ledger, const char *format, const char *lang)
{
  g_autoptr (GBytes) bytes = render_bytes (ledger, format, lang);
  gsize size = g_bytes_get_size (bytes);
  char *text = g_strndup (g_bytes_get_data (bytes, NULL), size);

  ck_assert_uint_eq (strlen (text), size);
  return text;
}

static inline guint
count_of (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;
  return n;
}

#endif
