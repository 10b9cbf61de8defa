#include <string.h>

#include "cli/command.h"
#include "cli/offboard_text.h"
#include "cli/people.h"
#include "cli/print.h"
#include "model/error.h"

#define MOST_PEOPLE 100

typedef char *(*Write) (const ArdRun *run, const ArdOffboard *offboard, const GArray *leavers);

static Write
find_format (const ArdOptions *options, GError **error)
{
  const char *format = options->format ? options->format : "text";

  if (strcmp (format, "text") == 0)
    return ard_offboard_write_text;
  if (strcmp (format, "md") == 0)
    return ard_offboard_write_md;
  if (strcmp (format, "json") == 0)
    return ard_offboard_write_json;
  g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "offboard has no format \"%s\"; there are text, json, md", format);
  return NULL;
}

/* Of guint32; NULL on error; yours. */
static GArray *
find_leavers (const ArdCorpus *corpus, char *const *names, guint n, GError **error)
{
  g_autoptr (GArray) leavers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n; i++) {
    guint32 author = ard_people_named (corpus, names[i], error);
    gboolean known = FALSE;

    if (author == ARD_NONE)
      return NULL;
    for (guint j = 0; j < leavers->len; j++)
      known |= g_array_index (leavers, guint32, j) == author;
    if (!known)
      g_array_append_val (leavers, author);
  }
  return g_steal_pointer (&leavers);
}

static int
run (const ArdOptions *options, char *const *arguments, GError **error)
{
  g_auto (ArdRun) bill = { 0 };
  guint n = g_strv_length ((char **) arguments);
  const char *path = n > 1 && g_file_test (arguments[n - 1], G_FILE_TEST_IS_DIR) ? arguments[--n] : ".";
  Write write = find_format (options, error);

  if (!write || !ard_run_open (&bill, options, path, TRUE, error) || !ard_run_score (&bill, error))
    return -1;

  g_autoptr (GArray) leavers = find_leavers (bill.corpus, arguments, n, error);

  if (!leavers)
    return -1;

  g_auto (ArdOffboard) offboard = { 0 };

  ard_offboard_init (&offboard, bill.corpus, bill.settings, (const guint32 *) leavers->data, leavers->len);

  g_autofree char *text = write (&bill, &offboard, leavers);

  return ard_print_result (text, strlen (text), error) ? 0 : -1;
}

const ArdCommand ard_command_offboard = {
  .name = "offboard",
  .arguments = "NAME… [PATH]",
  .doc = "what is lost when these people leave; NAME: of a person, or a mail address",
  .min_arguments = 1,
  .max_arguments = MOST_PEOPLE + 1,
  .run = run,
};
