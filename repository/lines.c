#include "repository/lines.h"

#include <string.h>

#define MAX_EDITS 500   /* below twice git's 256 steps */
#define FEW_UNMATCHED 6 /* git leaves a frequent line out only amid more unmatched ones than this */
#define WINDOW 100      /* lines to each side that git looks at for that */
#define RUN 4           /* and its ratio */
#define MAX_FREQUENT 1024
#define MAX_LINES (4 * 1024 * 1024)
#define NOT_FOUND G_MAXUINT32

/* Equal lines share a class. */
typedef struct {
  guint64 hash;
  const char *text;
  guint32 length;
  guint32 in[2];   /* between the common ends, in the old and the new text */
  guint32 outside; /* in the common ends, counted once for both */
} Class;

typedef struct {
  const char *text, *end;
  guint32 n, n_kept;
  guint32 *classes; /* of each line */
  guint32 *kept;    /* classes of the lines that can match */
} Middle;

typedef struct {
  Middle sides[2];
  GArray *classes; /* of Class */
  guint32 *table;  /* 1 + class */
  guint32 mask;
  const char *head, *tail; /* the common ends, in the old text */
  gsize head_size, tail_size;
} Comparison;

static const char *
next_line (const char *at, const char *end)
{
  const char *newline = memchr (at, '\n', (gsize) (end - at));

  return newline ? newline + 1 : end;
}

gint32
ard_lines_number (const char *text, gsize size)
{
  gint32 lines = 0;

  for (const char *at = text, *end = text + size; at < end; at = next_line (at, end))
    lines++;
  return lines;
}

static gsize
equal_head (const char *old, const char *new, gsize size)
{
  gsize done = 0;

  for (guint64 a, b; done + 8 <= size; done += 8) {
    memcpy (&a, old + done, 8);
    memcpy (&b, new + done, 8);
    if (a != b)
      break;
  }
  while (done < size && old[done] == new[done])
    done++;
  return done;
}

static gsize
equal_tail (const char *old_end, const char *new_end, gsize size)
{
  gsize done = 0;

  for (guint64 a, b; done + 8 <= size; done += 8) {
    memcpy (&a, old_end - done - 8, 8);
    memcpy (&b, new_end - done - 8, 8);
    if (a != b)
      break;
  }
  while (done < size && old_end[-1 - (gssize) done] == new_end[-1 - (gssize) done])
    done++;
  return done;
}

/* Cut the common whole lines off both ends. */
static void
trim (Comparison *comparison, const char *old, gsize old_size, const char *new, gsize new_size)
{
  gsize head = equal_head (old, new, MIN (old_size, new_size)), tail;
  const char *a, *b, *start;

  while (head > 0 && old[head - 1] != '\n')
    head--;
  tail = equal_tail (old + old_size, new + new_size, MIN (old_size, new_size) - head);
  a = old + old_size - tail;
  b = new + new_size - tail;
  start = a;
  if ((a > old + head && a[-1] != '\n') || (b > new + head &&b[-1] != '\n'))
    start = next_line (a, old + old_size);
  tail = (gsize) (old + old_size - start);
  comparison->sides[0] = (Middle){ .text = old + head, .end = start };
  comparison->sides[1] = (Middle){ .text = new + head, .end = new + new_size - tail };
  comparison->head = old;
  comparison->head_size = head;
  comparison->tail = start;
  comparison->tail_size = tail;
}

static guint64
hash_line (const char *text, gsize length)
{
  guint64 hash = length * 0x9e3779b97f4a7c15u, word;

  for (; length >= 8; text += 8, length -= 8) {
    memcpy (&word, text, 8);
    hash = (hash ^ word) * 0xff51afd7ed558ccdu;
    hash ^= hash >> 32;
  }
  word = 0;
  memcpy (&word, text, length);
  hash = (hash ^ word) * 0xc4ceb9fe1a85ec53u;
  return hash ^ (hash >> 29);
}

/* The slot of a line: of its class, or the free one where it belongs. */
static guint32
find_slot (const Comparison *comparison, const char *text, guint32 length, guint64 hash)
{
  guint32 slot = (guint32) hash & comparison->mask;

  for (; comparison->table[slot]; slot = (slot + 1) & comparison->mask) {
    const Class *class = &g_array_index (comparison->classes, Class, comparison->table[slot] - 1);

    if (class->hash == hash && class->length == length && memcmp (class->text, text, length) == 0)
      break;
  }
  return slot;
}

