#include "analyzers/handled.h"

#include <string.h>

static const char endings[] = "__del__ __exit__ Close close Dispose dispose inalize deinit Destroy destroy Shutdown "
                              "shutdown Teardown TearDown teardown "
                              "tear_down Cleanup CleanUp cleanup clean_up Stop stop Quit quit Disconnect disconnect "
                              "Terminate terminate Unload unload";

/* ArdCallees of a block that still has one thing to fail; where attributes are calls too, more (house). */
#define LARGEST_TRY 5
#define LARGEST_RUBY 10

ArdSpan
ard_handled_name (const ArdHandled *handled)
{
  const char *name = handled->function == ARD_NONE ? "" : ard_function (handled->corpus, handled->function)->facts.name;

  return ard_simple_name (name, strlen (name));
}

/* The last name of what a THROW raises: "Stop" of "new Stop (x)", "Gone" of "errors.Gone (x)". */
static ArdSpan
raised (const char *text)
{
  const char *start = g_str_has_prefix (text, "new ") ? text + strlen ("new ") : text;

  return ard_simple_name (start, strcspn (start, " ({"));
}

static gboolean
is_thrown_in (const ArdCorpus *corpus, guint32 block, ArdSpan type)
{
  const ArdCorpusCapture *around = ard_capture (corpus, block);

  for (guint32 i = block + 1; i < corpus->captures->len; i++) {
    const ArdCorpusCapture *at = ard_capture (corpus, i);

    if (at->file != around->file || at->facts.start_line > around->facts.end_line)
      return FALSE;
    if (at->facts.kind == ARD_CAPTURE_THROW) {
      ArdSpan name = raised (at->facts.text);

      if (name.length == type.length && memcmp (name.text, type.text, name.length) == 0)
        return TRUE;
    }
  }
  return FALSE;
}

/* Whether every caught type is its file's own or thrown by the block itself: control flow by design. */
static gboolean
catches_own (const ArdCorpus *corpus, guint32 file, const ArdCapture *handler, GHashTable *own)
{
  const char *at = handler->text;
  gboolean some = FALSE;
  ArdSpan type;

  while (ard_next_word (&at, &type)) {
    ArdSpan simple = ard_simple_name (type.text, type.length);
    g_autofree char *name = g_strdup_printf ("%u %.*s", file, (int) simple.length, simple.text);

    if (!simple.length)
      continue;
    some = TRUE;
    if (!(own && g_hash_table_contains (own, name)) &&
        !(handler->parent != ARD_NONE && is_thrown_in (corpus, handler->parent, simple)))
      return FALSE;
  }
  return some;
}

/* Imports stand at a file's head; what is read of them is bounded. */
#define MAX_HEAD 400

/* Whether a type of PHP's own is written, in a namespace, as if it were the namespace's: such a handler catches
 * nothing. */
static gboolean
names_no_class (const ArdCorpus *corpus, guint32 file, const char *types)
{
  guint32 first = ard_file (corpus, file)->first_capture, n = MIN (ard_file (corpus, file)->n_captures, MAX_HEAD);
  gboolean in_namespace = FALSE;

  if (!*types || strpbrk (types, "\\ "))
    return FALSE;
  for (guint32 i = first; i < first + n; i++) {
    const ArdCapture *at = &ard_capture (corpus, i)->facts;

    if (at->kind == ARD_CAPTURE_TRY)
      break;
    in_namespace |= at->kind == ARD_CAPTURE_PACKAGE;
    if (at->kind == ARD_CAPTURE_IMPORT && strstr (at->text, types))
      return FALSE;
  }
  return in_namespace;
}

