#include "clones/likeness.h"

/* Of a copy's rows of three tokens so many are different, or all but a few: a table or a list of calls has fewer. */
#define LEAST_DISTINCT 50
/* A sibling has this part of them too; looked for among so many on either side. */
#define LIKE 0.7
#define NEAR 16
/* Of larger classes only equal copies are siblings. */
#define MOST_COPIES 512

/* Rows of three tokens of a copy. */
typedef struct {
  guint32 *grams; /* sorted */
  guint n;
  guint distinct; /* different ones */
} Outline;

static guint64
key_of (const ArdToken *token)
{
  return token->kind == ARD_TOKEN_WORD ? token->text | 1ULL << 32 : token->kind;
}

/* By bytes, the lowest first: linear, and without a call for each comparison. */
static void
sort (guint32 *rows, guint n)
{
  g_autofree guint32 *spare = g_new (guint32, n + 1);

  for (guint shift = 0; shift < 32; shift += 8) {
    guint starts[257] = { 0 };
    guint32 *to = shift % 16 ? rows : spare;
    const guint32 *from = shift % 16 ? spare : rows;

    for (guint i = 0; i < n; i++)
      starts[(from[i] >> shift & 255) + 1]++;
    for (guint i = 0; i < 256; i++)
      starts[i + 1] += starts[i];
    for (guint i = 0; i < n; i++)
      to[starts[from[i] >> shift & 255]++] = from[i];
  }
}

/* The first token of the file on a line or behind it. */
static guint32
find_line (const ArdCorpus *corpus, const ArdFile *file, guint32 line)
{
  guint32 low = file->first_token, high = file->first_token + file->n_tokens;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (ard_token (corpus, middle)->line < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
read_outline (Outline *outline, const ArdCorpus *corpus, const ArdCloneCopy *copy)
{
  const ArdFile *file = ard_file (corpus, copy->file);
  guint32 first = find_line (corpus, file, copy->start_line), end = find_line (corpus, file, copy->end_line + 1);
  guint64 last[2] = { 0, 0 };

  *outline = (Outline){ g_new (guint32, end - first + 1), 0, 0 };
  for (guint32 i = first; i < end; i++) {
    const ArdToken *token = ard_token (corpus, i);
    guint64 key = key_of (token);
    guint64 gram = ((last[0] * 0x9e3779b97f4a7c15ULL) ^ last[1]) * 0x9e3779b97f4a7c15ULL ^ key;

    if (token->flags & ARD_TOKEN_EXEMPT)
      continue;
    outline->grams[outline->n++] = (guint32) (gram * 0x9e3779b97f4a7c15ULL >> 32);
    last[0] = last[1];
    last[1] = key;
  }
  sort (outline->grams, outline->n);
  for (guint i = 0; i < outline->n; i++)
    outline->distinct += i == 0 || outline->grams[i] != outline->grams[i - 1];
}

static double
measure (const Outline *left, const Outline *right)
{
  const guint32 *a = left->grams, *b = right->grams;
  guint n_a = left->n, n_b = right->n, common = 0;

  for (guint i = 0, j = 0; i < n_a && j < n_b;) {
    common += a[i] == b[j];
    if (a[i] == b[j]) {
      i++;
      j++;
    } else if (a[i] < b[j]) {
      i++;
    } else {
      j++;
    }
  }
  return MAX (n_a, n_b) ? (double) common / MAX (n_a, n_b) : 1;
}

static gboolean
are_equal (const ArdCloneCopy *left, const ArdCloneCopy *right)
{
  return left->digest == right->digest && left->tokens == right->tokens;
}

static guint32
find_sibling (const ArdCloneCopy *copies, const Outline *outlines, guint32 n, guint32 copy)
{
  guint32 best = ARD_NONE;
  double most = 0;

  for (guint32 i = copy > NEAR ? copy - NEAR : 0; i < MIN (n, copy + NEAR + 1) && most < 1; i++) {
    double like = i == copy                               ? 0
                  : are_equal (&copies[copy], &copies[i]) ? 1
                  : outlines                              ? measure (&outlines[copy], &outlines[i])
                                                          : 0;

    if (like >= LIKE && like > most) {
      most = like;
      best = i;
    }
  }
  return best;
}

void
ard_likeness_find (ArdCorpus *corpus, const ArdCloneClass *class)
{
  ArdCloneCopy *copies = ard_clone_copy (corpus, class->first_copy);
  guint32 n = class->n_copies;
  g_autofree Outline *outlines = n <= MOST_COPIES ? g_new (Outline, n) : NULL;

  for (guint32 i = 0; outlines && i < n; i++)
    read_outline (&outlines[i], corpus, &copies[i]);
  for (guint32 i = 0; i < n; i++) {
    gboolean list = outlines && outlines[i].distinct < LEAST_DISTINCT && outlines[i].n > LEAST_DISTINCT * 2;
    guint32 sibling = list ? ARD_NONE : find_sibling (copies, outlines, n, i);

    copies[i].sibling = sibling == ARD_NONE ? ARD_NONE : class->first_copy + sibling;
  }
  for (guint32 i = 0; outlines && i < n; i++)
    g_free (outlines[i].grams);
}
