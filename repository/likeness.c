#include "repository/handle.h"

#define PIECE 64 /* bytes after which a long line is cut, as in git's diffcore-delta */

typedef struct {
  guint32 hash, bytes;
} Piece;

static int
compare (gconstpointer left, gconstpointer right)
{
  const Piece *a = left, *b = right;

  return (a->hash > b->hash) - (a->hash < b->hash);
}

static void
fold (ArdShape *shape)
{
  guint kept = 0;

  g_array_sort (shape, compare);
  for (guint i = 0; i < shape->len; i++) {
    Piece *piece = &g_array_index (shape, Piece, i);

    if (kept > 0 && g_array_index (shape, Piece, kept - 1).hash == piece->hash)
      g_array_index (shape, Piece, kept - 1).bytes += piece->bytes;
    else
      g_array_index (shape, Piece, kept++) = *piece;
  }
  g_array_set_size (shape, kept);
}

ArdShape *
ard_shape_new (const char *data, gsize size)
{
  ArdShape *shape = g_array_sized_new (FALSE, FALSE, sizeof (Piece), (guint) (size / 32 + 1));
  Piece piece = { 2166136261u, 0 };

  for (gsize i = 0; i < size; i++) {
    piece.hash = (piece.hash ^ (guchar) data[i]) * 16777619u;
    piece.bytes++;
    if (data[i] == '\n' || piece.bytes == PIECE || i + 1 == size) {
      g_array_append_val (shape, piece);
      piece = (Piece){ 2166136261u, 0 };
    }
  }
  fold (shape);
  return shape;
}

double
ard_shape_likeness (const ArdShape *left, gsize left_size, const ArdShape *right, gsize right_size)
{
  gsize larger = MAX (left_size, right_size);
  guint64 kept = 0;

  for (guint i = 0, j = 0; i < left->len && j < right->len;) {
    const Piece *a = &g_array_index (left, Piece, i), *b = &g_array_index (right, Piece, j);

    if (a->hash == b->hash)
      kept += MIN (a->bytes, b->bytes);
    i += a->hash <= b->hash;
    j += b->hash <= a->hash;
  }
  return larger ? 100.0 * (double) kept / (double) larger : 0;
}
