#include "analyzers/meant.h"

#include <string.h>

#include "analyzers/purpose.h"

/* Functions of one name that are looked at; of a name that more have, nobody can tell. */
#define MOST_NAMESAKES 256

/* Methods that so many types have that a name says nothing of whose it is. */
static const char ambiguous[] =
    "forEach addEventListener removeEventListener setState toString setTimeout setInterval "
    "clearTimeout clearInterval nextTick is_set get_event_loop create_task run_until_complete";

typedef struct {
  const ArdCorpus *corpus;
  const ArdImports *imports;
  guint32 file, function; /* of the call */
  ArdTongue tongue;
  ArdSpan name, receiver;
} Call;

static gboolean
equals (ArdSpan a, const char *b, gsize length)
{
  return a.length == length && memcmp (a.text, b, length) == 0;
}

static const char *
name_of (const ArdCorpus *corpus, guint32 function)
{
  return ard_function (corpus, function)->facts.name;
}

/* The nearest listed function around it that has a name, or ARD_NONE. */
static guint32
named_around (const ArdCorpus *corpus, guint32 function)
{
  for (guint depth = 0; depth < ARD_LEVELS && function != ARD_NONE; depth++) {
    if (*name_of (corpus, function))
      return function;
    function = ard_function (corpus, function)->facts.parent;
  }
  return ARD_NONE;
}

/* Whether it is known by its bare name: declared at the top of its file or in a function, in no class or object. */
static gboolean
is_free (const ArdCorpus *corpus, guint32 function)
{
  const char *name = name_of (corpus, function);
  ArdSpan prefix = ard_receiver (name, strlen (name));
  guint32 around = named_around (corpus, ard_function (corpus, function)->facts.parent);
  const char *outer = around == ARD_NONE ? "" : name_of (corpus, around);

  return equals (prefix, outer, strlen (outer));
}

static gboolean
is_nested (const ArdCorpus *corpus, guint32 function)
{
  return ard_function (corpus, function)->facts.parent != ARD_NONE;
}

/* What a file gives to those that import it: declared at its top, or assigned to exports. */
static gboolean
is_given (const ArdCorpus *corpus, guint32 function)
{
  const char *name = name_of (corpus, function);
  ArdSpan prefix = ard_receiver (name, strlen (name));

  return !is_nested (corpus, function) &&
         (!prefix.length || ard_words_have ("exports module.exports self.exports", prefix));
}

/* Functions around the call, from itself outwards, until the one that declares the function; ARD_LEVELS: none does. */
static guint
distance (const Call *call, guint32 function)
{
  guint32 declares = ard_function (call->corpus, function)->facts.parent, at = call->function;

  for (guint depth = 0; depth < ARD_LEVELS; depth++) {
    if (at == declares)
      return depth;
    if (at == ARD_NONE)
      break;
    at = ard_function (call->corpus, at)->facts.parent;
  }
  return ARD_LEVELS;
}

static gboolean
is_imported (const Call *call, guint32 file)
{
  const ArdFile *row = ard_file (call->corpus, call->file);
  guint32 low = row->first_dependency, high = low + row->n_dependencies;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (ard_dependency (call->corpus, middle)->to < file)
      low = middle + 1;
    else
      high = middle;
  }
  return low < row->first_dependency + row->n_dependencies && ard_dependency (call->corpus, low)->to == file;
}

/* Letters and digits of two names are the same, case aside: zigbee-herdsman, ZigbeeHerdsman. */
static gboolean
is_alike (ArdSpan a, ArdSpan b)
{
  gsize i = 0, j = 0;

  while (TRUE) {
    while (i < a.length && !g_ascii_isalnum (a.text[i]))
      i++;
    while (j < b.length && !g_ascii_isalnum (b.text[j]))
      j++;
    if (i == a.length || j == b.length)
      return i == a.length && j == b.length && i > 0;
    if (g_ascii_tolower (a.text[i++]) != g_ascii_tolower (b.text[j++]))
      return FALSE;
  }
}

