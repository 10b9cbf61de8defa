#include "cli/offboard_text.h"

#include <string.h>

#include "cli/print.h"
#include "cli/quote.h"

#define MOST_FOLDERS 20
#define MOST_FILES 40

typedef struct {
  const ArdRun *run;
  const ArdOffboard *offboard;
  GString *text;
  gboolean markdown;
} Page;

/* Hours and money of learning it again: all low, all likely, all high. */
typedef struct {
  double hours, money;
} Price;

static Price
price (const ArdSettings *settings, double days, int level)
{
  const ArdRange *ranges[] = { &settings->team_coding_share, &settings->team_relearn_share, &settings->team_hour_cost };
  double factors[3];

  for (guint i = 0; i < 3; i++)
    factors[i] = level < 0 ? ranges[i]->low : level > 0 ? ranges[i]->high : ranges[i]->likely;

  double hours = days * settings->team_day_hours * factors[0] * factors[1];

  return (Price){ hours, hours * factors[2] };
}

static char *
number (const Page *page, double value, guint decimals)
{
  return ard_messages_number (page->run->messages, value, decimals);
}

/* A name or a path: one line, fit for a terminal; between backquotes in Markdown. */
static char *
show (const Page *page, const char *raw)
{
  g_autofree char *shown = ard_print_escape (raw);

  if (!page->markdown)
    return g_steal_pointer (&shown);
  g_strdelimit (shown, "`|", '\'');
  return g_strdup_printf ("`%s`", shown);
}

static char *
show_author (const Page *page, guint32 author)
{
  return show (page, ard_author (page->run->corpus, author)->name);
}

static char *
list_names (const Page *page, const GArray *leavers)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < leavers->len; i++) {
    g_autofree char *name = show_author (page, g_array_index (leavers, guint32, i));

    g_string_append_printf (names, "%s%s", i ? ", " : "", name);
  }
  return g_string_free (names, FALSE);
}

/* Takes the sentence. */
static void
say (Page *page, char *sentence)
{
  g_string_append_printf (page->text, "%s\n%s", sentence, page->markdown ? "\n" : "");
  g_free (sentence);
}

static void
say_title (Page *page, const char *key)
{
  const char *words = ard_messages_get (page->run->messages, key);

  g_string_append_printf (page->text, page->markdown ? "## %s\n\n" : "\n%s\n", words);
}

static void
say_sums (Page *page, const GArray *leavers)
{
  const ArdMessages *messages = page->run->messages;
  const ArdSettings *settings = page->run->settings;
  const ArdOffboard *offboard = page->offboard;
  Price low = price (settings, offboard->days, -1), likely = price (settings, offboard->days, 0);
  Price high = price (settings, offboard->days, 1);
  g_autofree char *names = list_names (page, leavers), *people = number (page, offboard->people_before, 0);
  g_autofree char *lost = number (page, offboard->files->len, 0), *owned = number (page, offboard->n_owned, 0);
  g_autofree char *all = number (page, offboard->n_files, 0), *days = number (page, offboard->days, 1);
  g_autofree char *low_h = number (page, low.hours, 0), *likely_h = number (page, likely.hours, 0);
  g_autofree char *high_h = number (page, high.hours, 0);
  g_autofree char *low_m = ard_messages_money (messages, settings, low.money);
  g_autofree char *likely_m = ard_messages_money (messages, settings, likely.money);
  g_autofree char *high_m = ard_messages_money (messages, settings, high.money);
  g_autofree char *before = number (page, offboard->truck_before, 0), *after = number (page, offboard->truck_after, 0);
  g_autofree char *owned_before = number (page, offboard->truck_owned_before, 0);
  g_autofree char *owned_after = number (page, offboard->truck_owned_after, 0);
  g_autofree char *rest = number (page, offboard->people_after, 0);

  if (page->markdown)
    g_string_append_printf (page->text, "# %s\n\n", ard_messages_get (messages, "offboard.title"));
  say (page, ard_messages_fill (messages, "offboard.who", "names", names, "people", people, "rest", rest, NULL));
  say (page,
       ard_messages_fill (messages, "offboard.lost", "lost", lost, "owned", owned, "all", all, "days", days, NULL));
  if (offboard->files->len > 0)
    say (page, ard_messages_fill (messages, "offboard.relearn", "low", low_h, "likely", likely_h, "high", high_h,
                                  "low_cost", low_m, "likely_cost", likely_m, "high_cost", high_m, NULL));
  say (page, ard_messages_fill (messages, "offboard.truck", "before", before, "after", after, "owned_before",
                                owned_before, "owned_after", owned_after, NULL));
}

