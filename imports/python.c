#include "imports/resolve.h"

#include <string.h>

#define LANGUAGE "Python"

/* Top-level modules of the standard library: away from the importing file's own roots, their names mean those. */
static const char *const standard[] = { "abc",
                                        "argparse",
                                        "array",
                                        "ast",
                                        "asyncio",
                                        "atexit",
                                        "base64",
                                        "bdb",
                                        "binascii",
                                        "bisect",
                                        "builtins",
                                        "bz2",
                                        "calendar",
                                        "cmath",
                                        "cmd",
                                        "code",
                                        "codecs",
                                        "codeop",
                                        "collections",
                                        "colorsys",
                                        "compileall",
                                        "concurrent",
                                        "configparser",
                                        "contextlib",
                                        "contextvars",
                                        "copy",
                                        "copyreg",
                                        "csv",
                                        "ctypes",
                                        "curses",
                                        "dataclasses",
                                        "datetime",
                                        "dbm",
                                        "decimal",
                                        "difflib",
                                        "dis",
                                        "distutils",
                                        "doctest",
                                        "email",
                                        "encodings",
                                        "ensurepip",
                                        "enum",
                                        "errno",
                                        "faulthandler",
                                        "fcntl",
                                        "filecmp",
                                        "fileinput",
                                        "fnmatch",
                                        "fractions",
                                        "ftplib",
                                        "functools",
                                        "gc",
                                        "getopt",
                                        "getpass",
                                        "gettext",
                                        "glob",
                                        "graphlib",
                                        "grp",
                                        "gzip",
                                        "hashlib",
                                        "heapq",
                                        "hmac",
                                        "html",
                                        "http",
                                        "idlelib",
                                        "imaplib",
                                        "imp",
                                        "importlib",
                                        "inspect",
                                        "io",
                                        "ipaddress",
                                        "itertools",
                                        "json",
                                        "keyword",
                                        "linecache",
                                        "locale",
                                        "logging",
                                        "lzma",
                                        "mailbox",
                                        "marshal",
                                        "math",
                                        "mimetypes",
                                        "mmap",
                                        "modulefinder",
                                        "multiprocessing",
                                        "netrc",
                                        "ntpath",
                                        "numbers",
                                        "opcode",
                                        "operator",
                                        "optparse",
                                        "os",
                                        "parser",
                                        "pathlib",
                                        "pdb",
                                        "pickle",
                                        "pickletools",
                                        "pkgutil",
                                        "platform",
                                        "plistlib",
                                        "poplib",
                                        "posix",
                                        "posixpath",
                                        "pprint",
                                        "profile",
                                        "pstats",
                                        "pty",
                                        "pwd",
                                        "py_compile",
                                        "pydoc",
                                        "queue",
                                        "quopri",
                                        "random",
                                        "re",
                                        "readline",
                                        "reprlib",
                                        "resource",
                                        "runpy",
                                        "sched",
                                        "secrets",
                                        "select",
                                        "selectors",
                                        "shelve",
                                        "shlex",
                                        "shutil",
                                        "signal",
                                        "site",
                                        "smtplib",
                                        "socket",
                                        "socketserver",
                                        "sqlite3",
                                        "ssl",
                                        "stat",
                                        "statistics",
                                        "string",
                                        "struct",
                                        "subprocess",
                                        "symtable",
                                        "sys",
                                        "sysconfig",
                                        "syslog",
                                        "tarfile",
                                        "telnetlib",
                                        "tempfile",
                                        "termios",
                                        "test",
                                        "textwrap",
                                        "threading",
                                        "time",
                                        "timeit",
                                        "tkinter",
                                        "token",
                                        "tokenize",
                                        "tomllib",
                                        "trace",
                                        "traceback",
                                        "tracemalloc",
                                        "tty",
                                        "turtle",
                                        "types",
                                        "typing",
                                        "unicodedata",
                                        "unittest",
                                        "urllib",
                                        "uuid",
                                        "venv",
                                        "warnings",
                                        "wave",
                                        "weakref",
                                        "webbrowser",
                                        "wsgiref",
                                        "xml",
                                        "xmlrpc",
                                        "zipapp",
                                        "zipfile",
                                        "zipimport",
                                        "zlib",
                                        "zoneinfo",
                                        NULL };

/* One import of a file: its module, then the names taken out of it. */
typedef struct {
  ArdResolution *resolution;
  guint32 from;
  const ArdCapture *at; /* the module */
  char *base;           /* path of the module without its ending, or NULL */
} Import;

static gboolean
is_package (const ArdPaths *paths, const char *folder)
{
  return ard_paths_find (paths, folder, "__init__.py") != ARD_NONE ||
         ard_paths_find (paths, folder, "__init__.pyi") != ARD_NONE;
}

/* The file of the module at a path without ending, or ARD_NONE: a package is its __init__. */
static guint32
module_at (const ArdPaths *paths, const char *base)
{
  static const char *const endings[] = { "/__init__.py", ".py", "/__init__.pyi", ".pyi" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strconcat (base, endings[i], NULL);
    guint32 file = ard_paths_find (paths, "", path);

    if (file != ARD_NONE)
      return file;
  }
  return ARD_NONE;
}

static gboolean
is_file (const ArdPaths *paths, const char *base)
{
  return module_at (paths, base) != ARD_NONE;
}