/* The last part of the path without folder and extension, or of the folder's for an index. */
static ArdSpan
module_of (const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash ? slash + 1 : path, *start = path;
  gsize length = strcspn (name, ".");

  if (!slash || !ard_words_have ("index __init__", (ArdSpan){ name, length }))
    return (ArdSpan){ name, length };
  for (const char *c = path; c < slash; c++)
    if (*c == '/')
      start = c + 1;
  return (ArdSpan){ start, (gsize) (slash - start) };
}

/* Whether the file, or its folder where the folder is one module, is called as the receiver is. */
static gboolean
is_module (const Call *call, guint32 file, ArdSpan receiver)
{
  const char *path = ard_file (call->corpus, file)->path, *slash = strrchr (path, '/');

  if (is_imported (call, file) && is_alike (module_of (path), receiver))
    return TRUE;
  for (guint32 i = 0; slash && i < ard_file (call->corpus, call->file)->n_dependencies; i++) {
    guint32 to = ard_dependency (call->corpus, ard_file (call->corpus, call->file)->first_dependency + i)->to;
    const char *index = ard_file (call->corpus, to)->path, *end = strrchr (index, '/');

    if (end && end - index == slash - path && memcmp (index, path, (gsize) (slash - path)) == 0 &&
        ard_words_have ("index __init__", (ArdSpan){ end + 1, strcspn (end + 1, ".") }) &&
        is_alike (module_of (index), receiver))
      return TRUE;
  }
  return FALSE;
}

/* The last part of the owner's name: "Groups" of module.exports.Groups.show. */
static ArdSpan
owner_of (const ArdCorpus *corpus, guint32 function)
{
  const char *name = name_of (corpus, function);
  ArdSpan prefix = ard_receiver (name, strlen (name));

  return ard_simple_name (prefix.text, prefix.length);
}

/* Whether the name is taken out of an import, as far as imports tell. */
static gboolean
is_taken (const Call *call)
{
  for (guint i = 0; i < call->imports->n; i++)
    if (equals (call->name, call->imports->texts[i], strlen (call->imports->texts[i])))
      return TRUE;
  return FALSE;
}

/* How near a function is to a bare call; the smallest wins, 0 is no way. */
static guint
rank_bare (const Call *call, guint32 function)
{
  const ArdCorpusFunction *row = ard_function (call->corpus, function);

  if (row->file == call->file)
    return is_free (call->corpus, function) && distance (call, function) < ARD_LEVELS ? 1 + distance (call, function)
                                                                                      : 0;
  if (!is_given (call->corpus, function) || (call->imports->n && !is_taken (call)))
    return 0;
  return is_imported (call, row->file) ? ARD_LEVELS + 2 : ARD_LEVELS + 3;
}

/* The same for a call of the object at hand: the class around it, one that the file imports, any. */
static guint
rank_own (const Call *call, guint32 function)
{
  const ArdCorpusFunction *row = ard_function (call->corpus, function);
  guint32 around = named_around (call->corpus, call->function);
  const char *outer = around == ARD_NONE ? "" : name_of (call->corpus, around);
  ArdSpan prefix = ard_receiver (row->facts.name, strlen (row->facts.name));

  if (!prefix.length && row->file == call->file && around != ARD_NONE && /* both of one object without a name */
      ard_function (call->corpus, around)->facts.parent == row->facts.parent)
    return ard_words_have ("this self", call->receiver) ? 1 : 0;
  if (is_free (call->corpus, function) || !prefix.length)
    return 0;
  if (row->file == call->file && strncmp (outer, prefix.text, prefix.length) == 0 && outer[prefix.length] == '.')
    return ard_words_have ("super super()", call->receiver) ? 0 : 1;
  return is_imported (call, row->file) ? 2 : 3;
}

/* A method that calls another object's of its own name hands the work on: to whom, the name does not tell. */
static gboolean
is_handing_on (const Call *call)
{
  guint32 around = named_around (call->corpus, call->function);
  const char *name = around == ARD_NONE ? "" : name_of (call->corpus, around);
  ArdSpan simple = ard_simple_name (name, strlen (name));

  return equals (call->name, simple.text, simple.length);
}

