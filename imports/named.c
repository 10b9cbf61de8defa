#include "imports/resolve.h"

#include <string.h>

#define MOST_PACKAGES 256
/* C# files of global usings; each is asked for each file. */
#define MOST_GLOBALS 256

/* One file while its names are resolved. */
typedef struct {
  ArdResolution *resolution;
  guint32 from;
  const ArdFile *file;
  const char *family;
  GHashTable *own;     /* last parts of the names that it defines or imports one by one */
  GHashTable *used;    /* first parts of the names that its code uses */
  GPtrArray *packages; /* of char *: all their names may be used */
  char *package;       /* the one that it is in, at the row under way */
} Names;

static gboolean
is_named (const ArdFile *file)
{
  static const char *const languages[] = { "Java", "Kotlin", "Scala", "C#", "PHP", NULL };

  return ard_text_is_in (file->language, languages);
}

static const char *
last_part (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot ? dot + 1 : name;
}

/* Product code does not use the names that test code defines. */
static guint32
file_of (Names *names, const char *name)
{
  const GArray *files = ard_definitions_find (names->resolution->definitions, names->family, name);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; files && i < files->len; i++) {
    guint32 file = g_array_index (files, guint32, i);

    if (file == names->from)
      return file;
    if ((names->file->flags & ARD_FILE_TEST) || !(ard_file (names->resolution->corpus, file)->flags & ARD_FILE_TEST))
      g_array_append_val (seen, file);
  }
  return ard_resolution_choose (names->resolution, names->from, (const guint32 *) (gconstpointer) seen->data,
                                seen->len);
}

/* "a.b.C.d": the longest beginning that a file defines. */
static guint32
file_of_path (Names *names, const char *path)
{
  g_autofree char *name = g_strdup (path);
  guint32 to = ARD_NONE;

  for (guint i = 0; i < 3 && to == ARD_NONE && *name; i++) {
    char *dot = strrchr (name, '.');

    to = file_of (names, name);
    if (!dot)
      break;
    *dot = '\0';
  }
  return to;
}

static gboolean
is_package (const Names *names, const char *name)
{
  return ard_definitions_in_package (names->resolution->definitions, names->family, name) != NULL;
}

static void
open_package (Names *names, const char *package)
{
  if (names->packages->len < MOST_PACKAGES)
    g_ptr_array_add (names->packages, g_strdup (package));
}

/* "static", "function", "global": what stands before the name in some languages. */
static const char *
skip_keywords (const char *text)
{
  static const char *const keywords[] = { "import ",   "using ", "use ",    "static ",
                                          "function ", "const ", "global ", "type " };

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_str_has_prefix (text, keywords[i])) {
      text += strlen (keywords[i]);
      i = 0;
    }
  return text;
}

/* "a.b.C as D", "D = a.b.C", "C => D": the name it gets here, and the path. */
static char *
split_alias (const char *text, char **path)
{
  static const char *const arrows[] = { " as ", "=>" };
  const char *equals = strstr (text, " = ");

  text = skip_keywords (text);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++) {
    const char *arrow = strstr (text, arrows[i]);

    if (arrow) {
      g_autofree char *before = g_strndup (text, (gsize) (arrow - text));

      *path = ard_definitions_dotted (before);
      return g_strstrip (g_strdup (arrow + strlen (arrows[i])));
    }
  }
  *path = ard_definitions_dotted (equals ? equals + 3 : text);
  return equals ? g_strstrip (g_strndup (text, (gsize) (equals - text))) : g_strdup (last_part (*path));
}

/* What only a documentation comment names is imported for that alone. Java alone tells: its names are all captured. */
static gboolean
is_unused (const Names *names, const char *alias, guint32 to)
{
  const ArdCorpus *corpus = names->resolution->corpus;

  if (to == ARD_NONE || strcmp (names->file->language, "Java") != 0)
    return FALSE;
  for (guint32 i = 0; i < ard_file (corpus, to)->n_captures; i++) {
    const ArdCapture *row = &ard_capture (corpus, ard_file (corpus, to)->first_capture + i)->facts;

    if (row->kind == ARD_CAPTURE_DEFINITION && strcmp (last_part (row->text), alias) == 0)
      return !g_hash_table_contains (names->used, alias);
  }
  return FALSE;
}

