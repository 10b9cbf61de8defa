#ifndef ARD_RENDER_H
#define ARD_RENDER_H

#include "model/ledger.h"

/*
 * One function a format; the rows of ard_reports[] name them. All are pure: the
 * ledger in, the whole file's bytes out, nothing written.
 *
 * ledger    borrowed, scored, and compared where a base was given
 * lang      "en" or "fr": language of titles and sentences; keys and enums stay English
 *
 * Returns:  yours
 * Errors:   ARD_ERROR_USAGE for an unknown language, ARD_ERROR_OUTPUT when the format's
 *           library fails
 */
GBytes *ard_render_html (const ArdLedger *ledger, const char *lang, GError **error);
GBytes *ard_render_junit (const ArdLedger *ledger, const char *lang, GError **error);
/* The same without file and line on testcases, which Jenkins' xunit plugin has refused since 2.0. */
GBytes *ard_render_xunit (const ArdLedger *ledger, const char *lang, GError **error);
GBytes *ard_render_json (const ArdLedger *ledger, const char *lang, GError **error);
GBytes *ard_render_csv (const ArdLedger *ledger, const char *lang, GError **error);
GBytes *ard_render_markdown (const ArdLedger *ledger, const char *lang, GError **error);
GBytes *ard_render_sqlite (const ArdLedger *ledger, const char *lang, GError **error);

#endif
