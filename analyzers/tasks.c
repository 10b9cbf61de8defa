#include "analyzers/floating.h"

#include <string.h>

#include "analyzers/deeds.h"
#include "analyzers/handlers.h"
#include "analyzers/point.h"
#include "analyzers/purpose.h"

const char *
ard_floating_reason (ArdTongue tongue)
{
  switch (tongue) {
  case ARD_TONGUE_PYTHON:
    return "async-python-never";
  case ARD_TONGUE_JAVASCRIPT:
    return "async-promise";
  case ARD_TONGUE_CSHARP:
    return "async-task";
  case ARD_TONGUE_GO:
    return "async-go";
  case ARD_TONGUE_KOTLIN:
    return "async-kotlin";
  case ARD_TONGUE_SWIFT:
    return "async-swift";
  default:
    return "async-lost";
  }
}

/* An async void method has no Task that anybody could await. */
static const char *
reason_of_task (ArdTongue tongue, const char *text)
{
  static const char head[] = "async void";
  const char *found = strstr (text, head), *body = strchr (text, '{');

  return tongue == ARD_TONGUE_CSHARP && found && (!body || found < body) ? "async-void" : ard_floating_reason (tongue);
}

/* What a task does first: the name behind "=>", "=> {" or in the brackets, of Rust behind "async move {" too. */
static ArdSpan
task_callee (ArdTongue tongue, const char *text)
{
  const char *lambda = strstr (text, "=>"), *inside = lambda ? lambda + 2 : strchr (text, '(');

  if (tongue == ARD_TONGUE_RUST && inside && g_str_has_prefix (inside, "(async "))
    inside = strchr (inside, '{');
  if (!inside)
    return (ArdSpan){ "", 0 };
  inside += strspn (inside, " ({");
  return ard_simple_name (inside, strcspn (inside, "(,){;"));
}

/* C#: whether a method of ours ends its errors itself, in a handler that does not hand them on. */
static gboolean
handles (const ArdFloating *place, const ArdNamesake *own)
{
  for (guint i = 0; i < own->functions->len; i++)
    if (place->takers[g_array_index (own->functions, guint32, i)])
      return TRUE;
  return FALSE;
}

/* A task that is one call of the repository's own function, of which not all return an error: it has none to lose. */
static gboolean
cannot_fail (const ArdFloating *place, const char *text)
{
  const ArdNamesake *own = ard_namesakes_find (place->names, place->tongue, task_callee (place->tongue, text));

  if (place->tongue == ARD_TONGUE_CSHARP)
    return own && ((own->n_safe == own->n && own->n_async == own->n) || handles (place, own));
  if (place->tongue != ARD_TONGUE_RUST)
    return FALSE;
  return own ? own->n_fallible < own->n : strchr (text, '?') == NULL;
}

/* An async void method that handles all it awaits. */
static gboolean
is_safe_void (const ArdFloating *place, guint32 row)
{
  const ArdCorpusCapture *task = ard_capture (place->corpus, row);
  gboolean awaits = FALSE;

  if (task->facts.function == ARD_NONE || ard_namesakes_let_out (place->names, task->facts.function) ||
      strcmp (reason_of_task (place->tongue, task->facts.text), "async-void") != 0)
    return FALSE;
  for (guint32 i = row; i < place->corpus->captures->len && !awaits; i++) {
    const ArdCorpusCapture *next = ard_capture (place->corpus, i);

    if (next->file != task->file)
      break;
    awaits = next->facts.function == task->facts.function && next->facts.traits & ARD_TRAIT_AWAITED;
  }
  return awaits;
}

/* Swift: whether all that the task tries is dropped in so many words. */
static gboolean
says_so (const ArdFloating *place, const char *text)
{
  const char *at = text;
  guint n = 0;

  while (place->tongue == ARD_TONGUE_SWIFT && (at = strstr (at, "try"))) {
    if (at[strlen ("try")] != '?')
      return FALSE;
    at += strlen ("try");
    n++;
  }
  return n > 0;
}

/* Lines in which what an asynchronous task does begins with a try of its own. */
#define NEAR 3

