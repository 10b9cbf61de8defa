#include <string.h>

#include "analyzers/analyzers.h"
#include "model/rule.h"

/* So many tokens stand for one line where lines are long. */
#define LINE_TOKENS 10
/* A copy that is a finding has so many tokens that say the same in its sibling: SonarQube's duplicated block. */
#define LEAST_TOKENS 100
/* And they are this part of it; a larger one of what may be a form that the code has to have. */
#define LEAST_SHARED 0.85
#define STRICTLY_SHARED 0.95
/* The most alike of so many copies are so by their form. */
#define CROWD 16
/* A piece that begins or ends in the middle of a function or of brackets has so many times the lines. */
#define CUT_LINES 2

/* The lines of one copy: what it spans, at most those of the class' largest. */
static double
count_lines (const ArdCloneClass *class, const ArdCloneCopy *copy)
{
  double spanned = MIN (class->lines, copy->end_line - copy->start_line + 1);

  return MAX (spanned, (double) copy->tokens / LINE_TOKENS);
}

/* The first function of the file that starts on the first line of a copy or behind it. */
static guint32
find_function (const ArdCorpus *corpus, const ArdCloneCopy *copy)
{
  const ArdFile *file = ard_file (corpus, copy->file);
  guint32 low = file->first_function, high = file->first_function + file->n_functions;

  while (low < high) {
    guint32 middle = low + (high - low) / 2;

    if (ard_function (corpus, middle)->facts.start_line < copy->start_line)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The innermost function that starts before a copy and has a part of it, or ARD_NONE. */
static guint32
find_around (const ArdCorpus *corpus, const ArdCloneCopy *copy, guint32 first)
{
  guint32 i = first > ard_file (corpus, copy->file)->first_function ? first - 1 : ARD_NONE;

  while (i != ARD_NONE && ard_function (corpus, i)->facts.end_line < copy->start_line) {
    guint32 parent = ard_function (corpus, i)->facts.parent;

    i = parent < i ? parent : ARD_NONE;
  }
  return i;
}

/* Rust's tests stand in the file that they test: the function that a copy stands in or begins with tells. */
static gboolean
is_in_tests (const ArdCorpus *corpus, const ArdCloneCopy *copy)
{
  const ArdFile *file = ard_file (corpus, copy->file);
  guint32 first = find_function (corpus, copy), around = find_around (corpus, copy, first);

  if (around != ARD_NONE)
    return !ard_corpus_is_in_use (corpus, copy->file, around);
  return first < file->first_function + file->n_functions &&
         ard_function (corpus, first)->facts.start_line <= copy->end_line &&
         !ard_corpus_is_in_use (corpus, copy->file, first);
}

/* The last part of a qualified name or of a chain of calls. */
static const char *
last_part (const char *name)
{
  const char *dot = strrchr (name, '.'), *colon = strrchr (name, ':');

  return MAX (dot, colon) ? MAX (dot, colon) + 1 : name;
}

/* Whether a function does nothing but check what it got and call one of its own name. */
static gboolean
hands_on (const ArdCorpus *corpus, guint32 index)
{
  const ArdCorpusFunction *row = ard_function (corpus, index);
  const ArdFile *file = ard_file (corpus, row->file);
  guint32 calls = 0, throws = 0;

  for (guint32 i = 0; i < file->n_captures; i++) {
    const ArdCapture *capture = &ard_capture (corpus, file->first_capture + i)->facts;

    if (capture->function == ARD_NONE || capture->function + file->first_function != index)
      continue;
    calls += capture->kind == ARD_CAPTURE_CALL && strcmp (last_part (capture->text), last_part (row->facts.name)) == 0;
    throws += capture->kind == ARD_CAPTURE_THROW;
  }
  return calls > 0 && row->facts.cyclomatic <= 1 + throws;
}

/* Overloads of one function that give their arguments on to each other. */
static gboolean
are_overloads (const ArdCorpus *corpus, const ArdCloneCopy *copy, const ArdCloneCopy *sibling)
{
  return copy->file == sibling->file && copy->function != ARD_NONE && sibling->function != ARD_NONE &&
         copy->function != sibling->function &&
         strcmp (ard_function (corpus, copy->function)->facts.name,
                 ard_function (corpus, sibling->function)->facts.name) == 0 &&
         hands_on (corpus, copy->function) && hands_on (corpus, sibling->function);
}

static void
add_finding (const ArdCorpus *corpus, const ArdSettings *settings, guint rule, guint32 index, const ArdCloneCopy *copy,
             const ArdCloneCopy *sibling, ArdFindings *findings)
{
  const ArdCloneClass *class = ard_clone_class (corpus, index);
  const ArdRuleSettings *numbers = &settings->rules[rule];
  double lines = count_lines (class, copy);
  gboolean test = is_in_tests (corpus, copy);
  ArdFinding *finding = test && lines < numbers->test_attention
                            ? NULL
                            : ard_findings_add (findings, corpus, settings, rule, copy->file, copy->function, lines);

  if (!finding)
    return;
  if (test) {
    finding->attention = numbers->test_attention;
    finding->critical = numbers->test_critical;
    finding->severity = lines >= numbers->test_critical ? ARD_SEVERITY_CRITICAL : ARD_SEVERITY_ATTENTION;
  }
  finding->clone_class = index;
  finding->start_line = copy->start_line;
  finding->end_line = copy->end_line;
  finding->other = sibling->file == copy->file ? ARD_NONE : sibling->file;
  finding->quantity = (double) class->lines * (class->n_copies - 1);
}

/* Whether a copy is torn, holds the first line of a function and not its last, or leaves one that it does not hold. */
static gboolean
is_cut (const ArdCorpus *corpus, const ArdCloneCopy *copy)
{
  const ArdFile *file = ard_file (corpus, copy->file);
  guint32 first = find_function (corpus, copy), around = find_around (corpus, copy, first);

  if (copy->torn || (around != ARD_NONE && ard_function (corpus, around)->facts.end_line < copy->end_line))
    return TRUE;
  for (guint32 i = first; i < file->first_function + file->n_functions; i++) {
    const ArdFunction *function = &ard_function (corpus, i)->facts;

    if (function->start_line > copy->end_line)
      break;
    if (function->end_line > copy->end_line)
      return TRUE;
  }
  return FALSE;
}

static gboolean
are_equal (const ArdCloneCopy *left, const ArdCloneCopy *right)
{
  return left->digest == right->digest && left->tokens == right->tokens;
}

/* Whether a copy and its sibling say enough that is the same. Of what only hands on the form is asked for. */
static gboolean
is_finding (const ArdCorpus *corpus, const ArdCloneCopy *copy, double attention)
{
  const ArdCloneClass *class = ard_clone_class (corpus, copy->clone_class);
  const ArdCloneCopy *sibling = copy->sibling == ARD_NONE ? NULL : ard_clone_copy (corpus, copy->sibling);

  if (!sibling || copy->tokens * (double) copy->shared < LEAST_TOKENS || copy->shared < LEAST_SHARED)
    return FALSE;
  if (class->n_copies > CROWD && copy->shared < STRICTLY_SHARED)
    return FALSE;
  if ((is_cut (corpus, copy) || is_cut (corpus, sibling)) &&
      (copy->shared < STRICTLY_SHARED || count_lines (class, copy) < CUT_LINES * attention))
    return FALSE;
  return !are_overloads (corpus, copy, sibling) && (!copy->plain || are_equal (copy, sibling));
}

/* By file and first line, the longest first. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdCorpus *corpus = data;
  const ArdCloneCopy *left = ard_clone_copy (corpus, *(const guint32 *) a);
  const ArdCloneCopy *right = ard_clone_copy (corpus, *(const guint32 *) b);

  if (left->file != right->file)
    return left->file < right->file ? -1 : 1;
  if (left->start_line != right->start_line)
    return left->start_line < right->start_line ? -1 : 1;
  if (left->end_line != right->end_line)
    return left->end_line > right->end_line ? -1 : 1;
  return left->clone_class < right->clone_class ? -1 : left->clone_class > right->clone_class;
}

static double
attention_of (const ArdCorpus *corpus, const ArdRuleSettings *numbers, guint32 index)
{
  const ArdCloneCopy *copy = ard_clone_copy (corpus, index);
  gboolean used = !(ard_file (corpus, copy->file)->flags & ARD_FILE_NOT_IN_USE) && !is_in_tests (corpus, copy);

  return used ? numbers->attention : numbers->test_attention;
}

/* By copy: whether it is a finding; lines inside a copy that is one are told once. Yours. */
static gboolean *
choose_copies (const ArdCorpus *corpus, const ArdRuleSettings *numbers)
{
  gboolean *chosen = g_new0 (gboolean, corpus->clone_copies->len + 1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ArdCloneCopy *outer = NULL;

  for (guint32 i = 0; i < corpus->clone_copies->len; i++)
    if (is_finding (corpus, ard_clone_copy (corpus, i), attention_of (corpus, numbers, i)))
      g_array_append_val (places, i);
  g_array_sort_with_data (places, compare_places, (gpointer) corpus);
  for (guint i = 0; i < places->len; i++) {
    guint32 index = g_array_index (places, guint32, i);
    const ArdCloneCopy *copy = ard_clone_copy (corpus, index);

    if (outer && outer->file == copy->file && outer->end_line >= copy->end_line)
      continue;
    chosen[index] = TRUE;
    outer = copy;
  }
  return chosen;
}

static void
run (const ArdCorpus *corpus, const ArdSettings *settings, ArdFindings *findings)
{
  guint rule = ard_rule_find ("duplicated-code");
  g_autofree gboolean *chosen = choose_copies (corpus, &settings->rules[rule]);

  for (guint32 i = 0; i < corpus->clone_copies->len; i++) {
    const ArdCloneCopy *copy = ard_clone_copy (corpus, i);

    if (chosen[i])
      add_finding (corpus, settings, rule, copy->clone_class, copy, ard_clone_copy (corpus, copy->sibling), findings);
  }
}

const ArdAnalyzer ard_analyzer_duplicated_code = { "duplicated-code", run };