static void
import_name (Names *names, const ArdCapture *at, const char *text)
{
  char *path = NULL;
  g_autofree char *alias = split_alias (text, &path);
  gboolean all = g_str_has_suffix (path, ".*") || g_str_has_suffix (path, "._");
  gboolean weak;
  guint32 to;

  if (all)
    path[strlen (path) - 2] = '\0';
  to = file_of_path (names, path);
  if (to == ARD_NONE && *names->package && strcmp (names->file->language, "Scala") == 0) {
    g_autofree char *inner = g_strconcat (names->package, ".", path, NULL);

    to = file_of_path (names, inner);
    if (to == ARD_NONE && is_package (names, inner))
      open_package (names, inner);
  }
  weak = !all && is_unused (names, alias, to);
  if (is_package (names, path) && (all || to == ARD_NONE))
    open_package (names, path);
  else if (!all)
    g_hash_table_add (names->own, g_steal_pointer (&alias));
  ard_resolution_add (names->resolution, names->from, to, at, weak);
  g_free (path);
}

/* A path with '/' is a file: PHP's require. */
static void
import_file (Names *names, const ArdCapture *at)
{
  g_autofree char *folder = ard_paths_folder (names->file->path);
  const char *text = at->text + (*at->text == '/');
  guint32 to = ard_paths_find (names->resolution->paths, folder, text);

  if (to == ARD_NONE)
    to = ard_paths_find (names->resolution->paths, "", text);
  ard_resolution_add (names->resolution, names->from, to, at, FALSE);
}

static void
read_uses (Names *names)
{
  for (guint32 i = 0; i < names->file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (names->resolution->corpus, names->file->first_capture + i)->facts;

    if (at->kind == ARD_CAPTURE_REFERENCE)
      g_hash_table_add (names->used, g_strndup (at->text, strcspn (at->text, ".")));
  }
}

static void
import_text (Names *names, const ArdCapture *at, const char *text)
{
  g_autoptr (GPtrArray) texts = ard_import_expand (text);

  for (guint i = 0; i < texts->len; i++)
    import_name (names, at, g_ptr_array_index (texts, i));
}

/* The names behind a path: "*", or each in place of the path itself. */
static void
import_members (Names *names, const ArdCapture *at, guint32 row)
{
  guint n = 0;

  for (guint32 i = row + 1; i < names->file->n_captures; i++) {
    const ArdCapture *next = &ard_capture (names->resolution->corpus, names->file->first_capture + i)->facts;
    g_autofree char *whole = g_strconcat (at->text, ".", next->text, NULL);

    if (next->kind != ARD_CAPTURE_IMPORT || !(next->traits & ARD_TRAIT_MEMBER))
      break;
    import_text (names, at, whole);
    n++;
  }
  if (n == 0)
    import_text (names, at, at->text);
}

static void
read_imports (Names *names)
{
  const ArdCorpus *corpus = names->resolution->corpus;

  for (guint32 i = 0; i < names->file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (corpus, names->file->first_capture + i)->facts;
    if (at->kind == ARD_CAPTURE_DEFINITION) {
      g_autofree char *name = ard_definitions_dotted (at->text);

      g_hash_table_add (names->own, g_strdup (last_part (name)));
    } else if (at->kind == ARD_CAPTURE_IMPORT && g_str_has_suffix (at->text, ".php")) {
      import_file (names, at);
    } else if (at->kind == ARD_CAPTURE_IMPORT && !(at->traits & ARD_TRAIT_MEMBER)) {
      import_members (names, at, i);
    }
  }
}

/* The packages around a name: its own, and in C# those around that. */
static guint32
find_around (Names *names, const char *name)
{
  g_autofree char *package = g_strdup (names->package);
  gboolean outwards = strcmp (names->family, "C#") == 0;

  for (;;) {
    g_autofree char *whole = *package ? g_strconcat (package, ".", name, NULL) : g_strdup (name);
    guint32 to = file_of (names, whole);
    char *dot = strrchr (package, '.');

    if (to != ARD_NONE || !outwards || !*package)
      return to;
    *(dot ? dot : package) = '\0';
  }
}