static void
classify (Comparison *comparison, guint side)
{
  Middle *middle = &comparison->sides[side];
  guint32 i = 0;

  for (const char *at = middle->text, *end; at < middle->end; at = end) {
    end = next_line (at, middle->end);

    guint32 length = (guint32) (end - at);
    guint64 hash = hash_line (at, length);
    guint32 slot = find_slot (comparison, at, length, hash);

    if (comparison->table[slot] == 0) {
      Class class = { .hash = hash, .text = at, .length = length };

      g_array_append_val (comparison->classes, class);
      comparison->table[slot] = comparison->classes->len;
    }
    middle->classes[i] = comparison->table[slot] - 1;
    g_array_index (comparison->classes, Class, middle->classes[i]).in[side]++;
    i++;
  }
}

/* Count the classes in one of the common ends; returns its lines. */
static guint32
count_outside (Comparison *comparison, const char *text, gsize size)
{
  guint32 lines = 0;

  for (const char *at = text, *stop = text + size, *end; at < stop; at = end) {
    end = next_line (at, stop);
    lines++;

    guint32 slot = find_slot (comparison, at, (guint32) (end - at), hash_line (at, (gsize) (end - at)));

    if (comparison->table[slot])
      g_array_index (comparison->classes, Class, comparison->table[slot] - 1).outside++;
  }
  return lines;
}

static gboolean
is_common (const Class *class)
{
  return class->in[0] > 0 && class->in[1] > 0;
}

static guint32
count_unmatched (const Comparison *comparison, const Middle *middle)
{
  guint32 unmatched = 0;

  for (guint32 i = 0; i < middle->n; i++)
    unmatched += !is_common (&g_array_index (comparison->classes, Class, middle->classes[i]));
  return unmatched;
}

/* git's bound for a frequent line: about the square root of the number of lines. */
static guint32
frequent_from (guint32 lines)
{
  guint32 root = 1;

  for (; lines > 0; lines >>= 2)
    root <<= 1;
  return MIN (root, MAX_FREQUENT);
}

typedef enum { UNMATCHED, USUAL, FREQUENT } Kind;

/* Lines of the run around one line, to one side, that are unmatched or frequent. */
static void
look_around (const guint8 *kinds, guint32 n, guint32 at, int step, guint32 *unmatched, guint32 *frequent)
{
  gint64 i = at;

  *unmatched = 0;
  *frequent = 1;
  for (guint32 seen = 0; seen < WINDOW; seen++) {
    i += step;
    if (i < 0 || i >= (gint64) n || kinds[i] == USUAL)
      return;
    if (kinds[i] == UNMATCHED)
      (*unmatched)++;
    else
      (*frequent)++;
  }
}

static gboolean
is_left_out (const guint8 *kinds, guint32 n, guint32 at)
{
  guint32 unmatched[2], frequent[2];

  if (kinds[at] != FREQUENT)
    return kinds[at] == UNMATCHED;
  look_around (kinds, n, at, -1, &unmatched[0], &frequent[0]);
  look_around (kinds, n, at, 1, &unmatched[1], &frequent[1]);
  if (unmatched[0] == 0 || unmatched[1] == 0)
    return FALSE;
  return (frequent[0] + frequent[1]) * RUN < frequent[0] + frequent[1] + unmatched[0] + unmatched[1];
}

/* Keep what git keeps; returns how many lines that is, those without a partner between the ends included. */
static guint32
leave_out (Comparison *comparison, guint side, guint32 n_outside)
{
  Middle *middle = &comparison->sides[side];
  g_autofree guint8 *kinds = g_malloc (middle->n);
  guint32 bound = frequent_from (middle->n + n_outside), compared = 0;

  for (guint32 i = 0; i < middle->n; i++) {
    const Class *class = &g_array_index (comparison->classes, Class, middle->classes[i]);
    guint32 matches = class->in[!side] + class->outside;

    kinds[i] = matches == 0 ? UNMATCHED : matches >= bound ? FREQUENT : USUAL;
  }
  middle->n_kept = 0;
  for (guint32 i = 0; i < middle->n; i++) {
    if (is_left_out (kinds, middle->n, i))
      continue;
    compared++;
    if (is_common (&g_array_index (comparison->classes, Class, middle->classes[i])))
      middle->kept[middle->n_kept++] = middle->classes[i];
  }
  return compared;
}