/* The same for a call of something else, by what it is called. */
static guint
rank_other (const Call *call, guint32 function)
{
  const ArdCorpusFunction *row = ard_function (call->corpus, function);
  ArdSpan last = ard_simple_name (call->receiver.text, call->receiver.length), owner;
  gboolean plain = last.length == call->receiver.length;

  if (is_nested (call->corpus, function) && is_free (call->corpus, function))
    return 0;
  owner = owner_of (call->corpus, function);
  if (row->file == call->file && plain && !is_nested (call->corpus, function) && equals (owner, last.text, last.length))
    return 1;
  if (plain && is_module (call, row->file, last) &&
      (call->tongue == ARD_TONGUE_JAVASCRIPT || is_given (call->corpus, function)))
    return 2;
  if (!owner.length || !ard_name_is_telling (call->name) || is_handing_on (call))
    return 0;
  if (is_alike (owner, last) || is_imported (call, row->file) || (plain && row->file == call->file))
    return 3;
  return plain && ard_imports_named (call->imports, last) ? 3 : 4;
}

static void
add (ArdMeant *meant, const ArdNamesakes *names, const ArdCorpus *corpus, guint32 function)
{
  guint32 traits = ard_function (corpus, function)->facts.traits;

  if (!meant->n)
    meant->first = function;
  meant->n++;
  meant->n_async += (traits & ARD_FUNCTION_ASYNC) != 0;
  meant->n_safe += !ard_namesakes_let_out (names, function);
  meant->n_fixed += (traits & ARD_FUNCTION_FIXED) != 0;
}

/* Whether what was found so far from the call is enough to be sure. */
static gboolean
is_sure (const Call *call, const ArdNamesake *row, guint rank)
{
  if (!call->receiver.length)
    return rank <= ARD_LEVELS + 2 || is_taken (call) || !row->member;
  if (ard_words_have ("this self super super() cls", call->receiver))
    return rank == 1 || (ard_name_is_telling (call->name) && !ard_name_begins ("on handle", call->name) &&
                         (rank == 2 || row->n_async == row->n));
  return rank <= 2 || (rank == 3 && row->n_async == row->n);
}

gboolean
ard_name_is_telling (ArdSpan name)
{
  for (gsize i = 1; i < name.length; i++)
    if (g_ascii_isupper (name.text[i]) || (name.text[i] == '_' && i + 1 < name.length))
      return !ard_words_have (ambiguous, name);
  return FALSE;
}

ArdMeant
ard_meant_find (const ArdNamesakes *names, const ArdCorpus *corpus, guint32 call, gsize length,
                const ArdImports *imports)
{
  const ArdCorpusCapture *capture = ard_capture (corpus, call);
  const char *text = capture->facts.text;
  Call at = { .corpus = corpus,
              .imports = imports,
              .file = capture->file,
              .function = capture->facts.function,
              .tongue = ard_tongue_of (ard_file (corpus, capture->file)),
              .name = ard_simple_name (text, length),
              .receiver = ard_receiver (text, length) };
  const ArdNamesake *row = ard_namesakes_find (names, at.tongue, at.name);
  gboolean own = ard_words_have ("this self super super() cls", at.receiver);
  ArdMeant meant = { .first = ARD_NONE };
  guint nearest = 0;

  for (guint i = 0; row && row->n <= MOST_NAMESAKES && i < row->functions->len; i++) {
    guint32 function = g_array_index (row->functions, guint32, i);
    guint rank = !at.receiver.length ? rank_bare (&at, function)
                 : own               ? rank_own (&at, function)
                                     : rank_other (&at, function);

    if (!rank || (nearest && rank > nearest))
      continue;
    if (rank != nearest)
      meant = (ArdMeant){ .first = ARD_NONE };
    nearest = rank;
    add (&meant, names, corpus, function);
  }
  return meant.n && is_sure (&at, row, nearest) ? meant : (ArdMeant){ .first = ARD_NONE };
}
