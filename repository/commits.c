#include <string.h>

#include "repository/handle.h"

/* One commit of the walk; edges point to parents. */
typedef struct {
  ArdOid oid;
  gint64 time_s;
  guint32 first_parent, n_parents; /* in edges */
  guint32 children;                /* not yet listed */
} Node;

typedef struct {
  ArdRepository *repository;
  GArray *nodes;     /* of Node */
  GArray *edges;     /* of guint32 */
  GHashTable *index; /* ArdOid to 1 + node */
  GStringChunk *oids;
  ArdNotes *notes;
} Walk;

static Node *
node (const Walk *walk, guint32 i)
{
  return &g_array_index (walk->nodes, Node, i);
}

static guint32
find_or_add (Walk *walk, const ArdOid *oid)
{
  gpointer known = g_hash_table_lookup (walk->index, oid);
  Node fresh = { .oid = *oid };

  if (known == NULL) {
    g_array_append_val (walk->nodes, fresh);
    known = GUINT_TO_POINTER (walk->nodes->len);
    g_hash_table_insert (walk->index, g_string_chunk_insert_len (walk->oids, (const char *) oid, sizeof *oid), known);
  }
  return GPOINTER_TO_UINT (known) - 1;
}

static gboolean
read_node (Walk *walk, guint32 i, GError **error)
{
  g_auto (ArdRawCommit) commit = { 0 };
  ArdOid oid = node (walk, i)->oid;

  if (!ard_raw_commit_read (walk->repository, &oid, &commit, error))
    return FALSE;
  node (walk, i)->time_s = commit.time_s;
  node (walk, i)->first_parent = walk->edges->len;
  node (walk, i)->n_parents = commit.n_parents;
  for (guint n = 0; n < commit.n_parents; n++) {
    ArdOid parent;
    guint32 edge;

    ard_raw_commit_parent (&commit, n, &parent);
    edge = find_or_add (walk, &parent);
    g_array_append_val (walk->edges, edge);
    node (walk, edge)->children++;
  }
  return TRUE;
}

/* Nodes are read in the order they were found; those that cannot be read are marked by a note and left out. */
static gboolean
read_nodes (Walk *walk, GHashTable *damaged, GError **error)
{
  for (guint32 i = 0; i < walk->nodes->len; i++) {
    g_autoptr (GError) local = NULL;

    if (read_node (walk, i, &local))
      continue;
    if (i == 0) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    g_hash_table_add (damaged, GUINT_TO_POINTER (i));
    if (walk->notes)
      ard_notes_add (walk->notes, NULL, "the history before it is left out: %s", local->message);
  }
  return TRUE;
}

static gboolean
is_before (const Node *left, const Node *right)
{
  return left->time_s != right->time_s ? left->time_s > right->time_s : ard_oid_compare (&left->oid, &right->oid) < 0;
}

static void
push (const Walk *walk, GArray *heap, guint32 i)
{
  guint at = heap->len;

  g_array_append_val (heap, i);
  for (guint up; at > 0; at = up) {
    guint32 *child = &g_array_index (heap, guint32, at), *parent;

    up = (at - 1) / 2;
    parent = &g_array_index (heap, guint32, up);
    if (!is_before (node (walk, *child), node (walk, *parent)))
      return;
    guint32 swapped = *child;

    *child = *parent;
    *parent = swapped;
  }
}

static guint32
pop (const Walk *walk, GArray *heap)
{
  guint32 top = g_array_index (heap, guint32, 0), last = g_array_index (heap, guint32, heap->len - 1);
  guint at = 0;

  g_array_set_size (heap, heap->len - 1);
  if (heap->len == 0)
    return top;
  for (guint down; (down = 2 * at + 1) < heap->len; at = down) {
    if (down + 1 < heap->len && is_before (node (walk, g_array_index (heap, guint32, down + 1)),
                                           node (walk, g_array_index (heap, guint32, down))))
      down++;
    if (!is_before (node (walk, g_array_index (heap, guint32, down)), node (walk, last)))
      break;
    g_array_index (heap, guint32, at) = g_array_index (heap, guint32, down);
  }
  g_array_index (heap, guint32, at) = last;
  return top;
}

static GArray *
sort_nodes (Walk *walk, GHashTable *damaged)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (ArdOid), walk->nodes->len);
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (guint32));

  push (walk, heap, 0);
  while (heap->len > 0) {
    guint32 i = pop (walk, heap);

    if (g_hash_table_contains (damaged, GUINT_TO_POINTER (i)))
      continue;
    g_array_append_val (list, node (walk, i)->oid);
    for (guint32 n = 0; n < node (walk, i)->n_parents; n++) {
      guint32 parent = g_array_index (walk->edges, guint32, node (walk, i)->first_parent + n);

      if (--node (walk, parent)->children == 0)
        push (walk, heap, parent);
    }
  }
  return list;
}

GArray *
ard_history_list (ArdRepository *repository, const ArdOid *head, ArdNotes *notes, GError **error)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) index = g_hash_table_new (ard_oid_hash, ard_oid_equal);
  g_autoptr (GHashTable) damaged = g_hash_table_new (NULL, NULL);
  GStringChunk *oids = g_string_chunk_new (1 << 16);
  Walk walk = { repository, nodes, edges, index, oids, notes };
  GArray *list = NULL;

  if (!repository->has_head)
    ard_repository_set_head (repository, head);
  find_or_add (&walk, head);
  if (read_nodes (&walk, damaged, error))
    list = sort_nodes (&walk, damaged);
  g_string_chunk_free (oids);
  return list;
}

/* One full hex id a line, '#' starts a comment; returns the number of lines that are neither. */
static guint
read_ids (const char *text, GHashTable *ids)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint strange = 0;

  for (char **line = lines; *line; line++) {
    git_oid id;

    (*line)[strcspn (*line, "#")] = '\0';
    g_strstrip (*line);
    if (**line == '\0')
      continue;
    if (strlen (*line) != GIT_OID_HEXSZ || git_oid_fromstr (&id, *line) != 0) {
      strange++;
      continue;
    }
    ArdOid *oid = g_new (ArdOid, 1);

    ard_oid_from_git (oid, &id);
    g_hash_table_add (ids, oid);
  }
  git_error_clear ();
  return strange;
}

GHashTable *
ard_history_ignored (ArdRepository *repository, const ArdOid *head, ArdNotes *notes)
{
  const char *path = ".git-blame-ignore-revs";
  g_autoptr (git_odb_object) object = ard_commit_file (repository, head, path);
  GHashTable *ids = g_hash_table_new_full (ard_oid_hash, ard_oid_equal, g_free, NULL);

  if (object) {
    g_autofree char *text = g_strndup (git_odb_object_data (object), git_odb_object_size (object));
    guint strange = read_ids (text, ids);

    if (strange > 0 && notes)
      ard_notes_add (notes, path, "%u lines are left out: not a full commit id", strange);
  }
  git_error_clear ();
  return ids;
}
