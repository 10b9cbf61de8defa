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
/* A function of more lines does more than hand on. */
#define PLAIN_LINES 15

/* The tokens of a copy and its rows of three, which are made when they are first asked for. */
typedef struct {
  ArdToken *tokens;
  guint32 *grams;   /* NULL, or names by their class; sorted */
  guint32 *phrases; /* NULL, or names as they are; sorted */
  guint n;
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

/* Hashes of the first rows of three, at most; classes behind the last one by themselves. */
static void
hash_rows (const Outline *outline, guint most, ArdTokenClass last_class, guint32 *grams)
{
  guint64 last[2] = { 0, 0 };

  for (guint i = 0; i < MIN (outline->n, most); i++) {
    guint64 key = key_of (&outline->tokens[i], last_class);
    guint64 gram = ((last[0] * 0x9e3779b97f4a7c15ULL) ^ last[1]) * 0x9e3779b97f4a7c15ULL ^ key;

    grams[i] = (guint32) (gram * 0x9e3779b97f4a7c15ULL >> 32);
    last[0] = last[1];
    last[1] = key;
  }
}

/* Borrowed. */
static const guint32 *
read_grams (const Outline *outline, guint32 **grams, ArdTokenClass last_class)
{
  if (*grams)
    return *grams;
  *grams = g_new (guint32, outline->n + 1);
  hash_rows (outline, outline->n, last_class, *grams);
  sort (*grams, outline->n);
  return *grams;
}

/* What a copy's last line closes beyond it is not its own. */
static gboolean
is_torn (const ArdCorpus *corpus, const ArdCloneCopy *copy)
{
  const ArdFile *file = ard_file (corpus, copy->file);
  guint32 first = find_line (corpus, file, copy->start_line), end = find_line (corpus, file, copy->end_line + 1);

  if (first == end || ard_token (corpus, end - 1)->depth > ard_token (corpus, first)->depth)
    return first != end;
  for (guint32 i = first; i < end && ard_token (corpus, i)->line < ard_token (corpus, end - 1)->line; i++)
    if (ard_token (corpus, i)->depth < ard_token (corpus, first)->depth)
      return TRUE;
  return FALSE;
}

/* The first function of the file that starts on a line or behind it. */
static guint32
find_function (const ArdCorpus *corpus, const ArdFile *file, guint32 line)
{
  guint32 low = file->first_function, high = file->first_function + file->n_functions;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (ard_function (corpus, middle)->facts.start_line < line)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Whether a function is short, decides nothing and has one statement at most beside its head. */
static gboolean
does_one_thing (const ArdCorpus *corpus, const ArdFile *file, const ArdFunction *function)
{
  guint32 statements = 0;

  if (function->cyclomatic > 1 || function->end_line - function->start_line >= PLAIN_LINES)
    return FALSE;
  for (guint32 i = find_line (corpus, file, function->start_line);
       i < file->first_token + file->n_tokens && ard_token (corpus, i)->line <= function->end_line; i++)
    statements += (ard_token (corpus, i)->flags & (ARD_TOKEN_STATEMENT | ARD_TOKEN_BRACE)) == ARD_TOKEN_STATEMENT;
  return statements <= 2;
}

static gboolean
is_plain (const ArdCorpus *corpus, const ArdCloneCopy *copy)
{
  const ArdFile *file = ard_file (corpus, copy->file);
  guint32 first = find_function (corpus, file, copy->start_line), i = first;

  if (copy->function != ARD_NONE && copy->function < first)
    return FALSE;
  for (; i < file->first_function + file->n_functions; i++) {
    const ArdFunction *function = &ard_function (corpus, i)->facts;

    if (function->start_line > copy->end_line)
      break;
    if (function->end_line > copy->end_line || !does_one_thing (corpus, file, function))
      return FALSE;
  }
  return i > first;
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
}

/* Whether its rows repeat: a table, a list of calls. */
static gboolean
is_list (const Outline *outline)
{
  enum { PLACES = 256, AT_ONCE = 2 * LEAST_DISTINCT };
  guint32 places[PLACES] = { 0 };
  guint distinct = 0;

  if (outline->n <= LEAST_DISTINCT * 2)
    return FALSE;

  g_autofree guint32 *grams = g_new (guint32, outline->n);
  guint done = 0, n = MIN (outline->n, AT_ONCE);

  hash_rows (outline, n, ARD_TOKEN_WORD, grams);
  while (done < outline->n && distinct < LEAST_DISTINCT) {
    guint place;

    if (done == n) {
      n = outline->n;
      hash_rows (outline, n, ARD_TOKEN_WORD, grams);
    }
    for (place = grams[done] % PLACES; places[place] && places[place] != grams[done] + 1;)
      place = (place + 1) % PLACES;
    distinct += places[place] == 0;
    places[place] = grams[done++] + 1;
  }
  return distinct < LEAST_DISTINCT;
}

static void
clear_outline (Outline *outline)
{
  g_free (outline->tokens);
  g_free (outline->grams);
  g_free (outline->phrases);
}

/* The part of the longer of two sorted rows that both have; 0 once it is sure to be less than least of them. */
static double
measure (const guint32 *a, guint n_a, const guint32 *b, guint n_b, double least)
{
  guint longer = MAX (n_a, n_b), common = 0, i = 0, j = 0, needed = (guint) (least * longer);

  while (i < n_a && j < n_b && common + MIN (n_a - i, n_b - j) >= needed) {
    guint32 left = a[i], right = b[j];

    common += left == right;
    i += left <= right;
    j += right <= left;
  }
  return common < needed ? 0 : longer ? (double) common / longer : 1;
}

static gboolean
have_one_form (const ArdToken *left, const ArdToken *right)
{
  return key_of (left, ARD_TOKEN_WORD) == key_of (right, ARD_TOKEN_WORD);
}

/* Rows of three at both ends that have one form. */
static guint
count_ends (const Outline *left, const Outline *right)
{
  guint n = MIN (left->n, right->n), head = 0, tail = 0;

  while (head < n && have_one_form (&left->tokens[head], &right->tokens[head]))
    head++;
  while (head + tail < n && have_one_form (&left->tokens[left->n - 1 - tail], &right->tokens[right->n - 1 - tail]))
    tail++;
  return head + (tail > 2 ? tail - 2 : 0);
}

/* Whether they are alike in form. */
static gboolean
are_alike (Outline *left, Outline *right)
{
  guint longer = MAX (left->n, right->n);

  if (MIN (left->n, right->n) < LIKE * longer)
    return FALSE;
  return count_ends (left, right) >= LIKE * longer ||
         measure (read_grams (left, &left->grams, ARD_TOKEN_WORD), left->n,
                  read_grams (right, &right->grams, ARD_TOKEN_WORD), right->n, LIKE) >= LIKE;
}

/* What two copies that are alike have in common by their phrases, in [0, 1]; 0 where they are not alike or have not
 * more than most. Rows with equal names are of one form too. */
static double
compare (Outline *left, Outline *right, double most)
{
  double like;

  if (MIN (left->n, right->n) < LIKE * MAX (left->n, right->n))
    return 0;
  like = measure (read_grams (left, &left->phrases, ARD_TOKEN_NAME), left->n,
                  read_grams (right, &right->phrases, ARD_TOKEN_NAME), right->n, most);
  like = MAX (like, G_MINDOUBLE);
  return like > most && (like >= LIKE || are_alike (left, right)) ? like : 0;
}

static gboolean
are_equal (const ArdCloneCopy *left, const ArdCloneCopy *right)
{
  return left->digest == right->digest && left->tokens == right->tokens;
}

static guint32
find_sibling (const ArdCloneCopy *copies, Outline *outlines, guint32 n, guint32 copy)
{
  guint32 best = ARD_NONE;
  double most = 0;

  if (n == 2 && outlines && !are_equal (&copies[0], &copies[1]))
    return are_alike (&outlines[0], &outlines[1]) ? 1 - copy : ARD_NONE;
  for (guint32 i = copy > NEAR ? copy - NEAR : 0; i < MIN (n, copy + NEAR + 1) && most <= 1; i++) {
    double like = i == copy                               ? 0
                  : are_equal (&copies[copy], &copies[i]) ? 2
                  : outlines                              ? compare (&outlines[copy], &outlines[i], most)
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
    guint32 sibling = outlines && is_list (&outlines[i]) ? ARD_NONE : find_sibling (copies, outlines, n, i);

    copies[i].sibling = sibling == ARD_NONE ? ARD_NONE : class->first_copy + sibling;
    copies[i].plain = is_plain (corpus, &copies[i]);
    copies[i].torn = is_torn (corpus, &copies[i]);
    copies[i].shared = sibling == ARD_NONE                        ? 0
                       : are_equal (&copies[i], &copies[sibling]) ? 1
                       : sibling < i && copies[sibling].sibling == class->first_copy + i
                           ? copies[sibling].shared
                           : share (&outlines[i], &outlines[sibling]);
  }
  for (guint32 i = 0; outlines && i < n; i++)
    clear_outline (&outlines[i]);
}
