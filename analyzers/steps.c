#include "analyzers/steps.h"

#include <string.h>

/* What a command is to those behind it. */
typedef enum {
  IDLE,   /* changes nothing, or nobody misses it when it fails */
  MAKES,  /* gives or fetches what others need */
  PUTS,   /* takes what is there to its place */
  SHOWS,  /* others see it */
  STARTS, /* what runs on behind the script */
  CLAIMS, /* says that all went well */
} Role;

/* Commands of the shell itself that change nothing outside it. */
static const char builtins[] = "echo printf : true false test [ [[ local declare typeset export readonly unset shift "
                               "set shopt trap exit return read "
                               "let source . alias unalias eval hash type command builtin umask wait getopts break "
                               "continue tput clear sleep compgen "
                               "complete compadd compdef autoload bindkey zstyle setopt emulate cd pushd popd";
/* Commands whose failure harms nothing behind them: they look, make room, set rights or an environment. */
static const char idle[] =
    "chmod chown chgrp chsh mkdir rmdir touch rm unlink shred kill killall pkill groupadd groupmod groupdel useradd "
    "usermod userdel addgroup adduser delgroup deluser mkhomedir_helper sysctl ulimit stty date cat head tail ls find "
    "grep egrep fgrep awk sort uniq wc tr cut tee ps id who whoami uname hostname which pwd logger open xdg-open less "
    "more "
    "diff cmp dialog whiptail xset gsettings defaults modprobe mount umount ldconfig update-alternatives basename "
    "dirname "
    "realpath readlink seq df du file stat notify-send fc-cache setfacl history";
static const char puts_[] = "cp mv install ln rsync ditto xcopy";
static const char shows[] = "scp sftp ssh twine lftp ncftpput s3cmd gsutil mail sendmail";
static const char starts[] = "exec gosu su-exec nginx start-stop-daemon pm2 supervisord";
/* Parts of the names of scripts that hand on to others. */
static const char handing_on[] = "push publish upload deploy release";

/* Of programs that do many things, what each is; the rest makes. */
static const char verbs_idle[] =
    "status log diff show branch config rev-parse describe remote ls-files ls-remote fmt vet version clean "
    "autoclean autoremove prune rm rmi images ps logs inspect info list search stop kill down disable daemon-reload "
    "is-active reset-failed outdated audit lint whoami --version cache completion stash help clippy fund doctor";
static const char verbs_shows[] = "push publish commit tag release upload deploy apply workflow send-email";
static const char verbs_starts[] = "start restart reload enable run up exec compose bootstrap kickstart load";

static ArdSpan
span_of (const char *text)
{
  return (ArdSpan){ text, strlen (text) };
}

/* A program and what it is told to do. */
static Role
role_of_verb (ArdSpan program, ArdSpan verb)
{
  if (ard_words_have (verbs_idle, verb))
    return IDLE;
  if (ard_words_have ("make gmake ninja", program) && ard_words_part ("install", verb))
    return PUTS;
  if (ard_words_have (verbs_shows, verb))
    return SHOWS;
  if (ard_words_have ("docker podman docker-compose systemctl service launchctl supervisorctl pm2 kubectl helm vagrant",
                      program) &&
      ard_words_have (verbs_starts, verb))
    return STARTS;
  return MAKES;
}

static ArdSpan
program_of (const char *text)
{
  return (ArdSpan){ text, strcspn (text, " ") };
}

gboolean
ard_command_changes (const char *text)
{
  return !ard_words_have (builtins, program_of (text));
}

gboolean
ard_command_claims (const char *text)
{
  return strcmp (text, "echo done") == 0;
}

static Role
role_of (const char *text)
{
  const char *blank = strchr (text, ' ');
  ArdSpan program = program_of (text);

  if (ard_command_claims (text))
    return CLAIMS;
  if (!ard_command_changes (text) || ard_words_have (idle, program))
    return IDLE;
  if (blank)
    return role_of_verb (program, span_of (blank + 1));
  if (ard_words_have (puts_, program))
    return PUTS;
  if (ard_words_have (shows, program))
    return SHOWS;
  if (ard_words_have (starts, program))
    return STARTS;
  return memchr (text, '/', program.length) && ard_words_part (handing_on, program) ? SHOWS : MAKES;
}

/* Whether what fails first is missed by what is done behind it. */
static gboolean
is_missed (Role failed, Role done, guint n_made)
{
  if (done == CLAIMS)
    return failed != PUTS && n_made > 1;
  if (failed == PUTS)
    return done == SHOWS || done == STARTS;
  return done == PUTS || done == SHOWS || done == STARTS;
}

ArdSteps
ard_steps_find (const ArdCorpus *corpus, const ArdNamesakes *names, const ArdFile *file)
{
  ArdSteps steps = { ARD_NONE, ARD_NONE };
  guint32 made = ARD_NONE, put = ARD_NONE, last = ARD_NONE;
  guint n_made = 0;

  for (guint32 i = file->first_capture; i < file->first_capture + file->n_captures; i++) {
    const ArdCapture *call = &ard_capture (corpus, i)->facts;

    if (call->kind != ARD_CAPTURE_CALL || call->function != ARD_NONE || !(call->traits & ARD_TRAIT_DISCARDED) ||
        ard_namesakes_find (names, ARD_TONGUE_SHELL, span_of (call->text)))
      continue;

    Role role = role_of (call->text);

    if (made != ARD_NONE && is_missed (MAKES, role, n_made))
      return (ArdSteps){ made, i };
    if (put != ARD_NONE && is_missed (PUTS, role, n_made))
      return (ArdSteps){ put, i };
    if (ard_command_changes (call->text))
      last = i;
    if (call->traits & ARD_TRAIT_COMMENTED)
      continue;
    n_made += role == MAKES || role == SHOWS;
    if (made == ARD_NONE && (role == MAKES || role == SHOWS))
      made = i;
    if (put == ARD_NONE && role == PUTS)
      put = i;
  }
  if (n_made > 1 && last != ARD_NONE && !(ard_capture (corpus, last)->facts.traits & ARD_TRAIT_IN_LOOP) &&
      role_of (ard_capture (corpus, last)->facts.text) == IDLE)
    steps = (ArdSteps){ made, last };
  return steps;
}