ArdHandled
ard_handled_open (const ArdCorpus *corpus, guint32 row, GHashTable *own)
{
  const ArdCorpusCapture *capture = ard_capture (corpus, row);
  ArdHandled opened = { .corpus = corpus, .handler = &capture->facts, .function = capture->facts.function };

  if (opened.handler->parent != ARD_NONE && ard_capture (corpus, opened.handler->parent)->facts.kind == ARD_CAPTURE_TRY)
    opened.block = &ard_capture (corpus, opened.handler->parent)->facts;
  if (opened.block)
    opened.function = opened.block->function;
  opened.row = row;
  opened.file = capture->file;
  opened.path = ard_file (corpus, capture->file)->path;
  opened.tongue = ard_tongue_of (ard_file (corpus, capture->file));
  opened.breadth = ard_handler_breadth (opened.tongue, opened.handler);
  opened.callees = ard_callees_read (opened.tongue, opened.block ? opened.block->text : "");
  opened.thrown = opened.breadth >= ARD_BREADTH_BROAD
                      ? opened.tongue == ARD_TONGUE_PHP && names_no_class (corpus, capture->file, opened.handler->text)
                      : catches_own (corpus, capture->file, opened.handler, NULL);
  opened.own = opened.thrown ||
               (opened.breadth <= ARD_BREADTH_NARROW && catches_own (corpus, capture->file, opened.handler, own));
  return opened;
}

/* Whether the function, by its name, ends something. */
static gboolean
is_ending (const ArdHandled *self)
{
  ArdSpan name = ard_handled_name (self);

  return ard_words_part (endings, name) || ard_words_have ("drop delete", name) ||
         (name.length && name.text > ard_function (self->corpus, self->function)->facts.name && name.text[-1] == '~');
}

/* Whether it stands in another handler or a finally block. */
static gboolean
is_on_way_out (const ArdHandled *self)
{
  return self->handler->parent != ARD_NONE && ard_capture_way_out (self->corpus, self->handler->parent) != ARD_NONE;
}

static gboolean
catches_control (const ArdCapture *handler)
{
  const char *at = handler->text;
  ArdSpan type;

  while (ard_next_word (&at, &type))
    if (!ard_type_is_control (type))
      return FALSE;
  return TRUE;
}

gboolean
ard_handled_throws_itself (const ArdHandled *self)
{
  if (!self->block)
    return FALSE;
  for (guint32 i = self->handler->parent + 1; i < self->corpus->captures->len; i++) {
    const ArdCapture *at = &ard_capture (self->corpus, i)->facts;

    if (at->start_line > self->handler->start_line || ard_capture (self->corpus, i)->file != self->file)
      return FALSE;
    if (at->kind == ARD_CAPTURE_THROW && at->parent == self->handler->parent)
      return TRUE;
  }
  return FALSE;
}

gboolean
ard_handled_is_answered (const ArdHandled *self)
{
  const ArdCallees *callees = &self->callees;

  if (!self->block || self->tongue == ARD_TONGUE_GO || self->tongue == ARD_TONGUE_C)
    return FALSE; /* there it is the error itself that is set again */
  if (ard_handled_throws_itself (self) && !callees->acts && !callees->changes)
    return TRUE;
  if (callees->n == callees->neutral)
    return callees->n || self->tongue != ARD_TONGUE_RUBY; /* there a call without arguments is a bare name */
  if (self->block->traits & ARD_TRAIT_OTHER_WAY && !callees->deeds)
    return TRUE;
  return self->block->traits & ARD_TRAIT_ANSWERED && !callees->acts && !callees->changes;
}

gboolean
ard_handled_is_relied (const ArdHandled *handled)
{
  return handled->block && handled->block->traits & ARD_TRAIT_RELIED && handled->breadth != ARD_BREADTH_EXPECTED &&
         !handled->own &&
         !(handled->handler->traits & (ARD_TRAIT_CONSTANT | ARD_TRAIT_JUMPS | ARD_TRAIT_GUARDED | ARD_TRAIT_INTENDED));
}

gboolean
ard_handled_only_asks (const ArdHandled *handled)
{
  const ArdCallees *callees = &handled->callees;

  return callees->asks && callees->n <= callees->asks + callees->neutral;
}

gboolean
ard_handled_is_last_resort (const ArdHandled *handled)
{
  const ArdCorpus *corpus = handled->corpus;

  for (guint32 i = handled->row; handled->block && i-- > handled->handler->parent;)
    if (ard_capture (corpus, i)->facts.kind == ARD_CAPTURE_HANDLER &&
        ard_capture (corpus, i)->facts.parent == handled->handler->parent)
      return TRUE;
  return FALSE;
}