static void
keep_common (const Comparison *comparison, Middle *middle)
{
  middle->n_kept = 0;
  for (guint32 i = 0; i < middle->n; i++)
    if (is_common (&g_array_index (comparison->classes, Class, middle->classes[i])))
      middle->kept[middle->n_kept++] = middle->classes[i];
}

/* Length of the shortest edit script between the kept lines, or NOT_FOUND beyond MAX_EDITS. */
static guint32
count_edits (const Middle *old, const Middle *new)
{
  gint32 reach[2 * MAX_EDITS + 3], n = (gint32) old->n_kept, m = (gint32) new->n_kept;

  reach[MAX_EDITS + 2] = 0;
  for (gint32 edits = 0; edits <= MAX_EDITS; edits++)
    for (gint32 diagonal = -edits; diagonal <= edits; diagonal += 2) {
      gint32 *here = &reach[MAX_EDITS + 1 + diagonal];
      gboolean down = diagonal == -edits || (diagonal != edits && here[-1] < here[1]);
      gint32 x = down ? here[1] : here[-1] + 1, y = x - diagonal;

      while (x < n && y < m && x >= 0 && y >= 0 && old->kept[x] == new->kept[y]) {
        x++;
        y++;
      }
      *here = x;
      if (x >= n && y >= m)
        return (guint32) edits;
    }
  return NOT_FOUND;
}

static gboolean
solve (Comparison *comparison, guint32 *common)
{
  Middle *old = &comparison->sides[0], *new = &comparison->sides[1];
  guint32 compared[2] = { old->n, new->n }, edits;
  gboolean few =
      count_unmatched (comparison, old) <= FEW_UNMATCHED && count_unmatched (comparison, new) <= FEW_UNMATCHED;

  keep_common (comparison, old);
  keep_common (comparison, new);
  if (old->n_kept == 0 || new->n_kept == 0) {
    *common = 0;
    return TRUE;
  }
  if (!few) {
    guint32 outside = count_outside (comparison, comparison->head, comparison->head_size) +
                      count_outside (comparison, comparison->tail, comparison->tail_size);

    for (guint side = 0; side < 2; side++)
      compared[side] = leave_out (comparison, side, outside);
  }
  edits = count_edits (old, new);
  if (edits == NOT_FOUND)
    return FALSE;
  *common = (old->n_kept + new->n_kept - edits) / 2;
  return compared[0] + compared[1] - 2 * *common <= MAX_EDITS;
}

static gboolean
compare_middles (Comparison *comparison, guint32 *common)
{
  guint32 n = comparison->sides[0].n, m = comparison->sides[1].n, size = 16;

  while (size < 2 * (n + m))
    size *= 2;

  g_autofree guint32 *lines = g_new (guint32, 2 * (gsize) (n + m));
  g_autofree guint32 *table = g_new0 (guint32, size);
  g_autoptr (GArray) classes = g_array_sized_new (FALSE, FALSE, sizeof (Class), n + m);

  comparison->classes = classes;
  comparison->table = table;
  comparison->mask = size - 1;
  comparison->sides[0].classes = lines;
  comparison->sides[1].classes = lines + n;
  comparison->sides[0].kept = lines + n + m;
  comparison->sides[1].kept = lines + n + m + n;
  classify (comparison, 0);
  classify (comparison, 1);
  return solve (comparison, common);
}

gboolean
ard_lines_count (const char *old, gsize old_size, const char *new, gsize new_size, gint32 *added, gint32 *deleted)
{
  Comparison comparison = { 0 };
  guint32 common = 0;

  trim (&comparison, old, old_size, new, new_size);
  for (guint side = 0; side < 2; side++) {
    Middle *middle = &comparison.sides[side];

    if (middle->end - middle->text > G_MAXINT32 / 4)
      return FALSE;
    middle->n = (guint32) ard_lines_number (middle->text, (gsize) (middle->end - middle->text));
  }

  guint32 n = comparison.sides[0].n, m = comparison.sides[1].n;

  if (n > 0 && m > 0 && n + m > MAX_LINES)
    return FALSE;
  if (n > 0 && m > 0 && !(n == 1 && m == 1) && !compare_middles (&comparison, &common))
    return FALSE;
  *deleted = (gint32) (n - common);
  *added = (gint32) (m - common);
  return TRUE;
}
