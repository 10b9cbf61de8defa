#include "languages/reasons.h"

#include <string.h>

/* Bytes of a comment that are read for its reason (house). */
#define LONGEST_REASON 600

/* Words in which people say that something may fail, and that it may. */
static const char *const reasons[] = {
  "fail",           "ignor",       "error",       "exception",       "throw",          "raise",         "catch",
  "optional",       "swallow",     "suppress",    "safely",          "harmless",       "fallback",      "fall back",
  "may not",        "might not",   "can't",       "cannot",          "won't",          "doesn't",       "not exist",
  "not be",         "unless",      "don't care",  "best effort",     "if supported",   "not supported", "if available",
  "not available",  "best-effort", "in case",     "legacy",          "reject",         "abort",         "only present",
  "only available", "if present",  "if possible", "fire-and-forget", "fire and forget"
};

/* What is said to a tool. */
static const char *const directives[] = { "type: ignore", "type:ignore", "noqa",        "pylint",       "eslint",
                                          "nosec",        "@ts-",        "nolint",      "noinspection", "rubocop",
                                          "biome-",       "prettier-",   "istanbul",    "swiftlint",    "phpcs",
                                          "phpstan",      "pyright",     "mypy:",       "pyre-",        "tslint",
                                          "jshint",       "nosonar",     "checkstyle:", "detekt" };

/* How a comment begins that finds fault with the code it stands at. */
static const char *const verdicts[] = { "noncompliant", "non-compliant", "not compliant", "flaw:",  "violation",
                                        "bad:",         "wrong:",        "nok",           "smell:", "problem:" };

static gboolean
has_any (const ArdSource *source, guint32 start, guint32 end, const char *const *words, guint n)
{
  g_autofree char *text = g_ascii_strdown (source->text + start, (gssize) (end - start));

  for (guint i = 0; i < n; i++)
    if (strstr (text, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
ard_comment_is_directive (const ArdSource *source, guint32 start, guint32 end)
{
  return has_any (source, start, end, directives, G_N_ELEMENTS (directives));
}

gboolean
ard_comment_explains (const ArdSource *source, guint32 start, guint32 end)
{
  return !ard_comment_is_directive (source, start, end) &&
         has_any (source, start, end, reasons, G_N_ELEMENTS (reasons));
}

/* A verdict alone: "// bad", "# [broad-except]". */
static gboolean
is_verdict (const char *text, gsize length)
{
  if (length >= 2 && text[0] == '[' && text[length - 1] == ']')
    return memchr (text, ' ', length) == NULL;
  return (length == 3 && memcmp (text, "bad", 3) == 0) || (length == 5 && memcmp (text, "wrong", 5) == 0);
}

gboolean
ard_comment_finds_fault (const ArdSource *source, guint32 start, guint32 end)
{
  static const char around[] = "/*#-;!<> \t\r\n";
  g_autofree char *text = NULL;

  while (start < end && strchr (around, source->text[start]))
    start++;
  while (end > start && strchr (around, source->text[end - 1]))
    end--;
  text = g_ascii_strdown (source->text + start, (gssize) (end - start));
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_str_has_prefix (text, verdicts[i]) && !g_ascii_isalpha (text[strlen (verdicts[i])]))
      return TRUE;
  return is_verdict (text, end - start);
}

guint32
ard_comment_end (const ArdSource *source, guint32 start)
{
  guint32 most = (guint32) MIN ((gsize) source->size, (gsize) start + LONGEST_REASON);
  gboolean block = start + 1 < most && memcmp (source->text + start, "/*", 2) == 0;
  guint32 end = start;

  while (end < most &&
         (block ? !(end > start + 2 && memcmp (source->text + end - 2, "*/", 2) == 0) : source->text[end] != '\n'))
    end++;
  return end;
}
