#include "corpus/fold.h"

#include "model/facts.h"

typedef struct {
  const ArdFoldRow *rows;
  guint32 *owners; /* of each path, at this point of the walk */
  guint32 *late;   /* the file that gave the path up by a newer rename, or ARD_NONE */
  guint32 *waits;  /* newest waiting row of each path, or ARD_NONE */
  guint32 *next;   /* of each waiting row, or ARD_NONE */
  guint32 *target; /* of each row that is the old path of a rename: the row of the new one, or ARD_NONE */
  guint32 *files;
} Fold;

static guint32 *
new_filled (guint32 n)
{
  guint32 *values = g_new (guint32, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    values[i] = ARD_NONE;
  return values;
}

static guint32
owner_of (const Fold *fold, guint32 path)
{
  return fold->owners[path] != ARD_NONE ? fold->owners[path] : fold->late[path];
}

static void
settle (Fold *fold, guint32 path, guint32 file)
{
  for (guint32 row = fold->waits[path]; row != ARD_NONE; row = fold->next[row])
    fold->files[row] = file;
  fold->waits[path] = ARD_NONE;
}

/* What lived under this path from here on has its own beginning here. */
static gboolean
begins_life (const Fold *fold, guint32 row)
{
  return fold->rows[row].status == 'A' || fold->rows[row].renamed_from != ARD_NONE ||
         (fold->target[row] != ARD_NONE && fold->rows[row].status != 'D');
}

static void
attribute (Fold *fold, guint32 row)
{
  guint32 path = fold->rows[row].path;

  if (fold->rows[row].status == 'D')
    fold->late[path] = ARD_NONE;
  fold->files[row] = owner_of (fold, path);
  if (fold->files[row] == ARD_NONE) {
    fold->next[row] = fold->waits[path];
    fold->waits[path] = row;
  }
  if (begins_life (fold, row))
    settle (fold, path, ARD_NONE);
}

/* The old path of a rename goes where the new one went, unless that is gone. */
static void
attribute_sources (Fold *fold, guint32 start, guint32 end)
{
  for (guint32 row = start; row < end; row++) {
    guint32 target = fold->target[row];

    if (target == ARD_NONE || fold->files[target] == ARD_NONE)
      continue;
    if (fold->rows[row].status == 'D') {
      settle (fold, fold->rows[row].path, fold->files[target]);
      fold->files[row] = fold->files[target];
    }
  }
}

static void
move_owners (Fold *fold, guint32 start, guint32 end)
{
  for (guint32 row = start; row < end; row++)
    if (fold->rows[row].renamed_from != ARD_NONE) {
      guint32 path = fold->rows[row].path;

      fold->owners[path] = ARD_NONE;
      fold->late[path] = fold->rows[row].status == 'A' ? fold->files[row] : ARD_NONE;
    }
  for (guint32 row = start; row < end; row++) {
    guint32 target = fold->target[row];

    if (target != ARD_NONE && fold->files[target] != ARD_NONE)
      fold->owners[fold->rows[row].path] = fold->files[target];
  }
}

void
ard_fold_run (const ArdFoldRow *rows, const guint32 *starts, guint32 n_commits, guint32 n_paths, guint32 *owners,
              guint32 *files)
{
  guint32 n = starts[n_commits];
  g_autofree guint32 *late = new_filled (n_paths), *waits = new_filled (n_paths);
  g_autofree guint32 *next = new_filled (n), *target = new_filled (n);
  Fold fold = { rows, owners, late, waits, next, target, files };

  for (guint32 row = 0; row < n; row++)
    if (rows[row].renamed_from != ARD_NONE)
      target[rows[row].renamed_from] = row;
  for (guint32 commit = 0; commit < n_commits; commit++) {
    for (guint32 row = starts[commit]; row < starts[commit + 1]; row++)
      attribute (&fold, row);
    attribute_sources (&fold, starts[commit], starts[commit + 1]);
    move_owners (&fold, starts[commit], starts[commit + 1]);
  }
}

void
ard_fold_shift (const guint32 *pairs, guint32 n, guint32 *owners)
{
  g_autofree guint32 *moved = g_new (guint32, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    moved[i] = owners[pairs[2 * i]];
  for (guint32 i = 0; i < n; i++)
    owners[pairs[2 * i]] = ARD_NONE;
  for (guint32 i = 0; i < n; i++)
    if (moved[i] != ARD_NONE)
      owners[pairs[2 * i + 1]] = moved[i];
}
