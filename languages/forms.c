#include "languages/forms.h"

#include <string.h>

/* A capture of the form's first pattern that is one of another's too. */
typedef struct {
  guint32 from, to;
} Renamed;

/* Another pattern of a form. */
typedef struct {
  guint32 pattern;
  GArray *renamed; /* of Renamed */
} Like;

struct ArdForms {
  GPtrArray **likes; /* by pattern: NULL, or of Like */
  guint32 n;
};

/* A pattern without predicates, comments, names of captures and needless space. */
typedef struct {
  const TSQuery *query;
  GString *text;
  GArray *captures; /* of guint32: all of them, those of one node side by side */
  GArray *nodes;    /* of guint32: how many captures were met up to the end of each captured node's */
  gboolean space;   /* was read, but not written yet */
} Form;

static void
free_like (gpointer data)
{
  Like *like = data;

  g_array_unref (like->renamed);
  g_free (like);
}

static void
form_clear (Form *form)
{
  g_string_free (form->text, TRUE);
  g_array_unref (form->captures);
  g_array_unref (form->nodes);
}

static const char *
skip_string (const char *at, const char *end)
{
  for (at++; at < end && *at != '"'; at++)
    at += *at == '\\';
  return MIN (at + 1, end);
}

static const char *
skip_comment (const char *at, const char *end)
{
  while (at < end && *at != '\n')
    at++;
  return at;
}

static const char *
skip_predicate (const char *at, const char *end)
{
  guint depth = 0;

  while (at < end) {
    char c = *at;

    at = c == '"' ? skip_string (at, end) : c == ';' ? skip_comment (at, end) : at + 1;
    depth += c == '(';
    depth -= c == ')';
    if (depth == 0)
      break;
  }
  return at;
}

static gboolean
is_named (const TSQuery *query, guint32 id, const char *name, gsize length)
{
  guint32 own;
  const char *text = ts_query_capture_name_for_id (query, id, &own);

  return own == length && memcmp (text, name, length) == 0;
}

static const char *
read_capture (Form *form, const char *at, const char *end)
{
  guint32 id = 0, n = ts_query_capture_count (form->query);
  const char *name = ++at;

  while (at < end && (g_ascii_isalnum (*at) || strchr ("._-", *at)))
    at++;
  while (id < n && !is_named (form->query, id, name, (gsize) (at - name)))
    id++;
  g_array_append_val (form->captures, id);
  if (form->text->len && form->text->str[form->text->len - 1] == '@') {
    g_array_index (form->nodes, guint32, form->nodes->len - 1)++;
  } else {
    g_array_append_val (form->nodes, form->captures->len);
    g_string_append_c (form->text, '@');
  }
  form->space = FALSE;
  return at;
}

static void
write_part (Form *form, const char *at, const char *end)
{
  const GString *text = form->text;

  if (form->space && text->len && !strchr ("([", text->str[text->len - 1]) && !strchr (")]", *at))
    g_string_append_c (form->text, ' ');
  form->space = FALSE;
  g_string_append_len (form->text, at, end - at);
}

/* ((a) …) is (a) …: the brackets only hold the predicates. */
static void
strip_brackets (GString *text)
{
  guint depth = 0;
  gsize i;

  if (text->len < 2 || text->str[0] != '(' || !strchr ("([", text->str[1]) || strchr (text->str, '"'))
    return;
  for (i = 0; i < text->len; i++) {
    depth += text->str[i] == '(';
    depth -= text->str[i] == ')';
    if (depth == 0)
      break;
  }
  if (i + 1 != text->len)
    return;
  g_string_truncate (text, i);
  g_string_erase (text, 0, 1);
}

static void
read_form (Form *form, const char *at, const char *end)
{
  while (at < end) {
    const char *next = at + 1;

    if (g_ascii_isspace (*at) || *at == ';') {
      next = *at == ';' ? skip_comment (at, end) : next;
      form->space = TRUE;
    } else if (*at == '(' && next < end && *next == '#') {
      next = skip_predicate (at, end);
    } else if (*at == '@') {
      next = read_capture (form, at, end);
    } else {
      next = *at == '"' ? skip_string (at, end) : next;
      write_part (form, at, next);
    }
    at = next;
  }
  strip_brackets (form->text);
}

static Form
form_of (const TSQuery *query, const char *source, guint32 pattern)
{
  Form form = { query, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint32)),
                g_array_new (FALSE, FALSE, sizeof (guint32)), FALSE };

  read_form (&form, source + ts_query_start_byte_for_pattern (query, pattern),
             source + ts_query_end_byte_for_pattern (query, pattern));
  return form;
}

