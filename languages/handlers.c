#include "languages/handlers.h"

#include <string.h>

#include "languages/placeholder.h"

#define MUTED (ARD_FACT_HANDLER_TYPE | ARD_FACT_HANDLER_VARIABLE)
#define QUIET (ARD_FACT_TRIVIAL | ARD_FACT_CONSTANT)
/* Statements that may be one call: the first callee tells whether it only logs. */
#define CALL (ARD_FACT_STATEMENT_CALL | ARD_FACT_STATEMENT_VALUE | ARD_FACT_STATEMENT_LEAVE)

void
ard_handler_name (ArdHandler *handler, const ArdSource *source, guint32 start, guint32 end)
{
  while (start < end && (source->text[start] == '$' || source->text[start] == '@'))
    start++;
  handler->variable_start = start;
  handler->variable_end = end;
}

static gboolean
is_reading (const ArdHandler *handler)
{
  return handler->muted == 0 && (handler->bodies > 0 || !handler->has_body);
}

/* What stood before the body was not the body. */
static void
open_body (ArdHandler *handler, guint32 depth)
{
  if (!handler->has_body)
    handler->busy = handler->other = handler->logged = FALSE;
  handler->has_body = TRUE;
  if (handler->bodies++ == 0)
    handler->body_depth = depth;
}

void
ard_handler_enter (ArdHandler *handler, guint64 facts, guint32 depth)
{
  if (facts & ARD_FACT_HANDLER_BODY)
    open_body (handler, depth);
  if (facts & MUTED)
    handler->muted++;
  if (facts & QUIET)
    handler->quiet++;
  if ((facts & ARD_FACT_CONSTANT) && is_reading (handler))
    handler->traits |= ARD_TRAIT_CONSTANT;
  if ((facts & CALL) && handler->calls++ == 0)
    handler->call_told = handler->call_logs = handler->call_busy = FALSE;
  if ((facts & ARD_FACT_STATEMENT_LEAVE) && handler->leaves++ == 0) {
    handler->leave_tokens = 0;
    handler->leave_busy = FALSE;
  }
}

void
ard_handler_leave (ArdHandler *handler, guint64 facts)
{
  if ((facts & CALL) && --handler->calls == 0 && is_reading (handler)) {
    handler->logged |= handler->call_logs;
    handler->other |= handler->call_busy && !handler->call_logs;
  }
  if ((facts & ARD_FACT_STATEMENT_LEAVE) && --handler->leaves == 0 && handler->leave_tokens > 1 && !handler->leave_busy)
    handler->traits |= ARD_TRAIT_CONSTANT;
  if (facts & QUIET)
    handler->quiet--;
  if (facts & MUTED)
    handler->muted--;
  if (facts & ARD_FACT_HANDLER_BODY)
    handler->bodies--;
}

gboolean
ard_handler_returns_nothing (const ArdHandler *handler)
{
  return handler->leave_tokens <= 1;
}

gboolean
ard_handler_returns_something (const ArdHandler *handler)
{
  return handler->leave_busy;
}

gboolean
ard_handler_wants_callee (const ArdHandler *handler)
{
  return handler->calls == 1 && !handler->call_told;
}

/* Whether what is called shows its arguments to whoever looks at the console; stderr and logs are kept. */
static gboolean
is_console (const char *text)
{
  static const char *const names[] = { "print",
                                       "println",
                                       "print!",
                                       "println!",
                                       "puts",
                                       "p",
                                       "pp",
                                       "echo",
                                       "var_dump",
                                       "print_r",
                                       "printf",
                                       "console.log",
                                       "System.out.println",
                                       "fmt.Println",
                                       "fmt.Printf",
                                       "Console.WriteLine" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], text) == 0)
      return TRUE;
  return g_str_has_suffix (text, ".printStackTrace");
}

void
ard_handler_callee (ArdHandler *handler, const char *text, gboolean logs)
{
  if (logs && is_console (text))
    handler->traits |= ARD_TRAIT_PRINTS;
  if (strstr (text, "THROW") || strstr (text, "Throw") || strstr (text, "throw") || strstr (text, "raise"))
    handler->traits |= ARD_TRAIT_THROWS;
  handler->call_told = TRUE;
  handler->call_logs = logs;
}