/* One row of a table: cells, n of them; the first is padded to width in text. */
static void
put_row (Page *page, char *const *cells, guint n, glong width)
{
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (page->text, "%s%s", page->markdown ? i ? " | " : "| " : "  ", cells[i]);
    for (glong j = g_utf8_strlen (cells[i], -1); !page->markdown && i == 0 && j < width; j++)
      g_string_append_c (page->text, ' ');
  }
  g_string_append (page->text, page->markdown ? " |\n" : "\n");
}

static void
put_head (Page *page, const char *first, const char *second)
{
  const ArdMessages *messages = page->run->messages;

  if (page->markdown)
    g_string_append_printf (page->text, "| %s | %s | %s | %s |\n|---|---|---|---|\n",
                            ard_messages_get (messages, first), ard_messages_get (messages, second),
                            ard_messages_get (messages, "offboard.head.days"),
                            ard_messages_get (messages, "offboard.head.successor"));
}

static char *
name_folder (const Page *page, guint32 module)
{
  const char *path = module == ARD_NONE ? NULL : ard_module (page->run->corpus, module)->path;

  if (!path)
    return g_strdup (ard_messages_get (page->run->messages, "offboard.elsewhere"));
  return show (page, *path ? path : ".");
}

static char *
name_successor (const Page *page, const ArdLostFile *row)
{
  const ArdMessages *messages = page->run->messages;

  const char *key = !row->knows ? "offboard.nearby" : row->successor_recent ? "offboard.knows" : "offboard.knew";

  if (row->successor == ARD_NONE)
    return g_strdup (ard_messages_get (messages, "offboard.nobody"));

  g_autofree char *name = show_author (page, row->successor), *days = number (page, row->successor_days, 1);
  g_autofree char *n = number (page, row->successor_recent, 0);
  g_autofree char *window = number (page, page->run->settings->history_window_d, 0);

  return ard_messages_fill (messages, key, "name", name, "days", days, "n", n, "window", window, NULL);
}

static void
put_more (Page *page, guint all, guint shown)
{
  g_autofree char *more = number (page, all - shown, 0);

  if (all > shown)
    say (page, ard_messages_fill (page->run->messages, "offboard.more", "n", more, NULL));
  else if (page->markdown)
    g_string_append_c (page->text, '\n');
}

static void
put_folders (Page *page)
{
  const GArray *modules = page->offboard->modules;
  guint n = page->markdown ? modules->len : MIN (modules->len, MOST_FOLDERS);
  glong width = 0;

  say_title (page, "offboard.folders");
  put_head (page, "offboard.head.folder", "offboard.head.lost");
  for (guint pass = page->markdown; pass < 2; pass++)
    for (guint i = 0; i < n; i++) {
      const ArdLostModule *row = &g_array_index (modules, ArdLostModule, i);
      g_autofree char *path = name_folder (page, row->module), *lost = number (page, row->lost, 0);
      g_autofree char *files = number (page, row->files, 0), *days = number (page, row->days, 1);
      g_autofree char *of = ard_messages_fill (page->run->messages, "offboard.of", "lost", lost, "files", files, NULL);
      g_autofree char *work = ard_messages_fill (page->run->messages, "offboard.days", "days", days, NULL);
      g_autofree char *who = row->successor == ARD_NONE
                                 ? g_strdup (ard_messages_get (page->run->messages, "offboard.nobody"))
                                 : show_author (page, row->successor);
      char *cells[] = { path, of, work, who };

      width = MAX (width, g_utf8_strlen (path, -1));
      if (pass == 1)
        put_row (page, cells, G_N_ELEMENTS (cells), width);
    }
  put_more (page, modules->len, n);
}

static void
put_files (Page *page)
{
  const ArdCorpus *corpus = page->run->corpus;
  const GArray *files = page->offboard->files;
  guint n = page->markdown ? files->len : MIN (files->len, MOST_FILES);
  glong width = 0;

  say_title (page, "offboard.files");
  put_head (page, "offboard.head.file", "offboard.head.hours");
  for (guint pass = page->markdown; pass < 2; pass++)
    for (guint i = 0; i < n; i++) {
      const ArdLostFile *row = &g_array_index (files, ArdLostFile, i);
      const ArdFile *file = ard_file (corpus, row->file);
      g_autofree char *path = show (page, file->path);
      g_autofree char *hours = number (page, ard_file_hours (file, page->run->settings), 1);
      g_autofree char *days = number (page, row->days, 1);
      g_autofree char *month = ard_messages_fill (page->run->messages, "offboard.hours", "hours", hours, NULL);
      g_autofree char *work = ard_messages_fill (page->run->messages, "offboard.days", "days", days, NULL);
      g_autofree char *who = name_successor (page, row);
      char *cells[] = { path, month, work, who };

      width = MAX (width, g_utf8_strlen (path, -1));
      if (pass == 1)
        put_row (page, cells, G_N_ELEMENTS (cells), width);
    }
  put_more (page, files->len, n);
}

