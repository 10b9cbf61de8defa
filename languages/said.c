#include "languages/said.h"

#include <string.h>

/* Bytes of a comment that are read (house). */
#define LONGEST 600

static const char *const words[] = {
  "best effort",   "best-effort",  "ignor",        "fire and forget", "fire-and-forget", "don't care",
  "do not care",   "n't matter",   "not matter",   "n't wait",        "not wait",        "n't need to",
  "no need",       "never fail",   "n't fail",     "not fail",        "cannot fail",     "may fail",
  "might fail",    "can fail",     "not critical", "harmless",        "optional",        "nolint",
  "errcheck",      "no-floating",  "on purpose",   "intentional",     "deliberate",      "in the background",
  "in case",       "workaround",   "not await",    "n't await",       "without await",   "unawaited",
  "no await",      "non-critical", "coverity",     "swallow",         "suppress",        "ruf006",
  "safe to",       "not fatal",    "warn_unused",  "unused result",   "unused_result",   "nothing we can",
  "nothing to do", "no point",     "sc2164",       "non-blocking",
};

gboolean
ard_said_read (ArdSaid *said, const ArdSource *source, guint32 start, guint32 end, guint32 line)
{
  g_autofree char *text = g_ascii_strdown (source->text + start, (gssize) MIN (end - start, LONGEST));
  gboolean says = said->behind && line <= said->behind;

  for (guint i = 0; i < G_N_ELEMENTS (words) && !says; i++)
    says = strstr (text, words[i]) != NULL;
  said->last = 1 + ard_source_find_line (source, end > start ? end - 1 : start);
  if (says)
    said->behind = said->last;
  return says;
}

gboolean
ard_said_above (const ArdSaid *said, guint32 line)
{
  return said->behind > 0 && said->behind == line;
}
