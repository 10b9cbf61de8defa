#include "languages/commands.h"

#include <string.h>

/* Bytes of the line that are read (house). */
#define LONGEST 300

/* Who runs the command behind it; options of theirs that take a word. */
static const char leaders[] = " sudo doas nohup time command env nice ionice chronic ";
static const char takers[] = " -u -g -n -C -E -p ";

/* Programs whose first word that is no option says what they do; options of theirs that take a word. */
static const char programs[] =
    " git svn hg docker docker-compose podman buildah kubectl helm npm yarn pnpm npx bun gem bundle cargo rustup go "
    "pip "
    "pip3 pipenv poetry uv conda apt apt-get yum dnf apk pkg zypper pacman brew snap port systemctl service launchctl "
    "make "
    "gmake gh glab aws gcloud az terraform tx twine heroku flyctl dotnet nuget composer mix rebar3 lerna luarocks "
    "swift "
    "openssl gpg vagrant packer ansible-galaxy rc-service initctl supervisorctl pm2 a2enmod firebase netlify vercel ";
static const char program_takers[] = " -C -c -f -H --context --namespace --prefix --git-dir --work-tree --file ";

typedef struct {
  const char *at, *end;
} Rest;

/* The next word of the command, quotes and all; a line that goes on behind a backslash is one. */
static gboolean
next_word (Rest *rest, const char **word, gsize *length)
{
  char quote = '\0';

  while (rest->at < rest->end && (strchr (" \t", *rest->at) || (*rest->at == '\\' && rest->at[1] == '\n')))
    rest->at += *rest->at == '\\' ? 2 : 1;
  *word = rest->at;
  for (; rest->at < rest->end && (quote || !strchr (" \t\n;|&<>()", *rest->at)); rest->at++)
    if (quote ? *rest->at == quote : strchr ("\"'", *rest->at) != NULL)
      quote = quote ? '\0' : *rest->at;
  *length = (gsize) (rest->at - *word);
  return *length > 0;
}

/* The next word that is neither an option, nor its value, nor an assignment. */
static gboolean
next_plain (Rest *rest, const char *with_value, const char **word, gsize *length)
{
  while (next_word (rest, word, length)) {
    if (ard_words_hold (with_value, *word, *length)) {
      if (!next_word (rest, word, length))
        return FALSE;
      continue;
    }
    if (**word != '-' && !memchr (*word, '=', *length))
      return TRUE;
  }
  return FALSE;
}

/* Whether what is left of the line says that all went well. */
static gboolean
claims (Rest rest)
{
  static const char *const words[] = { "success", "complete",  "finished", "done",
                                       "congrat", "installed", "deployed", "published" };
  g_autofree char *line = g_strndup (rest.at, (gsize) (rest.end - rest.at));
  g_autofree char *folded = g_ascii_strdown (line, (gssize) strcspn (line, "\n"));

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]))
      return TRUE;
  return FALSE;
}

gboolean
ard_command_read (const ArdSource *source, guint32 start, guint32 end, GString *name)
{
  gsize left = source->size > end ? (gsize) source->size - end : 0;
  Rest rest = { source->text + end, source->text + end + MIN (left, LONGEST) };
  const char *word = source->text + start;
  gsize length = end - start;
  gboolean led = FALSE;

  while (ard_words_hold (leaders, word, length)) {
    if (!next_plain (&rest, takers, &word, &length))
      return FALSE;
    led = TRUE;
  }
  if (ard_words_hold (" echo printf ", word, length) && claims (rest)) {
    g_string_append (name, "echo done");
    return TRUE;
  }
  if (!led && !ard_words_hold (programs, word, length))
    return FALSE;

  const char *verb;
  gsize verb_length;

  g_string_append_len (name, word, (gssize) length);
  if (ard_words_hold (programs, word, length) && next_plain (&rest, program_takers, &verb, &verb_length) &&
      !strpbrk ("$`\"'/", (char[]){ *verb, '\0' }))
    g_string_append_printf (name, " %.*s", (int) verb_length, verb);
  return TRUE;
}