/* What two opened packages both define means neither. */
static guint32
find_opened (Names *names, const char *name)
{
  guint32 found = ARD_NONE;

  for (guint i = 0; i < names->packages->len; i++) {
    g_autofree char *whole = g_strconcat (g_ptr_array_index (names->packages, i), ".", name, NULL);
    guint32 to = file_of (names, whole);

    if (to != ARD_NONE && found != ARD_NONE && to != found) {
      names->resolution->ambiguous++;
      return ARD_NONE;
    }
    if (to != ARD_NONE)
      found = to;
  }
  return found;
}

static void
read_reference (Names *names, const ArdCapture *at)
{
  g_autofree char *path = ard_definitions_dotted (at->text);
  g_autofree char *first = g_strndup (path, strcspn (path, "."));
  gboolean whole = *at->text == '\\';
  guint32 to = ARD_NONE;

  if (!whole && g_hash_table_contains (names->own, first))
    return;
  if (!whole)
    to = find_around (names, first);
  if (to == ARD_NONE && !whole)
    to = find_opened (names, first);
  if (to == ARD_NONE && (whole || strchr (path, '.')))
    to = file_of_path (names, path);
  ard_resolution_add (names->resolution, names->from, to, at, FALSE);
}

/* A C# file with usings and nothing of its own has global ones: they hold in its folder and below. */
static gboolean
is_global (const ArdCorpus *corpus, const ArdFile *file)
{
  guint32 imports = 0;

  for (guint32 i = 0; strcmp (file->language, "C#") == 0 && i < file->n_captures; i++) {
    ArdCaptureKind kind = ard_capture (corpus, file->first_capture + i)->facts.kind;

    if (kind == ARD_CAPTURE_DEFINITION || kind == ARD_CAPTURE_PACKAGE)
      return FALSE;
    imports += kind == ARD_CAPTURE_IMPORT;
  }
  return imports > 0;
}

static void
open_global (Names *names, guint32 index)
{
  const ArdCorpus *corpus = names->resolution->corpus;
  const ArdFile *file = ard_file (corpus, index);
  g_autofree char *folder = ard_paths_folder (file->path);
  gsize length = strlen (folder);

  if (length > 0 && (strncmp (names->file->path, folder, length) != 0 || names->file->path[length] != '/'))
    return;
  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (corpus, file->first_capture + i)->facts;
    char *path = NULL;

    if (at->kind != ARD_CAPTURE_IMPORT)
      continue;
    g_free (split_alias (at->text, &path));
    if (is_package (names, path))
      open_package (names, path);
    g_free (path);
  }
}

static void
resolve_file (ArdResolution *resolution, guint32 from, const GArray *globals)
{
  const ArdFile *file = ard_file (resolution->corpus, from);
  Names names = { resolution,
                  from,
                  file,
                  ard_definitions_family (file->language),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                  g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                  g_ptr_array_new_with_free_func (g_free),
                  ard_definitions_package (resolution->corpus, file, ARD_NONE) };

  read_uses (&names);
  read_imports (&names);
  for (guint i = 0; strcmp (file->language, "C#") == 0 && i < globals->len; i++)
    open_global (&names, g_array_index (globals, guint32, i));
  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (resolution->corpus, file->first_capture + i)->facts;

    if (at->kind == ARD_CAPTURE_PACKAGE) {
      g_free (names.package);
      names.package = ard_definitions_package (resolution->corpus, file, file->first_capture + i);
    } else if (at->kind == ARD_CAPTURE_REFERENCE) {
      read_reference (&names, at);
    }
  }
  g_hash_table_unref (names.own);
  g_hash_table_unref (names.used);
  g_ptr_array_unref (names.packages);
  g_free (names.package);
}

void
ard_resolve_named (ArdResolution *resolution)
{
  g_autoptr (GArray) globals = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < resolution->corpus->files->len && globals->len < MOST_GLOBALS; i++)
    if (is_global (resolution->corpus, ard_file (resolution->corpus, i)))
      g_array_append_val (globals, i);
  for (guint32 i = 0; i < resolution->corpus->files->len; i++)
    if (is_named (ard_file (resolution->corpus, i)))
      resolve_file (resolution, i, globals);
}
