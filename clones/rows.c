#include "clones/rows.h"

#include "clones/likeness.h"

/* A class that is being written; its copies stand in the corpus. */
typedef struct {
  ArdCloneClass row;
  guint32 file, line; /* of its first copy */
} Class;

typedef struct {
  ArdCorpus *corpus;
  const ArdUnitTable *table;
  const ArdTwins *twins;
  const ArdChosen *chosen;
  guint n_chosen;
  GArray *copies;  /* of ArdCloneCopy, by class as found */
  GArray *classes; /* of Class */
} Writer;

static gboolean
is_whole (const Writer *writer, const ArdChosen *chosen)
{
  guint32 file = ard_unit (writer->table, chosen->first)->file;

  return chosen->first == writer->table->starts[file] && chosen->last + 1 == writer->table->starts[file + 1];
}

static void
add_copy (Writer *writer, guint32 file, guint32 start, guint32 end, Class *class)
{
  ArdRegion region = ard_region_tokens (writer->table->tokens, start, end);
  ArdCloneCopy copy = { .file = file,
                        .function = ard_region_function (writer->corpus, writer->table, file, &region),
                        .start_line = region.start_line,
                        .end_line = region.end_line,
                        .tokens = region.tokens,
                        .digest = region.digest };

  g_array_append_val (writer->copies, copy);
  class->row.n_copies++;
  class->row.tokens = MAX (class->row.tokens, region.tokens);
  class->row.lines = MAX (class->row.lines, region.lines);
}

static void
add_chosen (Writer *writer, const ArdChosen *chosen, Class *class)
{
  const ArdUnit *unit = ard_unit (writer->table, chosen->first);
  guint32 file = unit->file, start = unit->first, end = ard_region_end (writer->table, chosen->first, chosen->last);
  guint32 origin = ard_file (writer->corpus, file)->first_token;

  add_copy (writer, file, start, end, class);
  if (writer->twins->first[file] != file || !is_whole (writer, chosen))
    return;
  for (guint32 i = file + 1; i < writer->twins->n_files; i++)
    if (writer->twins->first[i] == file) {
      guint32 shift = ard_file (writer->corpus, i)->first_token - origin;

      add_copy (writer, i, start + shift, end + shift, class);
    }
}

typedef struct {
  guint64 hash;
  guint32 chosen, tokens;
} Gram;

static int
compare_grams (gconstpointer a, gconstpointer b)
{
  const Gram *left = a, *right = b;

  if (left->hash != right->hash)
    return left->hash < right->hash ? -1 : 1;
  return left->chosen < right->chosen ? -1 : left->chosen > right->chosen;
}

/*
 * The longest two statements that stand in two copies: neither an edit elsewhere nor a further copy changes them, and
 * no other class is likely to have them.
 */
static guint64
identify (const Writer *writer, guint start, guint end)
{
  const ArdUnitTable *table = writer->table;
  g_autoptr (GArray) grams = g_array_new (FALSE, FALSE, sizeof (Gram));
  Gram best = { writer->table->n_files ? ard_unit (table, writer->chosen[start].first)->shape : 0, 0, 0 };

  for (guint i = start; i < end; i++)
    for (guint32 j = writer->chosen[i].first; j < writer->chosen[i].last; j++) {
      const ArdUnit *one = ard_unit (table, j), *two = ard_unit (table, j + 1);
      Gram gram = { ard_clones_mix (one->shape, two->shape), i, (guint32) one->n + two->n };

      if (one->shape != two->shape)
        g_array_append_val (grams, gram);
    }
  g_array_sort (grams, compare_grams);
  for (guint i = 0; i < grams->len; i++) {
    const Gram *gram = &g_array_index (grams, Gram, i), *next = i + 1 < grams->len ? gram + 1 : NULL;
    gboolean shared = next && gram->hash == next->hash && gram->chosen != next->chosen;

    if ((shared || end == start + 1) && gram->tokens > best.tokens)
      best = *gram;
  }
  return best.hash;
}

static guint64
shape_of (const Writer *writer, const ArdChosen *chosen)
{
  guint64 shape = 0;

  for (guint32 i = chosen->first; i <= chosen->last; i++)
    shape = ard_clones_mix (shape, ard_unit (writer->table, i)->shape);
  return shape;
}

