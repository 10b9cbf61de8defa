#include "languages/callees.h"

#include <string.h>

#include "languages/snippet.h"

/* A text grows up to twice what is kept before its beginning is dropped. */
#define MAX_TEXT (2 * ARD_SNIPPET)

typedef struct {
  guint32 start;    /* first byte of all its callees */
  guint32 offset;   /* of its text */
  guint32 brackets; /* open ones */
} Chain;

struct ArdCallees {
  const ArdSource *source;
  GArray *chains; /* of Chain, open ones, outermost first */
  GString *text;  /* of all of them */
};

ArdCallees *
ard_callees_new (void)
{
  ArdCallees *self = g_new0 (ArdCallees, 1);

  self->chains = g_array_new (FALSE, FALSE, sizeof (Chain));
  self->text = g_string_new (NULL);
  return self;
}

void
ard_callees_free (ArdCallees *callees)
{
  if (!callees)
    return;
  g_array_unref (callees->chains);
  g_string_free (callees->text, TRUE);
  g_free (callees);
}

void
ard_callees_begin (ArdCallees *callees, const ArdSource *source)
{
  callees->source = source;
  g_array_set_size (callees->chains, 0);
  g_string_truncate (callees->text, 0);
}

static Chain *
innermost (const ArdCallees *callees)
{
  return callees->chains->len ? &g_array_index (callees->chains, Chain, callees->chains->len - 1) : NULL;
}

gboolean
ard_callees_enter (ArdCallees *callees, guint32 start)
{
  const Chain *chain = innermost (callees);
  Chain opened = { .start = start, .offset = (guint32) callees->text->len };

  if (chain && chain->start == start && chain->brackets == 0)
    return FALSE;
  g_array_append_val (callees->chains, opened);
  return TRUE;
}

const char *
ard_callees_text (const ArdCallees *callees, gsize *length)
{
  const char *text = callees->text->str + innermost (callees)->offset;

  *length = strlen (text);
  if (*length > ARD_SNIPPET) {
    text += *length - ARD_SNIPPET;
    while (((guchar) *text & 0xC0) == 0x80)
      text++;
    *length = strlen (text);
  }
  return text;
}

void
ard_callees_leave (ArdCallees *callees, gboolean outermost)
{
  Chain *chain = innermost (callees);

  chain->brackets = 0;
  if (!outermost)
    return;
  g_string_truncate (callees->text, chain->offset);
  g_array_set_size (callees->chains, callees->chains->len - 1);
}

void
ard_callees_open_arguments (ArdCallees *callees)
{
  Chain *chain = innermost (callees);

  if (!chain)
    return;
  if (chain->brackets == 0)
    g_string_append (callees->text, "()");
  chain->brackets++;
}

void
ard_callees_close_arguments (ArdCallees *callees)
{
  Chain *chain = innermost (callees);

  if (chain && chain->brackets > 0)
    chain->brackets--;
}

gboolean
ard_callees_open (const ArdCallees *callees)
{
  return callees->chains->len > 0;
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || (guchar) c >= 0x80;
}

static void
append (ArdCallees *callees, const Chain *chain, guint32 start, guint32 end)
{
  GString *text = callees->text;
  const char *token = callees->source->text + start;

  if (text->len > chain->offset && is_word (text->str[text->len - 1]) && is_word (*token))
    g_string_append_c (text, ' ');
  for (end = MIN (end, start + MAX_TEXT); start < end; start++, token++)
    if ((guchar) *token > ' ')
      g_string_append_c (text, *token);
  if (text->len - chain->offset > MAX_TEXT)
    g_string_erase (text, chain->offset, (gssize) (text->len - chain->offset - ARD_SNIPPET - 4));
}

void
ard_callees_token (ArdCallees *callees, guint32 start, guint32 end, gboolean named)
{
  Chain *chain = innermost (callees);
  char first = callees->source->text[start], last = callees->source->text[end - 1];
  gboolean closes = !named && first && strchr (")]}", first);

  if (closes && chain->brackets > 0)
    chain->brackets--;
  if (chain->brackets == 0)
    append (callees, chain, start, end);
  if (!named && !closes && last && strchr ("([{", last))
    chain->brackets++;
}