static char *
write_page (const ArdRun *run, const ArdOffboard *offboard, const GArray *leavers, gboolean markdown)
{
  Page page = { run, offboard, g_string_new (NULL), markdown };

  say_sums (&page, leavers);
  if (offboard->files->len > 0) {
    put_folders (&page);
    put_files (&page);
  }
  return g_string_free (page.text, FALSE);
}

char *
ard_offboard_write_text (const ArdRun *run, const ArdOffboard *offboard, const GArray *leavers)
{
  return write_page (run, offboard, leavers, FALSE);
}

char *
ard_offboard_write_md (const ArdRun *run, const ArdOffboard *offboard, const GArray *leavers)
{
  return write_page (run, offboard, leavers, TRUE);
}

static char *
quote_author (const ArdCorpus *corpus, guint32 author)
{
  return author == ARD_NONE ? g_strdup ("null") : ard_quote_json (ard_author (corpus, author)->name);
}

static char *
quote_path (const char *path)
{
  g_autofree char *valid = path ? g_utf8_make_valid (path, -1) : NULL;

  return valid ? ard_quote_json (valid) : g_strdup ("null");
}

static double
round_to (double value, double unit)
{
  return (double) (gint64) (value / unit + 0.5) * unit;
}

static void
append_json_sums (GString *text, const ArdRun *run, const ArdOffboard *offboard, const GArray *leavers)
{
  g_string_append (text, "{\"people\": [");
  for (guint i = 0; i < leavers->len; i++) {
    g_autofree char *name = quote_author (run->corpus, g_array_index (leavers, guint32, i));

    g_string_append_printf (text, "%s%s", i ? ", " : "", name);
  }
  g_string_append_printf (text, "],\n \"code_files\": %u, \"owned_files\": %u, \"lost_files\": %u, \"days\": %.6g,\n",
                          offboard->n_files, offboard->n_owned, offboard->files->len, round_to (offboard->days, 0.01));
  g_string_append_printf (text, " \"relearn_hours\": {\"low\": %.6g, \"likely\": %.6g, \"high\": %.6g},\n",
                          round_to (price (run->settings, offboard->days, -1).hours, 0.1),
                          round_to (price (run->settings, offboard->days, 0).hours, 0.1),
                          round_to (price (run->settings, offboard->days, 1).hours, 0.1));
  g_string_append_printf (text, " \"truck_factor\": {\"before\": %u, \"after\": %u},\n", offboard->truck_owned_before,
                          offboard->truck_owned_after);
  g_string_append_printf (text, " \"truck_factor_of_all\": {\"before\": %u, \"after\": %u},\n", offboard->truck_before,
                          offboard->truck_after);
  g_string_append_printf (text, " \"people_here\": {\"before\": %u, \"after\": %u},\n", offboard->people_before,
                          offboard->people_after);
}

char *
ard_offboard_write_json (const ArdRun *run, const ArdOffboard *offboard, const GArray *leavers)
{
  const ArdCorpus *corpus = run->corpus;
  GString *text = g_string_new (NULL);

  append_json_sums (text, run, offboard, leavers);
  g_string_append (text, " \"folders\": [");
  for (guint i = 0; i < offboard->modules->len; i++) {
    const ArdLostModule *row = &g_array_index (offboard->modules, ArdLostModule, i);
    g_autofree char *path = quote_path (row->module == ARD_NONE ? NULL : ard_module (corpus, row->module)->path);
    g_autofree char *who = quote_author (corpus, row->successor);

    g_string_append_printf (
        text, "%s\n  {\"path\": %s, \"code_files\": %u, \"lost_files\": %u, \"days\": %.6g, \"successor\": %s}",
        i ? "," : "", path, row->files, row->lost, round_to (row->days, 0.01), who);
  }
  g_string_append (text, "],\n \"files\": [");
  for (guint i = 0; i < offboard->files->len; i++) {
    const ArdLostFile *row = &g_array_index (offboard->files, ArdLostFile, i);
    const ArdFile *file = ard_file (corpus, row->file);
    g_autofree char *path = quote_path (file->path), *who = quote_author (corpus, row->successor);

    g_string_append_printf (
        text,
        "%s\n  {\"path\": %s, \"hours_per_month\": %.6g, \"days\": %.6g, \"successor\": %s, \"successor_days\": %.6g, "
        "\"successor_recent_commits\": %u}",
        i ? "," : "", path, round_to (ard_file_hours (file, run->settings), 0.01), round_to (row->days, 0.01), who,
        round_to (row->successor_days, 0.01), row->successor_recent);
  }
  g_string_append (text, "]}\n");
  return g_string_free (text, FALSE);
}