static guint32
type_of (const Writer *writer, guint start, guint end, guint32 first_copy)
{
  guint32 type = 1;
  guint64 shape = shape_of (writer, &writer->chosen[start]);

  for (guint32 i = first_copy + 1; i < writer->copies->len; i++)
    if (g_array_index (writer->copies, ArdCloneCopy, i).digest !=
        g_array_index (writer->copies, ArdCloneCopy, first_copy).digest)
      type = 2;
  for (guint i = start + 1; i < end && type > 1; i++)
    if (shape_of (writer, &writer->chosen[i]) != shape)
      type = 3;
  return type;
}

static int
compare_copies (gconstpointer a, gconstpointer b)
{
  const ArdCloneCopy *left = a, *right = b;

  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  return left->start_line < right->start_line ? -1 : left->start_line > right->start_line;
}

static void
add_class (Writer *writer, guint start, guint end)
{
  guint32 first = writer->copies->len;
  Class class = { .row = { .first_copy = first, .identity = identify (writer, start, end) } };

  for (guint i = start; i < end; i++)
    add_chosen (writer, &writer->chosen[i], &class);
  if (class.row.n_copies < 2) {
    g_array_set_size (writer->copies, first);
    return;
  }
  class.row.type = type_of (writer, start, end, first);
  qsort (&g_array_index (writer->copies, ArdCloneCopy, first), class.row.n_copies, sizeof (ArdCloneCopy),
         compare_copies);
  class.file = g_array_index (writer->copies, ArdCloneCopy, first).file;
  class.line = g_array_index (writer->copies, ArdCloneCopy, first).start_line;
  g_array_append_val (writer->classes, class);
}

static int
compare_classes (gconstpointer a, gconstpointer b)
{
  const Class *left = a, *right = b;

  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->row.first_copy < right->row.first_copy ? -1 : left->row.first_copy > right->row.first_copy;
}

static void
put_rows (const Writer *writer)
{
  for (guint i = 0; i < writer->classes->len; i++) {
    ArdCloneClass row = g_array_index (writer->classes, Class, i).row;
    guint32 first = row.first_copy;

    row.first_copy = writer->corpus->clone_copies->len;
    for (guint32 j = first; j < first + row.n_copies; j++) {
      ArdCloneCopy copy = g_array_index (writer->copies, ArdCloneCopy, j);

      copy.clone_class = i;
      g_array_append_val (writer->corpus->clone_copies, copy);
    }
    g_array_append_val (writer->corpus->clone_classes, row);
    ard_likeness_find (writer->corpus, &row);
  }
}

static int
compare_chosen (gconstpointer a, gconstpointer b)
{
  const ArdChosen *left = a, *right = b;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  return left->last > right->last ? -1 : left->last < right->last;
}

/* Of copies of one class that overlap, after classes were merged, the first stays. */
static void
drop_overlaps (GArray *copies)
{
  guint kept = 0;

  for (guint i = 0; i < copies->len; i++) {
    const ArdChosen *copy = &g_array_index (copies, ArdChosen, i);
    const ArdChosen *last = kept ? &g_array_index (copies, ArdChosen, kept - 1) : NULL;

    if (!last || last->group != copy->group || last->last < copy->first)
      g_array_index (copies, ArdChosen, kept++) = *copy;
  }
  g_array_set_size (copies, kept);
}

void
ard_rows_write (ArdCorpus *corpus, const ArdUnitTable *table, const ArdTwins *twins, GArray *chosen)
{
  g_array_sort (chosen, compare_chosen);
  drop_overlaps (chosen);

  Writer writer = { .corpus = corpus,
                    .table = table,
                    .twins = twins,
                    .chosen = (const ArdChosen *) (gconstpointer) chosen->data,
                    .n_chosen = chosen->len,
                    .copies = g_array_new (FALSE, FALSE, sizeof (ArdCloneCopy)),
                    .classes = g_array_new (FALSE, FALSE, sizeof (Class)) };

  for (guint i = 0, end; i < writer.n_chosen; i = end) {
    for (end = i; end < writer.n_chosen && writer.chosen[end].group == writer.chosen[i].group; end++)
      ;
    add_class (&writer, i, end);
  }
  g_array_sort (writer.classes, compare_classes);
  put_rows (&writer);
  g_array_unref (writer.copies);
  g_array_unref (writer.classes);
}
