#include "repository/copies.h"

#include <string.h>

#include "model/corpus.h"

#define FIRST_BYTES (1 << 16) /* of a licence or record */
#define HEAD_BYTES 4096       /* of a script or package */
#define LARGEST (1 << 22)
#define MAX_MODULES 50000 /* that records name */
#define MAX_PACKAGES 1000 /* whose heads are read */
#define SHELF_RELEASES 5  /* different ones make a folder of libraries one of unpacked packages */

/* The first of a text; never NULL. */
static char *
read_text (const ArdLay *lay, const ArdText *text, gsize first)
{
  g_autoptr (git_odb_object) object =
      text->on_disk ? NULL : ard_object_read (lay->repository, &text->blob, GIT_OBJECT_BLOB, NULL);
  g_autoptr (GBytes) bytes = text->on_disk ? ard_work_tree_bytes (lay->repository, text->path, LARGEST, NULL) : NULL;
  gsize size = 0;
  const char *data = object ? git_odb_object_data (object) : bytes ? g_bytes_get_data (bytes, &size) : NULL;

  if (object)
    size = git_odb_object_size (object);
  else
    git_error_clear ();
  return g_strndup (data ? data : "", MIN (size, first));
}

/* The same, lower case. */
static char *
read_small (const ArdLay *lay, const ArdText *text, gsize first)
{
  g_autofree char *raw = read_text (lay, text, first);

  return g_ascii_strdown (raw, -1);
}

static gsize
length_above (const char *path, gsize length)
{
  while (length > 0 && path[length - 1] != '/')
    length--;
  return length > 0 ? length - 1 : 0;
}

static void
bundle (ArdLay *lay, const char *path, gsize length)
{
  ard_lay_mark (lay, path, length, ARD_LAY_BUNDLED);
  lay->bundled = TRUE;
}

/* ---- licences and releases ---- */

static gboolean
is_released (const char *path, gsize length)
{
  gsize above = length_above (path, length);

  return above > 0 && ard_release_of (path + above + 1, length - above - 1) > 0;
}

static gboolean
was_repository (guint bits)
{
  return (bits & ARD_LAY_README) && (bits & ARD_LAY_PROJECT) &&
         ((bits & ARD_LAY_HOME) || ((bits & ARD_LAY_AUTHORS) && (bits & ARD_LAY_CHANGES)));
}

static gboolean
is_foreign (const ArdLay *lay, const ArdText *licence, GHashTable *owners, const char *own)
{
  g_autofree char *text = read_small (lay, licence, FIRST_BYTES);
  gsize length = length_above (licence->path, strlen (licence->path));
  guint bits = ard_lay_of (lay, licence->path, length);
  gboolean named, foreign = ard_licence_is_foreign (text, owners, &named);

  if (named || *text == '\0')
    return foreign;
  if (is_released (licence->path, length) && !g_str_equal (text, own))
    return TRUE;
  if (ard_licence_same_kind (text, own))
    return was_repository (bits);
  return (bits & (ARD_LAY_README | ARD_LAY_PROJECT)) != 0;
}

static void
settle_licences (ArdLay *lay, GHashTable *owners, const char *own)
{
  for (guint i = 0; i < lay->texts[ARD_PROOF_LICENCE]->len; i++) {
    const ArdText *licence = &g_array_index (lay->texts[ARD_PROOF_LICENCE], ArdText, i);

    if (is_foreign (lay, licence, owners, own))
      bundle (lay, licence->path, length_above (licence->path, strlen (licence->path)));
  }
}

static void
settle_releases (ArdLay *lay)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer folder, value;

  g_hash_table_iter_init (&iter, lay->folders);
  while (g_hash_table_iter_next (&iter, &folder, &value)) {
    guint bits = GPOINTER_TO_UINT (value);

    if ((bits & ARD_LAY_NAMESAKE) || ((bits & ARD_LAY_README) && (bits & (ARD_LAY_CHANGES | ARD_LAY_AUTHORS)) &&
                                      is_released (folder, strlen (folder))))
      g_ptr_array_add (found, g_strdup (folder));
  }
  g_ptr_array_set_free_func (found, g_free);
  for (guint i = 0; i < found->len; i++)
    bundle (lay, found->pdata[i], strlen (found->pdata[i]));
}

/* ---- Python ---- */

/* The module that a line of a record is of: "mako/cmd.py,sha256=…" is mako, "six" of a list of modules six and six.py.
 */
static gsize
module_of (const char *line)
{
  gsize length = strcspn (line, "/,\r");

  if (length == 0 || strchr ("./\"", *line) || memchr (line, '\\', length) ||
      strncmp (line, "__pycache__", length) == 0)
    return 0;
  return length;
}

