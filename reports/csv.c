#include <string.h>

#include "reports/figure.h"
#include "reports/message.h"
#include "reports/name.h"
#include "reports/render.h"
#include "reports/text.h"

static const char header[] = "rank,id,title,rule,rules,unit,path,function,start_line,end_line,severity,priority,type,"
                             "recommendation,basis,in_plan,suppressed,boxes";

/* A spreadsheet would run a cell that starts so as a formula. */
static gboolean
is_formula (const char *text)
{
  return *text && strchr ("=+-@\t\r", *text) != NULL;
}

static void
put_text (GString *csv, const char *bytes)
{
  g_autofree char *text = ard_text_utf8 (bytes);
  gboolean quoted = strpbrk (text, ",\"\r\n") != NULL;

  g_string_append_c (csv, ',');
  if (quoted)
    g_string_append_c (csv, '"');
  if (is_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *at = text; *at; at++) {
    if (*at == '"')
      g_string_append_c (csv, '"');
    g_string_append_c (csv, *at);
  }
  if (quoted)
    g_string_append_c (csv, '"');
}

static void
put_rules (GString *csv, const ArdLedger *ledger, const ArdItem *item)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GArray) rules = ard_item_rules (ledger, item);

  for (guint i = 0; i < rules->len; i++)
    g_string_append_printf (names, "%s%s", i ? " " : "", ard_rules[g_array_index (rules, guint32, i)].id);
  put_text (csv, names->str);
}

/* Every file, a semicolon and a blank between. */
static void
put_paths (GString *csv, const ArdLedger *ledger, const ArdItem *item)
{
  g_autoptr (GArray) files = ard_item_files (ledger, item);
  g_autoptr (GString) paths = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (paths, "%s%s", i ? "; " : "",
                            ard_file (ledger->corpus, g_array_index (files, guint32, i))->path);
  put_text (csv, paths->str);
}

static void
put_boxes (GString *csv, guint boxes)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < ard_n_box_names; i++)
    if (boxes & ard_box_names[i].bit)
      g_string_append_printf (names, "%s%s", names->len ? " " : "", ard_box_names[i].name);
  put_text (csv, names->str);
}

static void
put_item (GString *csv, const ArdLedger *ledger, const ArdMessages *messages, guint index)
{
  const ArdItem *item = ard_item (ledger, index);
  const ArdCorpus *corpus = ledger->corpus;
  g_autofree char *title = ard_messages_item (messages, ledger, item);
  guint32 start, end;

  ard_item_lines (ledger, item, &start, &end);
  g_string_append_printf (csv, "%u", index + 1);
  put_text (csv, item->id);
  put_text (csv, title);
  put_text (csv, ard_rules[item->rule].id);
  put_rules (csv, ledger, item);
  put_text (csv, ard_name_unit (item->unit));
  put_text (csv, ard_file (corpus, item->file)->path);
  put_text (csv, item->function == ARD_NONE ? "" : ard_function (corpus, item->function)->facts.name);
  g_string_append_printf (csv, ",%u,%u", start, end);
  put_text (csv, ard_name_severity (item->severity));
  put_text (csv, ard_name_priority (item->priority));
  put_text (csv, ard_name_type (item->type));
  put_text (csv, ard_name_advice (item->advice));
  put_text (csv, ard_name_basis (item->basis));
  put_text (csv, item->in_plan ? "true" : "false");
  put_text (csv, item->suppressed ? "true" : "false");
  put_boxes (csv, item->boxes);
  for (guint i = 0; i < ard_n_item_figures; i++) {
    const ArdFigure *figure = &ard_item_figures[i];
    double value = ard_figure_get (figure, item, ard_item_is_priced (ledger, item));
    g_autofree char *text = ard_figure_text (value, figure->kind);

    g_string_append_printf (csv, ",%s", text);
  }
  put_paths (csv, ledger, item);
  g_string_append (csv, "\r\n");
}

GBytes *
ard_render_csv (const ArdLedger *ledger, const char *lang, GError **error)
{
  g_autoptr (ArdMessages) messages = ard_messages_new (lang, error);

  if (!messages)
    return NULL;

  GString *csv = g_string_new (header);

  for (guint i = 0; i < ard_n_item_figures; i++)
    g_string_append_printf (csv, ",%s", ard_item_figures[i].name);
  g_string_append (csv, ",paths\r\n");
  for (guint i = 0; i < ledger->items->len; i++)
    put_item (csv, ledger, messages, i);
  return g_string_free_to_bytes (csv);
}