static gboolean
is_renamed (const GArray *renamed, guint32 from, guint32 to)
{
  for (guint i = 0; i < renamed->len; i++) {
    const Renamed *row = &g_array_index (renamed, Renamed, i);

    if (row->from == from && row->to == to)
      return TRUE;
  }
  return FALSE;
}

/* Whether a capture is met in two places of a form: which of the two a match means cannot be told. */
static gboolean
is_twice (const Form *form, guint32 capture, guint first, guint end)
{
  for (guint i = 0; i < form->captures->len; i++)
    if ((i < first || i >= end) && g_array_index (form->captures, guint32, i) == capture)
      return TRUE;
  return FALSE;
}

/* What the captures of the leader are to another; NULL where one of them would be two things. */
static GArray *
rename_captures (const Form *leader, const Form *other)
{
  g_autoptr (GArray) renamed = g_array_new (FALSE, FALSE, sizeof (Renamed));

  for (guint i = 0, first = 0, start = 0; i < leader->nodes->len; i++) {
    guint32 from = g_array_index (leader->captures, guint32, first), end = g_array_index (other->nodes, guint32, i);
    guint32 stop = g_array_index (leader->nodes, guint32, i);

    gboolean many = is_twice (leader, from, first, stop);

    if (many && (leader->captures->len != leader->nodes->len || end - start != 1))
      return NULL;
    for (guint j = start; j < end; j++) {
      Renamed row = { from, g_array_index (other->captures, guint32, j) };

      if (many && row.to != from)
        return NULL;
      if (!is_renamed (renamed, row.from, row.to))
        g_array_append_val (renamed, row);
    }
    first = stop;
    start = end;
  }
  return g_steal_pointer (&renamed);
}

/* Let the leader stand for a pattern too; FALSE where it cannot. */
static gboolean
join (ArdForms *self, guint32 pattern, const Form *form, guint32 leader, const Form *leading)
{
  GArray *renamed = rename_captures (leading, form);
  Like *like;

  if (!renamed)
    return FALSE;
  like = g_new (Like, 1);
  *like = (Like){ pattern, renamed };
  if (!self->likes[leader])
    self->likes[leader] = g_ptr_array_new_with_free_func (free_like);
  g_ptr_array_add (self->likes[leader], like);
  return TRUE;
}

ArdForms *
ard_forms_new (TSQuery *query, const char *source)
{
  ArdForms *self = g_new0 (ArdForms, 1);
  g_autoptr (GHashTable) leaders = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree Form *forms = NULL;

  self->n = ts_query_pattern_count (query);
  self->likes = g_new0 (GPtrArray *, self->n + 1);
  forms = g_new (Form, self->n + 1);
  for (guint32 i = 0; i < self->n; i++) {
    gpointer leader;

    forms[i] = form_of (query, source, i);
    if (!g_hash_table_lookup_extended (leaders, forms[i].text->str, NULL, &leader))
      g_hash_table_insert (leaders, forms[i].text->str, GUINT_TO_POINTER (i));
    else if (join (self, i, &forms[i], GPOINTER_TO_UINT (leader), &forms[GPOINTER_TO_UINT (leader)]))
      ts_query_disable_pattern (query, i);
  }
  for (guint32 i = 0; i < self->n; i++)
    form_clear (&forms[i]);
  return self;
}

void
ard_forms_free (ArdForms *forms)
{
  if (!forms)
    return;
  for (guint32 i = 0; i < forms->n; i++)
    g_clear_pointer (&forms->likes[i], g_ptr_array_unref);
  g_free (forms->likes);
  g_free (forms);
}

gboolean
ard_forms_get (const ArdForms *forms, const TSQueryMatch *match, guint index, GArray *captures, TSQueryMatch *one)
{
  const GPtrArray *likes = forms->likes[match->pattern_index];
  const Like *like;

  *one = *match;
  if (index == 0)
    return TRUE;
  if (!likes || index > likes->len)
    return FALSE;
  like = g_ptr_array_index (likes, index - 1);
  g_array_set_size (captures, 0);
  for (guint16 i = 0; i < match->capture_count; i++)
    for (guint j = 0; j < like->renamed->len; j++) {
      const Renamed *row = &g_array_index (like->renamed, Renamed, j);
      TSQueryCapture capture = { match->captures[i].node, row->to };

      if (row->from == match->captures[i].index)
        g_array_append_val (captures, capture);
    }
  one->pattern_index = (guint16) like->pattern;
  one->captures = (const TSQueryCapture *) (gconstpointer) captures->data;
  one->capture_count = (guint16) captures->len;
  return TRUE;
}
