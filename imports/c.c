#include "imports/resolve.h"

#include <string.h>

/* An include in the last tenth of a header of this many lines stands below what it declares. */
#define MIN_HEADER 100
#define END_SHARE 0.9

/* Headers of the C library and of POSIX: an include in <> without a folder means those, whatever the repository has. */
static const char *const system_headers[] = {
  "aio.h",      "assert.h",      "complex.h", "ctype.h",     "dirent.h",  "dlfcn.h",     "errno.h",   "fcntl.h",
  "fenv.h",     "float.h",       "fnmatch.h", "ftw.h",       "getopt.h",  "glob.h",      "grp.h",     "iconv.h",
  "inttypes.h", "io.h",          "iso646.h",  "langinfo.h",  "libgen.h",  "libintl.h",   "limits.h",  "locale.h",
  "malloc.h",   "math.h",        "memory.h",  "monetary.h",  "netdb.h",   "nl_types.h",  "poll.h",    "process.h",
  "pthread.h",  "pwd.h",         "regex.h",   "sched.h",     "search.h",  "semaphore.h", "setjmp.h",  "signal.h",
  "spawn.h",    "stdalign.h",    "stdarg.h",  "stdatomic.h", "stdbool.h", "stddef.h",    "stdint.h",  "stdio.h",
  "stdlib.h",   "stdnoreturn.h", "string.h",  "strings.h",   "syslog.h",  "tar.h",       "termios.h", "tgmath.h",
  "threads.h",  "time.h",        "uchar.h",   "ulimit.h",    "unistd.h",  "utime.h",     "wchar.h",   "wctype.h",
  "windows.h",  "winsock2.h",    "wordexp.h", "zlib.h",      NULL
};

/* Include roots that a folder's files are known to use: "folder\nroot" in a set; "\nroot" for any folder's. */
typedef struct {
  ArdResolution *resolution;
  GHashTable *roots;
  guint32 found[ARD_PATHS_MOST];
} State;

typedef struct {
  guint32 from;
  const ArdCapture *at;
  char *folder; /* of from */
  char *name;   /* what is included */
  gboolean system;
} Include;

static gboolean
is_c (const ArdFile *file)
{
  return strcmp (file->language, "C") == 0 || strcmp (file->language, "C++") == 0;
}

static Include
include_at (guint32 from, const ArdFile *file, const ArdCapture *at)
{
  const char *text = at->text + (*at->text == '<');
  gsize length = strlen (text);
  Include include = { from, at, ard_paths_folder (file->path), NULL, (at->traits & ARD_TRAIT_SYSTEM) != 0 };

  include.name = g_strndup (text, length - (length > 0 && text[length - 1] == '>'));
  include.system = include.system || text != at->text;
  return include;
}

static void
include_clear (Include *include)
{
  g_free (include->folder);
  g_free (include->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Include, include_clear)

/* The folder that an include of name is relative to when it means the file at path; yours. */
static char *
root_of (const char *path, const char *name)
{
  gsize length = strlen (path) - strlen (name);

  return g_strndup (path, length > 0 ? length - 1 : 0);
}

static char *
vote_of (const char *folder, const char *root)
{
  return g_strconcat (folder, "\n", root, NULL);
}

static gboolean
is_listed_header (const Include *include)
{
  return include->system && !strchr (include->name, '/') && ard_text_is_in (include->name, system_headers);
}

/* What only one file can be tells where the compiler looks for the includes of this folder. */
static void
vote (State *state, const Include *include)
{
  const ArdResolution *resolution = state->resolution;

  if (is_listed_header (include) || strstr (include->name, "..") ||
      ard_paths_find (resolution->paths, include->folder, include->name) != ARD_NONE)
    return;
  if (ard_paths_ending (resolution->paths, include->name, state->found) == 1) {
    g_autofree char *root = root_of (ard_file (resolution->corpus, state->found[0])->path, include->name);

    g_hash_table_add (state->roots, vote_of (include->folder, root));
    if (strchr (include->name, '/') || !include->system)
      g_hash_table_add (state->roots, vote_of ("", root));
  }
}

/* Keep the candidates whose root this folder is known to use. */
static guint
keep_voted (State *state, const Include *include, guint n)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++) {
    g_autofree char *root = root_of (ard_file (state->resolution->corpus, state->found[i])->path, include->name);
    g_autofree char *key = vote_of (include->folder, root);

    if (g_hash_table_contains (state->roots, key))
      state->found[kept++] = state->found[i];
  }
  return kept;
}

