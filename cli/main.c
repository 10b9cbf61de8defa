#include <signal.h>

#include "cli/command.h"
#include "cli/print.h"
#include "model/error.h"
#include "model/resource.h"

static const ArdCommand *const commands[] = {
  &ard_command_report, &ard_command_check, &ard_command_backtest,  &ard_command_explain, &ard_command_offboard,
  &ard_command_init,   &ard_command_rules, &ard_command_languages, &ard_command_config,  &ard_command_licenses,
};

static gboolean
print_help (GError **error)
{
  g_autoptr (GString) text =
      g_string_new ("ardoise reads a git repository and its history and writes the bill of its technical "
                    "debt.\n\nUsage: ardoise COMMAND [OPTION…]\n\nCommands:\n");
  g_autofree char *flags = ard_options_help ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *usage = g_strdup_printf ("%s %s", commands[i]->name, commands[i]->arguments);

    g_string_append_printf (text, "  %-30s %s\n", usage, commands[i]->doc);
  }
  g_string_append_printf (text,
                          "\n%s\nExit status: 0 done, gate passed; 1 gate failed; 2 wrong usage or settings;\n"
                          "3 the repository cannot be read or cannot answer; 4 an output could not be written.\n",
                          flags);
  return ard_print_result (text->str, text->len, error);
}

static const ArdCommand *
find_command (const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
    g_string_append_printf (names, "%s%s", i ? ", " : "", commands[i]->name);
  }
  g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "no command is called \"%s\"; there are %s", name, names->str);
  return NULL;
}

static int
run_command (const ArdCommand *command, const ArdOptions *options, guint n, char *const *arguments, GError **error)
{
  if (n < command->min_arguments || n > command->max_arguments) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "wrong number of arguments; usage: ardoise %s %s", command->name,
                 command->arguments);
    return ARD_ERROR_USAGE;
  }
  return command->run (options, arguments, error);
}

static int
run (ArdOptions *options, int argc, char **argv, GError **error)
{
  if (!ard_options_parse (options, TRUE, &argc, &argv, error))
    return ARD_ERROR_USAGE;

  g_autofree char *name = argc > 1 ? g_strdup (argv[1]) : NULL;
  int rest = argc - 1;
  char **from = argv + 1;

  if (name && !ard_options_parse (options, FALSE, &rest, &from, error))
    return ARD_ERROR_USAGE;
  ard_print_setup (options);
  ard_resource_set_folder (options->data);
  if (options->version) {
    const char text[] = "ardoise " ARD_VERSION "\n";

    return ard_print_result (text, sizeof text - 1, error) ? 0 : ARD_ERROR_OUTPUT;
  }
  if (options->licenses)
    return ard_command_licenses.run (options, NULL, error);
  if (options->help || !name)
    return print_help (error) ? (options->help ? 0 : ARD_ERROR_USAGE) : ARD_ERROR_OUTPUT;

  const ArdCommand *command = find_command (name, error);

  return command ? run_command (command, options, (guint) rest - 1, from + 1, error) : ARD_ERROR_USAGE;
}

int
main (int argc, char **argv)
{
  g_auto (ArdOptions) options = { 0 };
  g_autoptr (GError) error = NULL;

  /* Neither the locale nor the time zone may change what is written: the first
   * stays "C" because setlocale is never called, the second is fixed here. */
  g_setenv ("TZ", "UTC0", TRUE);
  signal (SIGPIPE, SIG_IGN);

  int status = run (&options, argc, argv, &error);

  ard_print_progress_end ();
  if (!error)
    return status;
  ard_print_error (error);
  return error->domain == ARD_ERROR ? error->code : ARD_ERROR_USAGE;
}