/* A folder with code and without __init__ is a package too, of a namespace. */
static gboolean
is_module (const ArdPaths *paths, const char *base)
{
  return module_at (paths, base) != ARD_NONE || ard_paths_in_folder (paths, base);
}

static gboolean
go_up (char *folder)
{
  char *slash = strrchr (folder, '/');

  if (!*folder)
    return FALSE;
  *(slash ? slash : folder) = '\0';
  return TRUE;
}

static char *
below (const char *folder, const char *name)
{
  return *folder && *name ? g_strconcat (folder, "/", name, NULL) : g_strdup (*folder ? folder : name);
}

/* "..a.b" of package p/q: one dot is the package itself, each further one its parent. */
static char *
relative_base (const ArdFile *file, const char *text)
{
  g_autofree char *folder = ard_paths_folder (file->path);
  g_autofree char *name = NULL;
  guint dots = (guint) strspn (text, ".");

  for (guint i = 1; i < dots; i++)
    if (!go_up (folder))
      return NULL;
  name = g_strdelimit (g_strdup (text + dots), ".", '/');
  return below (folder, name);
}

/* The first base above the file's own packages, nearest first, and in src and lib beside them, that is one. */
static char *
base_above (const ArdPaths *paths, const ArdFile *file, const char *name,
            gboolean (*is_one) (const ArdPaths *paths, const char *base))
{
  static const char *const roots[] = { "", "src", "lib", "python" };
  g_autofree char *folder = ard_paths_folder (file->path);

  do {
    if (*folder && is_package (paths, folder))
      continue;
    for (guint i = 0; i < G_N_ELEMENTS (roots); i++) {
      g_autofree char *root = below (folder, roots[i]);
      g_autofree char *base = below (root, name);

      if (is_one (paths, base))
        return g_steal_pointer (&base);
    }
  } while (go_up (folder));
  return NULL;
}

/* Elsewhere: a package whose folder stands in no other package, the only one of its name. */
static char *
base_elsewhere (ArdResolution *resolution, const char *name)
{
  g_autofree char *first = g_strndup (name, strcspn (name, "/"));
  g_autofree char *init = g_strconcat (first, "/__init__.py", NULL);
  guint32 found[ARD_PATHS_MOST];
  guint n = ard_text_is_in (first, standard) ? 0 : ard_paths_ending (resolution->paths, init, found);
  char *base = NULL;

  for (guint i = 0; i < n; i++) {
    const char *path = ard_file (resolution->corpus, found[i])->path;
    gsize length = strlen (path) - strlen (init);
    g_autofree char *root = g_strndup (path, length > 0 ? length - 1 : 0);
    g_autofree char *whole = below (root, name);

    if ((*root && is_package (resolution->paths, root)) || !is_module (resolution->paths, whole))
      continue;
    if (base) {
      resolution->ambiguous++;
      g_free (base);
      return NULL;
    }
    base = g_steal_pointer (&whole);
  }
  return base;
}

static char *
find_base (ArdResolution *resolution, const ArdFile *file, const char *text)
{
  g_autofree char *name = g_strdelimit (g_strdup (text), ".", '/');
  char *base;

  if (*text == '.')
    return relative_base (file, text);
  base = base_above (resolution->paths, file, name, is_file);
  if (!base)
    base = base_elsewhere (resolution, name);
  /* A namespace: whoever imports it names modules inside. */
  if (!base && !ard_text_is_in (name, standard))
    base = base_above (resolution->paths, file, name, is_module);
  return base;
}

static void
add (const Import *import, guint32 to, const ArdCapture *at)
{
  ArdCapture place = *import->at;

  place.start_line = at->start_line;
  ard_resolution_add (import->resolution, import->from, to, &place, FALSE);
}

/* Names that are modules of their own are what is used; the package itself only for the others, and without names. */
static void
finish (const Import *import, const GPtrArray *names)
{
  const ArdPaths *paths = import->resolution->paths;
  gboolean whole = names->len == 0;

  if (!import->base)
    return;
  for (guint i = 0; i < names->len; i++) {
    const ArdCapture *name = g_ptr_array_index (names, i);
    g_autofree char *base = below (import->base, name->text);
    guint32 to = strcmp (name->text, "*") == 0 ? ARD_NONE : module_at (paths, base);

    whole = whole || to == ARD_NONE;
    add (import, to, name);
  }
  if (whole)
    add (import, module_at (paths, import->base), import->at);
}

static void
resolve_file (ArdResolution *resolution, guint32 from)
{
  const ArdFile *file = ard_file (resolution->corpus, from);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  Import import = { resolution, from, NULL, NULL };

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *at = &ard_capture (resolution->corpus, file->first_capture + i)->facts;

    if (at->kind != ARD_CAPTURE_IMPORT)
      continue;
    if (at->traits & ARD_TRAIT_MEMBER) {
      g_ptr_array_add (names, (gpointer) at);
      continue;
    }
    finish (&import, names);
    g_ptr_array_set_size (names, 0);
    g_free (import.base);
    import.at = at;
    import.base = find_base (resolution, file, at->text);
  }
  finish (&import, names);
  g_free (import.base);
}

void
ard_resolve_python (ArdResolution *resolution)
{
  for (guint32 i = 0; i < resolution->corpus->files->len; i++)
    if (strcmp (ard_file (resolution->corpus, i)->language, LANGUAGE) == 0)
      resolve_file (resolution, i);
}
