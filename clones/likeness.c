#include "clones/likeness.h"

#include "clones/shared.h"

/* Of a copy's rows of three tokens so many are different, or all but a few: a table or a list of calls has fewer. */
#define LEAST_DISTINCT 50
/* A sibling has this part of them too; looked for among so many on either side. */
#define LIKE 0.7
#define NEAR 16
/* Of larger classes only equal copies are siblings. */
#define MOST_COPIES 512
/* What two copies have in common is not counted where it is less, nor where they differ in more tokens. */
#define LEAST_SHARED 0.8
#define MOST_EDITS 2048

/* The tokens of a copy and its rows of three. */
typedef struct {
  ArdToken *tokens;
  guint32 *grams;   /* names by their class; sorted */
  guint32 *phrases; /* names as they are; sorted */
  guint n;
  guint distinct; /* different grams */
} Outline;

static guint64
key_of (const ArdToken *token, ArdTokenClass last_class)
{
  return token->kind <= last_class ? token->text | 1ULL << 32 : token->kind;
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

/* Hashes of the rows of three; classes behind the last one by themselves. Yours. */
static guint32 *
read_grams (const Outline *outline, ArdTokenClass last_class)
{
  guint32 *grams = g_new (guint32, outline->n + 1);
  guint64 last[2] = { 0, 0 };

  for (guint i = 0; i < outline->n; i++) {
    guint64 key = key_of (&outline->tokens[i], last_class);
    guint64 gram = ((last[0] * 0x9e3779b97f4a7c15ULL) ^ last[1]) * 0x9e3779b97f4a7c15ULL ^ key;

    grams[i] = (guint32) (gram * 0x9e3779b97f4a7c15ULL >> 32);
    last[0] = last[1];
    last[1] = key;
  }
  sort (grams, outline->n);
  return grams;
}

static void
read_outline (Outline *outline, const ArdCorpus *corpus, const ArdCloneCopy *copy)
{
  const ArdFile *file = ard_file (corpus, copy->file);
  guint32 first = find_line (corpus, file, copy->start_line), end = find_line (corpus, file, copy->end_line + 1);

  *outline = (Outline){ .tokens = g_new (ArdToken, end - first + 1) };
  for (guint32 i = first; i < end; i++)
    if (!(ard_token (corpus, i)->flags & ARD_TOKEN_EXEMPT))
      outline->tokens[outline->n++] = *ard_token (corpus, i);
  outline->grams = read_grams (outline, ARD_TOKEN_WORD);
  outline->phrases = read_grams (outline, ARD_TOKEN_NAME);
  for (guint i = 0; i < outline->n; i++)
    outline->distinct += i == 0 || outline->grams[i] != outline->grams[i - 1];
}

static void
clear_outline (Outline *outline)
{
  g_free (outline->tokens);
  g_free (outline->grams);
  g_free (outline->phrases);
}

/* Both sorted. */
static double
measure (const guint32 *a, guint n_a, const guint32 *b, guint n_b)
{
  guint common = 0;

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

/* What two copies that are alike have in common by their phrases, in [0, 1]; 0 where they are not alike. */
static double
compare (const Outline *left, const Outline *right)
{
  if (measure (left->grams, left->n, right->grams, right->n) < LIKE)
    return 0;
  return MAX (measure (left->phrases, left->n, right->phrases, right->n), G_MINDOUBLE);
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

  for (guint32 i = copy > NEAR ? copy - NEAR : 0; i < MIN (n, copy + NEAR + 1) && most <= 1; i++) {
    double like = i == copy                               ? 0
                  : are_equal (&copies[copy], &copies[i]) ? 2
                  : outlines                              ? compare (&outlines[copy], &outlines[i])
                                                          : 0;

    if (like > most) {
      most = like;
      best = i;
    }
  }
  return best;
}

/* The share of the longer one's tokens that stand in both. */
static float
share (const Outline *left, const Outline *right)
{
  guint n = MAX (left->n, right->n);
  guint edits = (guint) MIN (MOST_EDITS, 2 * (1 - LEAST_SHARED) * n);

  return n ? (float) ard_shared_count (left->tokens, left->n, right->tokens, right->n, edits) / (float) n : 0;
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
    copies[i].shared = sibling == ARD_NONE                        ? 0
                       : are_equal (&copies[i], &copies[sibling]) ? 1
                                                                  : share (&outlines[i], &outlines[sibling]);
  }
  for (guint32 i = 0; outlines && i < n; i++)
    clear_outline (&outlines[i]);
}