/* Whether what the task does is a try, or is an event's handler, which nobody can await. */
static gboolean
is_looked_after (const ArdCorpus *corpus, guint32 row)
{
  const ArdCorpusCapture *task = ard_capture (corpus, row);
  const char *name = task->facts.function == ARD_NONE ? "" : ard_function (corpus, task->facts.function)->facts.name;

  for (guint32 i = row + 1; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *next = ard_capture (corpus, i);

    if (next->file != task->file || next->facts.start_line > task->facts.start_line + NEAR)
      break;
    if (next->facts.kind == ARD_CAPTURE_TRY)
      return TRUE;
  }
  return strstr (task->facts.text, "async void") && /* timers hand over an object */
         (strstr (task->facts.text, "(object") ||
          (ard_function_is_boundary (corpus, task->facts.function) ||
           ard_words_part ("_ Handle Callback Handler Event Click Changed", ard_simple_name (name, strlen (name)))));
}

/* JavaScript: a function that begins at once, at a file's top, ends Node with its error and the page's script alike. */
static gboolean
is_start (const ArdFloating *place, const ArdCapture *task, guint32 traits)
{
  return traits & ARD_TRAIT_DISCARDED && ard_function (place->corpus, task->function)->facts.parent == ARD_NONE;
}

/* Whether it returns a value: whoever was given it takes what it gives. */
static gboolean
is_awaited_after_all (const char *text)
{
  const char *found = strstr (text, "return ");

  return found && strncmp (found, "return ;", strlen ("return ;")) != 0;
}

/* Whether somebody's work is lost, or whoever waits for the promise that it is to settle; or nothing is known. */
static gboolean
is_grave (const ArdFloating *place, const ArdCapture *task)
{
  gsize head = strcspn (task->text, "{");

  return place->deeds[task->function] || g_strstr_len (task->text, (gssize) head, "resolve") ||
         place->alone[place->file];
}

/* JavaScript: an asynchronous function that is given away, or a promise that is made and dropped. */
static double
judge_given (const ArdFloating *place, const ArdCapture *task, const char **reason)
{
  gboolean function = !g_str_has_prefix (task->text, "new ");

  *reason = function ? "async-handler" : "async-promise";
  if (!function)
    return 1;
  if (task->function == ARD_NONE || !ard_namesakes_let_out (place->names, task->function) ||
      ard_floating_is_watched (place) || is_start (place, task, task->traits))
    return 0;
  return is_awaited_after_all (task->text) || !is_grave (place, task) ? ARD_QUESTION : 1;
}

/* Kotlin: what stands in the brackets of the launch, or empty: its context. */
static ArdSpan
context_of (const char *text)
{
  gsize head = strcspn (text, "({");

  return text[head] == '(' ? (ArdSpan){ text + head + 1, strcspn (text + head + 1, "{") } : (ArdSpan){ "", 0 };
}

/* Whether the name of something that the text calls says that something is kept. */
static gboolean
keeps_something (const char *text)
{
  for (const char *open = strchr (text, '('); open; open = strchr (open + 1, '('))
    if (ard_name_is_kept (ard_simple_name (text, (gsize) (open - text))))
      return TRUE;
  return FALSE;
}

/* Kotlin: a context that is handed over may bring a Job, whose children's errors it takes. */
static double
judge_launch (const ArdFloating *place, const ArdCapture *task)
{
  if (ard_words_part ("ontext job Job", context_of (task->text)))
    return 0;
  return keeps_something (task->text) || place->alone[place->file] ? 1 : ARD_QUESTION;
}

double
ard_floating_judge_task (const ArdFloating *floating, guint32 row, const char **reason)
{
  const ArdCapture *task = &ard_capture (floating->corpus, row)->facts;

  if (task->traits & ARD_TRAIT_COMMENTED)
    return 0;
  if (floating->tongue == ARD_TONGUE_JAVASCRIPT)
    return judge_given (floating, task, reason);
  *reason = reason_of_task (floating->tongue, task->text);
  if (is_safe_void (floating, row) || says_so (floating, task->text) || is_looked_after (floating->corpus, row) ||
      cannot_fail (floating, task->text))
    return 0;
  if (floating->tongue == ARD_TONGUE_KOTLIN)
    return judge_launch (floating, task);
  /* C#: work that is given to the pool and left there is mostly begun so on purpose */
  return floating->tongue == ARD_TONGUE_CSHARP && strcmp (*reason, "async-void") != 0 ? ARD_QUESTION : 1;
}