static void
settle_records (ArdLay *lay)
{
  guint n = 0;

  for (guint i = 0; i < lay->texts[ARD_PROOF_RECORD]->len && n < MAX_MODULES; i++) {
    const ArdText *record = &g_array_index (lay->texts[ARD_PROOF_RECORD], ArdText, i);
    g_autofree char *text = read_text (lay, record, FIRST_BYTES);
    g_auto (GStrv) lines = g_strsplit (text, "\n", 0);
    gsize own = length_above (record->path, strlen (record->path)), above = length_above (record->path, own);
    const char *ending = g_str_has_suffix (record->path, "/RECORD") ? "" : ".py";
    const char *last = "";

    bundle (lay, record->path, own);
    ard_lay_mark (lay, record->path, above, ARD_LAY_UNPACKED);
    for (guint j = 0; lines[j] && n < MAX_MODULES; j++) {
      gsize length = module_of (lines[j]);

      if (length == 0 || (strncmp (last, lines[j], length) == 0 && module_of (last) == length))
        continue;
      last = lines[j];

      g_autofree char *module = g_strdup_printf ("%.*s/%.*s", (int) above, record->path, (int) length, last);
      g_autofree char *file = g_strconcat (module, ending, NULL);

      bundle (lay, module, strlen (module));
      bundle (lay, file, strlen (file));
      n++;
    }
  }
}

/* The release that a package says it is of: __version__ = "2.24.0"; NULL: none. */
static char *
read_release (const char *text)
{
  for (const char *at = text; (at = strstr (at, "__version__")); at++) {
    const char *value = at + strlen ("__version__");

    if (at != text && at[-1] != '\n')
      continue;
    value += strspn (value, " =");
    if ((*value == '"' || *value == '\'') && g_ascii_isdigit (value[1]))
      return g_strndup (value + 1, strcspn (value + 1, "\"'\r\n"));
  }
  return NULL;
}

/* shelves: folder to a set of the releases in it */
static void
settle_package (ArdLay *lay, const ArdText *package, GHashTable *owners, GHashTable *shelves)
{
  g_autofree char *text = read_small (lay, package, HEAD_BYTES), *release = read_release (text);
  gsize own = length_above (package->path, strlen (package->path)), above = length_above (package->path, own);
  g_autofree char *shelf = g_strndup (package->path, above);
  GHashTable *releases = g_hash_table_lookup (shelves, shelf);
  gboolean named;

  if (ard_lay_of (lay, package->path, above) & ARD_LAY_UNPACKED) {
    if (ard_licence_is_foreign (text, owners, &named))
      bundle (lay, package->path, own);
    return;
  }
  if (!release)
    return;
  if (!releases) {
    releases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_insert (shelves, g_steal_pointer (&shelf), releases);
  }
  g_hash_table_add (releases, g_steal_pointer (&release));
}

static void
settle_packages (ArdLay *lay, GHashTable *owners)
{
  g_autoptr (GHashTable) shelves =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  GHashTableIter iter;
  gpointer shelf, releases;
  guint n = 0;

  for (guint i = 0; i < lay->texts[ARD_PROOF_PACKAGE]->len && n < MAX_PACKAGES; i++) {
    const ArdText *package = &g_array_index (lay->texts[ARD_PROOF_PACKAGE], ArdText, i);
    gsize own = length_above (package->path, strlen (package->path)), above = length_above (package->path, own);
    gsize start = length_above (package->path, above);

    start += start > 0 ? 1 : 0;
    if (above == 0 || ard_lay_is_bundled (lay, package->path) ||
        !(ard_mark_is_shelf (package->path + start, above - start) ||
          ard_lay_of (lay, package->path, above) & ARD_LAY_UNPACKED))
      continue;
    settle_package (lay, package, owners, shelves);
    n++;
  }
  g_hash_table_iter_init (&iter, shelves);
  while (g_hash_table_iter_next (&iter, &shelf, &releases))
    if (g_hash_table_size (releases) >= SHELF_RELEASES)
      bundle (lay, shelf, strlen (shelf));
}

/* ---- JavaScript ---- */

static void
settle_scripts (ArdLay *lay, GHashTable *owners)
{
  for (guint i = 0; i < lay->texts[ARD_PROOF_SCRIPT]->len; i++) {
    const ArdText *script = &g_array_index (lay->texts[ARD_PROOF_SCRIPT], ArdText, i);

    if (ard_convention_flags (script->path) || ard_lay_is_bundled (lay, script->path))
      continue;

    g_autofree char *head = read_small (lay, script, HEAD_BYTES);

    if (ard_banner_is_foreign (head, script->path, owners))
      bundle (lay, script->path, strlen (script->path));
  }
}

void
ard_lay_settle (ArdLay *lay)
{
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *own = g_strdup ("");

  if (!(ard_lay_of (lay, "", 0) & (ARD_LAY_README | ARD_LAY_PROJECT)))
    return;
  for (guint i = 0; i < lay->texts[ARD_PROOF_OWNER]->len; i++) {
    const ArdText *text = &g_array_index (lay->texts[ARD_PROOF_OWNER], ArdText, i);
    g_autofree char *words = read_small (lay, text, FIRST_BYTES);

    if (g_str_has_suffix (text->path, ".json"))
      ard_licence_drop_dependencies (words);
    ard_licence_add_words (owners, words);
    if (*own == '\0' && ard_mark_is_licence (text->path)) {
      g_free (own);
      own = g_steal_pointer (&words);
    }
  }
  settle_licences (lay, owners, own);
  settle_releases (lay);
  settle_records (lay);
  settle_packages (lay, owners);
  settle_scripts (lay, owners);
}