gboolean
ard_handled_is_decided (const ArdHandled *handled)
{
  guint traits = handled->handler->traits;
  gboolean returns = handled->block && handled->block->traits & ARD_TRAIT_RETURNS;

  if (handled->tongue == ARD_TONGUE_GO)
    return traits & ARD_TRAIT_JUMPS && !(traits & ARD_TRAIT_CONSTANT);
  return traits & ARD_TRAIT_IN_LOOP && (returns || (!handled->callees.acts && !handled->callees.changes));
}

gboolean
ard_handled_hides (const ArdHandled *handled)
{
  guint traits = handled->handler->traits;

  if (handled->tongue == ARD_TONGUE_GO)
    return handled->function != ARD_NONE &&
           ard_function (handled->corpus, handled->function)->facts.traits & ARD_FUNCTION_FALLIBLE;
  if (traits & ARD_TRAIT_CALLBACK)
    return FALSE;
  if (traits & ARD_TRAIT_CLAIMS)
    return handled->callees.changes + handled->callees.acts > 0;
  return handled->tongue == ARD_TONGUE_RUBY && handled->callees.changes;
}

/* Whether the constant that it returns is an answer of its function. */
static gboolean
is_answer (const ArdHandled *self)
{
  ArdSpan name = ard_handled_name (self);

  if (!(self->handler->traits & ARD_TRAIT_CONSTANT))
    return FALSE;
  if (ard_name_is_question (name) || ard_name_is_lookup (name) || self->breadth == ARD_BREADTH_NARROW)
    return TRUE;
  return !ard_handled_hides (self) && !(self->callees.acts + self->callees.changes) &&
         !(self->breadth >= ARD_BREADTH_BROAD && self->callees.opaque);
}

gboolean
ard_handled_is_shown (const ArdHandled *self)
{
  const ArdCallees *callees = &self->callees;
  guint traits = self->handler->traits;

  if (traits & (ARD_TRAIT_COMMENTED | ARD_TRAIT_GUARDED) || self->thrown || callees->fails)
    return TRUE;
  if (traits & ARD_TRAIT_INTENDED && (self->breadth == ARD_BREADTH_NARROW || self->breadth == ARD_BREADTH_EXPECTED ||
                                      (!callees->changes && traits & ARD_TRAIT_NAMED)))
    return TRUE;
  if (self->breadth == ARD_BREADTH_EXPECTED && (catches_control (self->handler) || !(callees->acts + callees->changes)))
    return TRUE;
  if (callees->cleanup && callees->n <= callees->cleanup + 1)
    return TRUE;
  return is_on_way_out (self) || (is_ending (self) && !(callees->acts + callees->changes)) || is_answer (self);
}

gboolean
ard_handled_is_usual (const ArdHandled *self)
{
  const ArdCallees *callees = &self->callees;
  gboolean few = callees->n <= (self->tongue == ARD_TONGUE_RUBY ? LARGEST_RUBY : LARGEST_TRY);

  if (self->own || ard_handled_is_shown (self))
    return TRUE;
  if (callees->trifles && callees->n <= callees->trifles + callees->neutral + 1)
    return TRUE;
  if (few && (self->breadth == ARD_BREADTH_EXPECTED || (self->block && is_ending (self))))
    return TRUE;
  if (callees->cleanup && !callees->acts && !callees->changes)
    return TRUE;
  return self->breadth == ARD_BREADTH_UNKNOWN && callees->probes && callees->n <= callees->probes + callees->neutral;
}

GHashTable *
ard_own_types (const ArdCorpus *corpus)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < corpus->captures->len; i++) {
    const ArdCapture *capture = &ard_capture (corpus, i)->facts;

    if (capture->kind == ARD_CAPTURE_DEFINITION) {
      ArdSpan simple = ard_simple_name (capture->text, strlen (capture->text));

      g_hash_table_add (own,
                        g_strdup_printf ("%u %.*s", ard_capture (corpus, i)->file, (int) simple.length, simple.text));
    }
  }
  return g_steal_pointer (&own);
}
