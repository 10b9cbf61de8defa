#include "analyzers/dropped.h"

#include <string.h>

#include "analyzers/handlers.h"

/*
 * Calls that fail without harm, as they stand in the text: messages to a receiver
 * that may be gone, output to memory or a terminal, waits, registrations that may stand already.
 */
static const char harmless_rust[] =
    "send( post( try_send( send_timeout( write!( writeln!( print write_str( write_fmt( write_char( remove close( "
    "shutdown( "
    "kill( "
    "join( wait( unlock( drop( cancel( set_logger( init( try_init( set( sleep( abort( flush( disconnect( notify "
    "set_nodelay( set_global_default( unlink( delete to_owned( black_box( unsubscribe( rollback( stop( next( try_recv( "
    "recv( "
    "send_ post_ emit( reply respond execute!( queue!( stdout stderr write_all( io::copy( create_dir set_ set( lock( "
    "fmt:: catch_unwind( clear( reset( detach( release( as_";
/* Ruby: what changes something; a value that may be nil is what `rescue nil` is for. */
static const char effects_ruby[] = ".save .write( .write_ .update .create .insert .deliver .publish .post( .put( "
                                   ".commit .mv .cp( .rename .perform .enqueue "
                                   ".execute .import .store .upload .copy .move .touch_ .destroy";
static const char harmless_ruby[] =
    "close kill delete unlink rm_ rm( disconnect shutdown stop detach Integer( Float( parse require const_get flush "
    "sync "
    "constantize rollback cancel terminate quit unlock join Date. Time. URI fsync chmod";
static const char harmless_php[] = "@unlink @fclose @rmdir @ini_set @ini_get @set_time_limit @session_ @chmod @touch "
                                   "@trigger_error @error_log @flush @ob_ "
                                   "@date_default @setlocale @include @require @imagedestroy @socket_close @pclose "
                                   "@proc_close @closedir @opcache @apc "
                                   "@putenv @dl @gc_ @ignore_user_abort @mkdir @stream_set @stream_context @fflush "
                                   "@posix_kill @header @setcookie @libxml";
static const char harmless_swift[] = "removeItem close( Task.sleep sleep( cancel( unlink( remove delete shutdown stop( "
                                     "disconnect deactivate setActive(false";

static gboolean
has (const char *words, const char *text)
{
  return ard_words_part (words, (ArdSpan){ text, strlen (text) });
}

/* Swift: `try? Date (…)` alone is the value of the branch it ends: to make a thing and throw it away does nothing. */
static gboolean
makes_value (const char *text)
{
  const char *start = strstr (text, "try?"), *end;

  start = start ? start + strlen ("try?") : text;
  while (*start == ' ' || g_str_has_prefix (start, "await "))
    start += *start == ' ' ? 1 : strlen ("await ");
  end = start + strcspn (start, "(");

  ArdSpan name = ard_simple_name (start, (gsize) (end - start));

  return *end && name.length && (g_ascii_isupper (*name.text) || ard_words_have ("init decode", name));
}

/* Whether a call on the same lines drops its value: `@` before a call whose value is looked at only keeps PHP quiet. */
static gboolean
drops_call (const ArdCorpus *corpus, guint32 capture)
{
  const ArdCorpusCapture *row = ard_capture (corpus, capture);
  guint32 at = capture;

  while (at > 0 && capture - at < ARD_LEVELS && ard_capture (corpus, at - 1)->file == row->file &&
         ard_capture (corpus, at - 1)->facts.start_line == row->facts.start_line)
    at--;
  for (guint n = 0; n < 2 * ARD_LEVELS && at < corpus->captures->len; n++, at++) {
    const ArdCorpusCapture *other = ard_capture (corpus, at);

    if (other->file != row->file || other->facts.start_line > row->facts.end_line)
      return FALSE;
    if (other->facts.kind == ARD_CAPTURE_CALL && other->facts.traits & ARD_TRAIT_DISCARDED &&
        strstr (row->facts.text, other->facts.text))
      return TRUE;
  }
  return FALSE;
}

const char *
ard_dropped_reason (const ArdCorpus *corpus, ArdTongue tongue, guint32 capture)
{
  const char *text = ard_capture (corpus, capture)->facts.text;

  switch (tongue) {
  case ARD_TONGUE_RUST:
    return strchr (text, '(') && !has (harmless_rust, text) ? "dropped-rust" : NULL;
  case ARD_TONGUE_RUBY:
    return has (effects_ruby, text) && !has (harmless_ruby, text) ? "dropped-ruby" : NULL;
  case ARD_TONGUE_PHP:
    return !has (harmless_php, text) && drops_call (corpus, capture) ? "dropped-php" : NULL;
  case ARD_TONGUE_SWIFT:
    return has (harmless_swift, text) || makes_value (text) || ard_capture_way_out (corpus, capture) != ARD_NONE
               ? NULL
               : "dropped-swift";
  case ARD_TONGUE_SHELL:
    return NULL; /* `|| true` is how a script that stops at errors says that one may happen */
  default:
    return "dropped-error";
  }
}

gboolean
ard_shell_stops (const ArdCorpus *corpus, guint32 file)
{
  const ArdFile *row = ard_file (corpus, file);

  for (guint32 i = 0; i < row->n_captures; i++)
    if (ard_capture (corpus, row->first_capture + i)->facts.kind == ARD_CAPTURE_ERREXIT)
      return TRUE;
  return FALSE;
}
