#include "cli/pipeline.h"
#include "cli/print.h"
#include "model/pick.h"

#define ITEM_LINES 60
/* Lines of a finding that a page shows at most, those around it included. */
#define FINDING_LINES 18
/* Lines shown before and after those that a finding points at. */
#define AROUND 3

/* What the pages with code show, by index. */
typedef struct {
  gboolean *classes;  /* items */
  gboolean *findings; /* findings */
} Shown;

static gboolean *
mark (const GArray *rows, guint n_rows, guint most)
{
  gboolean *marks = g_new0 (gboolean, n_rows + 1);

  for (guint i = 0; i < MIN (rows->len, most); i++)
    marks[g_array_index (rows, guint32, i)] = TRUE;
  return marks;
}

/* Append these lines of a file; FALSE when they cannot be read. */
static gboolean
add (ArdRun *run, ArdExcerpt excerpt, guint32 end, guint most)
{
  g_autofree char *text = ard_corpus_quote (run->corpus, run->repository, excerpt.file, excerpt.line, end, most);

  if (!text)
    return FALSE;
  excerpt.text = g_string_chunk_insert (run->ledger->strings, text);
  g_array_append_val (run->ledger->excerpts, excerpt);
  return TRUE;
}

static void
quote (ArdRun *run, ArdItem *item, guint32 finding, guint32 file, guint32 start, guint32 end, guint most)
{
  if (add (run, (ArdExcerpt){ file, start, finding, ARD_NONE, NULL }, end, most) && item->n_excerpts++ == 0)
    item->first_excerpt = run->ledger->excerpts->len - 1;
}

static guint32
first_line (const ArdFinding *finding)
{
  return finding->start_line > AROUND ? finding->start_line - AROUND : 1;
}

static void
quote_finding (ArdRun *run, ArdItem *item, const ArdFinding *finding, guint32 index, guint most)
{
  quote (run, item, index, finding->file, first_line (finding), finding->end_line + AROUND, most);
}

static void
quote_reviews (ArdRun *run)
{
  g_autoptr (GArray) shown = ard_pick_reviews (run->ledger);

  for (guint i = 0; i < shown->len; i++) {
    guint32 index = g_array_index (shown, guint32, i);
    const ArdFinding *review = ard_review (run->ledger, index);

    add (run, (ArdExcerpt){ review->file, first_line (review), ARD_NONE, index, NULL }, review->end_line + AROUND,
         FINDING_LINES);
  }
}

/* The lines that show an item: the whole function, or what a finding of the file points at. */
static void
quote_item (ArdRun *run, ArdItem *item)
{
  if (item->function != ARD_NONE) {
    const ArdFunction *function = &ard_function (run->corpus, item->function)->facts;

    quote (run, item, ARD_NONE, item->file, function->start_line, function->end_line, ITEM_LINES);
    return;
  }
  for (guint32 i = 0; i < item->n_findings; i++) {
    const ArdFinding *finding = ard_finding (run->ledger, item->first_finding + i);

    if (finding->capture == ARD_NONE)
      continue;
    quote_finding (run, item, finding, ARD_NONE, ITEM_LINES);
    return;
  }
}

static void
quote_copies (ArdRun *run, ArdItem *item, guint most)
{
  const ArdCloneClass *class = ard_clone_class (run->corpus, item->clone_class);

  for (guint32 i = 0; i < MIN (class->n_copies, most); i++) {
    const ArdCloneCopy *copy = ard_clone_copy (run->corpus, class->first_copy + i);

    quote (run, item, ARD_NONE, copy->file, copy->start_line, copy->end_line, ARD_PICK_COPY_LINES);
  }
}

static void
quote_shown (ArdRun *run, guint index, const Shown *shown)
{
  ArdItem *item = ard_item (run->ledger, index);
  gboolean listed = index < run->settings->report_max_items;

  if (item->unit == ARD_UNIT_CLONES)
    quote_copies (run, item, shown->classes[index] ? ARD_PICK_COPIES : listed ? 1 : 0);
  else if (listed)
    quote_item (run, item);
  for (guint32 i = 0; i < item->n_findings; i++)
    if (shown->findings[item->first_finding + i])
      quote_finding (run, item, ard_finding (run->ledger, item->first_finding + i), item->first_finding + i,
                     FINDING_LINES);
}

void
ard_run_quote (ArdRun *run)
{
  g_autoptr (GArray) classes = ard_pick_items (run->ledger, ARD_UNIT_CLONES);
  g_autoptr (GArray) findings = ard_pick_shown (run->ledger, "errors");
  g_autofree gboolean *class_marks = mark (classes, run->ledger->items->len, ARD_PICK_CLASSES);
  g_autofree gboolean *finding_marks = mark (findings, run->ledger->findings->len, findings->len);
  Shown shown = { class_marks, finding_marks };

  for (guint i = 0; i < run->ledger->items->len; i++)
    quote_shown (run, i, &shown);
  quote_reviews (run);
  ard_print_phase ("quote", NULL);
}