/* <zlib.h> is ours only where the compiler is known to look: a header of that name elsewhere wraps the library's. */
static gboolean
is_reachable (const State *state, const Include *include, guint32 file)
{
  const char *path = ard_file (state->resolution->corpus, file)->path;
  g_autofree char *root = root_of (path, include->name);
  g_autofree char *key = vote_of ("", root);

  return !include->system || strchr (include->name, '/') || strcmp (root, "include") == 0 ||
         g_str_has_suffix (root, "/include") || g_hash_table_contains (state->roots, key);
}

/* The file of that name in the nearest folder above: -I of the library's own top. */
static guint32
find_above (const State *state, const Include *include)
{
  g_autofree char *folder = g_strdup (include->folder);

  while (*folder) {
    char *slash = strrchr (folder, '/');

    if (slash)
      *slash = '\0';
    else
      *folder = '\0';

    guint32 file = ard_paths_find (state->resolution->paths, folder, include->name);

    if (file != ARD_NONE)
      return file;
  }
  return ARD_NONE;
}

static guint32
find (State *state, const Include *include)
{
  const ArdPaths *paths = state->resolution->paths;
  guint32 near = include->system ? ARD_NONE : ard_paths_find (paths, include->folder, include->name);

  if (near != ARD_NONE || is_listed_header (include) || *include->name == '/')
    return near;
  if (strstr (include->name, ".."))
    return find_above (state, include);

  guint n = ard_paths_ending (paths, include->name, state->found);

  if (n == 1)
    return is_reachable (state, include, state->found[0]) ? state->found[0] : ARD_NONE;

  guint32 above = n > 1 ? find_above (state, include) : ARD_NONE;
  guint voted = above == ARD_NONE && n > 1 ? keep_voted (state, include, n) : 0;

  if (n > 1 && above == ARD_NONE && voted != 1)
    state->resolution->ambiguous++;
  return voted == 1 ? state->found[0] : above;
}

static const char *
stem_end (const char *path)
{
  const char *slash = strrchr (path, '/');
  const char *dot = strchr (slash ? slash + 1 : path, '.');

  return dot ? dot : path + strlen (path);
}

/* A header that includes its own second half (format.h, format-inl.h; list.h, list.tpp): one unit, no cycle. */
static gboolean
is_own_half (const ArdCorpus *corpus, guint32 from, guint32 to)
{
  const char *left = ard_file (corpus, from)->path, *right = ard_file (corpus, to)->path;
  const char *left_name = strrchr (left, '/'), *right_name = strrchr (right, '/');
  gsize length = (gsize) (stem_end (left) - left);

  if (*stem_end (left) != '.' || stem_end (left)[1] != 'h')
    return FALSE;
  left_name = left_name ? left_name + 1 : left;
  right_name = right_name ? right_name + 1 : right;
  length -= (gsize) (left_name - left);
  return strncmp (left_name, right_name, length) == 0 &&
         (right_name[length] == '.' || g_str_has_prefix (right_name + length, "-inl.") ||
          g_str_has_prefix (right_name + length, "_inl.") || g_str_has_prefix (right_name + length, "_impl."));
}

static void
each_include (State *state, void (*visit) (State *, const Include *))
{
  const ArdCorpus *corpus = state->resolution->corpus;

  for (guint32 i = 0; i < corpus->files->len; i++) {
    const ArdFile *file = ard_file (corpus, i);

    for (guint32 j = 0; is_c (file) && j < file->n_captures; j++) {
      const ArdCapture *at = &ard_capture (corpus, file->first_capture + j)->facts;

      if (at->kind == ARD_CAPTURE_IMPORT && *at->text) {
        g_auto (Include) include = include_at (i, file, at);

        visit (state, &include);
      }
    }
  }
}

/* Below all declarations of a header nothing of it needs what is included: it is there for those who include it. */
static gboolean
is_at_end (const ArdFile *file, const ArdCapture *at)
{
  const char *end = stem_end (file->path);

  return *end == '.' && end[1] == 'h' && file->lines >= MIN_HEADER && at->start_line > file->lines * END_SHARE;
}

static void
resolve (State *state, const Include *include)
{
  const ArdCorpus *corpus = state->resolution->corpus;
  guint32 to = find (state, include);

  if (to != ARD_NONE)
    ard_resolution_add (state->resolution, include->from, to, include->at,
                        is_own_half (corpus, include->from, to) ||
                            is_at_end (ard_file (corpus, include->from), include->at));
}

void
ard_resolve_c (ArdResolution *resolution)
{
  State state = { resolution, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), { 0 } };

  each_include (&state, vote);
  each_include (&state, resolve);
  g_hash_table_unref (state.roots);
}