/* Names and keywords of values that say nothing of an error. */
static gboolean
is_constant_word (const char *text, guint32 length)
{
  static const char *const words[] = { "null", "nil",   "None",      "NULL", "nullptr", "true", "false",
                                       "True", "False", "undefined", "TRUE", "FALSE",   "void0" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && memcmp (words[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_inert (const char *text, guint32 length, ArdTokenClass kind)
{
  if (kind == ARD_TOKEN_NUMBER || kind == ARD_TOKEN_STRING || is_constant_word (text, length))
    return TRUE;
  return kind == ARD_TOKEN_WORD && !g_ascii_isalpha (*text) && (guchar) *text < 0x80 && *text != '_' && *text != '@';
}

void
ard_handler_occupy (ArdHandler *handler)
{
  if (!is_reading (handler))
    return;
  handler->busy = TRUE;
  handler->leave_busy = TRUE;
  if (handler->calls)
    handler->call_busy = TRUE;
  else
    handler->other = TRUE;
}

/* Braces of the body; where it has no node, the handler's own keywords. */
static gboolean
is_delimiter (const ArdHandler *handler, const char *text, guint32 depth)
{
  if (!handler->bodies)
    return depth == handler->depth + 1;
  return depth == handler->body_depth + 1 && (!g_ascii_isalpha (*text) || g_str_has_prefix (text, "then"));
}

static gboolean
is_jump (const char *text, guint32 length)
{
  static const char *const words[] = { "return", "continue", "break", "next", "goto", "last" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && memcmp (words[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

/* Constants that say that all went well. */
static gboolean
is_success (const char *text, guint32 length)
{
  static const char *const words[] = { "true", "True", "TRUE", "Ok" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && memcmp (words[i], text, length) == 0)
      return TRUE;
  return FALSE;
}

/* A text in the user's language is for the user: whoever logs it tells. */
static gboolean
is_translation (const ArdSource *source, guint32 start, guint32 end)
{
  static const char *const words[] = { "_", "gettext", "ngettext", "translate", "tr", "i18n", "__" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == end - start && memcmp (words[i], source->text + start, end - start) == 0)
      return end < source->size && source->text[end] == '(';
  return FALSE;
}

void
ard_handler_token (ArdHandler *handler, const ArdSource *source, guint32 start, guint32 end, guint32 depth,
                   gboolean named, ArdTokenClass kind)
{
  const char *text = source->text + start;

  ard_payload_token (&handler->payload, source, handler->variable_end, start, end);
  if (is_reading (handler) && is_jump (text, end - start))
    handler->traits |= ARD_TRAIT_JUMPS;
  if (is_reading (handler) && is_translation (source, start, end))
    handler->other = TRUE;
  if (is_reading (handler) && is_success (text, end - start))
    handler->traits |= ARD_TRAIT_CLAIMS;
  if (!is_reading (handler) || handler->quiet || *text == ';')
    return;
  if (!handler->leaves && depth == handler->body_depth + 1 && strchr ("'\"`[(", *text))
    handler->valued = TRUE; /* a body that is '', [] or ({}) */
  if (handler->leaves ? handler->leave_tokens++ == 0 : !named && is_delimiter (handler, text, depth))
    return;
  if (!is_inert (text, end - start, kind))
    ard_handler_occupy (handler);
  else if ((kind != ARD_TOKEN_WORD || g_ascii_isalpha (*text)) && !g_str_has_prefix (text, "undefined"))
    handler->valued = TRUE;
}

/* The name of another thing's part is not the error's: `x.err`, not `...err`. */
static gboolean
is_member (const char *text, guint32 start)
{
  if (start >= 1 && text[start - 1] == '.')
    return start < 2 || text[start - 2] != '.';
  return start >= 2 && text[start - 1] == '>' && text[start - 2] == '-';
}

static gboolean
is_variable (const ArdHandler *handler, const ArdSource *source, guint32 start, guint32 end)
{
  guint32 length = handler->variable_end - handler->variable_start;

  return end - start == length && memcmp (source->text + start, source->text + handler->variable_start, length) == 0 &&
         !is_member (source->text, start);
}

gboolean
ard_handler_is_error (const ArdHandler *handler, const ArdSource *source, guint32 start, guint32 end)
{
  guint32 name;

  if (handler->variable_end == handler->variable_start || !is_reading (handler) || handler->quiet)
    return FALSE;
  if (is_variable (handler, source, start, end))
    return TRUE;
  while (ard_placeholder_next (source->text, end, &start, &name))
    if (is_variable (handler, source, name, start))
      return TRUE;
  return FALSE;
}

/* A name that says that the error is not wanted. */
static gboolean
is_intended (const char *name, guint32 length)
{
  static const char *const words[] = { "ignore", "expected", "unused", "swallow" };

  if (length == 1 && *name == '_')
    return TRUE;
  for (; length && *name == '_'; name++)
    length--;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (length >= strlen (words[i]) && g_ascii_strncasecmp (name, words[i], strlen (words[i])) == 0)
      return TRUE;
  return FALSE;
}

guint32
ard_handler_traits (const ArdHandler *handler, const ArdSource *source)
{
  const char *name = source->text + handler->variable_start;
  guint32 length = handler->variable_end - handler->variable_start;
  guint32 traits = handler->traits;

  if (!handler->busy)
    traits |= ARD_TRAIT_SILENT;
  if (!handler->busy && handler->valued)
    traits |= ARD_TRAIT_CONSTANT;
  if (handler->logged)
    traits |= handler->other ? ARD_TRAIT_TELLS : ARD_TRAIT_LOGS | ARD_TRAIT_TELLS;
  if (length && ard_payload_is_spared (&handler->payload, source, handler->variable_end))
    traits |= ARD_TRAIT_GUARDED;
  if (length && !(length == 1 && *name == '_'))
    traits |= ARD_TRAIT_NAMED;
  if (length && is_intended (name, length))
    traits |= ARD_TRAIT_INTENDED;
  return traits;
}
