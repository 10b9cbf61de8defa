#include "analyzers/dropped.h"

#include <string.h>

#include "analyzers/handlers.h"
#include "analyzers/purpose.h"

/*
 * Who drops an error in so many words says that it may be. What stays is what loses data all the same: calls that
 * change what outlives the process, as they stand in the text.
 */
static const char effects_rust[] = "fs::write( fs::rename( fs::copy( file.write_all( .sync_all( .sync_data( .set_len( "
                                   ".commit() .commit( .persist( .save(";
static const char harmless_rust[] = "stdout stderr term log tmp temp cache debug";
/* Ruby: a value that may be nil is what `rescue nil` is for. */
static const char effects_ruby[] = ".save .write( .write_ .update .create .insert .deliver .publish .post( .put( "
                                   ".commit .mv .cp( .rename .perform .enqueue "
                                   ".execute .import .store .upload .copy .move .touch_ .destroy";
static const char effects_php[] = "@fwrite @fputs @ftruncate @imagepng @imagejpeg @rename @copy @move_uploaded_file";
static const char effects_swift[] = ".write( .save( .copyItem .moveItem .createFile .replaceItem .insert( .update( "
                                    ".execute( .commit( .run( .synchronize( .archive";
static const char effects_other[] = ".write( .save( .store( .insert( .update( .commit( .rename .move( .copy( .send( "
                                    ".publish( .put( .persist( .flush(";
static const char harmless_ruby[] =
    "close kill delete unlink rm_ rm( disconnect shutdown stop detach Integer( Float( parse require const_get flush "
    "sync "
    "constantize rollback cancel terminate quit unlock join Date. Time. URI fsync chmod";
/* Words before what is tried. */
static const char before_callee[] = "try? await _ = return";
static const char harmless_php[] = "tmp temp cache log";
static const char harmless_swift[] =
    "removeItem close( sleep cancel( unlink( delete shutdown stop( cache Cache tmp temp";

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

/* Whether what is tried, `save (x)` of `save (x) rescue nil`, is by its name there to change something. */
static gboolean
tries_change (const char *text)
{
  ArdSpan word = { 0 };

  while (ard_next_word (&text, &word) && ard_words_have (before_callee, word))
    ;
  for (gsize i = 0; i < word.length; i++)
    if (word.text[i] == '(')
      word.length = i;
  return ard_name_is_kept (ard_simple_name (word.text, word.length));
}

/* What is tried by `runCatching { file.writeText (text) }` or `Try (orders.save (order))`. */
static const char *
inside (const char *text)
{
  const char *start = text + strcspn (text, "({");

  start += strspn (start, "({ ");
  return *start ? start : text;
}

const char *
ard_dropped_reason (const ArdCorpus *corpus, ArdTongue tongue, guint32 capture)
{
  const char *text = ard_capture (corpus, capture)->facts.text;

  if (ard_capture (corpus, capture)->facts.traits & ARD_TRAIT_COMMENTED)
    return NULL;
  switch (tongue) {
  case ARD_TONGUE_RUST:
    return has (effects_rust, text) && !has (harmless_rust, text) ? "dropped-rust" : NULL;
  case ARD_TONGUE_RUBY:
    return (has (effects_ruby, text) || tries_change (text)) && !has (harmless_ruby, text) ? "dropped-ruby" : NULL;
  case ARD_TONGUE_PHP:
    return has (effects_php, text) && !has (harmless_php, text) ? "dropped-php" : NULL;
  case ARD_TONGUE_SWIFT:
    return (!has (effects_swift, text) && !tries_change (text)) || has (harmless_swift, text) || makes_value (text) ||
                   ard_capture_way_out (corpus, capture) != ARD_NONE
               ? NULL
               : "dropped-swift";
  case ARD_TONGUE_LUA:
    return "dropped-lua"; /* the query takes calls that change something only */
  case ARD_TONGUE_SHELL:
    return NULL; /* `|| true` is how a script that stops at errors says that one may happen */
  default:
    return has (effects_other, text) || tries_change (inside (text)) ? "dropped-error" : NULL;
  }
}

/* Whether the file itself tells the shell to stop at an error. */
static gboolean
stops (const ArdCorpus *corpus, guint32 file)
{
  const ArdFile *row = ard_file (corpus, file);

  for (guint32 i = 0; i < row->n_captures; i++)
    if (ard_capture (corpus, row->first_capture + i)->facts.kind == ARD_CAPTURE_ERREXIT)
      return TRUE;
  return FALSE;
}

/* Whether it sources a file of that name, wherever it stands, that does. */
static gboolean
sources_one_that_stops (const ArdCorpus *corpus, const char *target)
{
  const char *slash = strrchr (target, '/'), *name = slash ? slash + 1 : target;
  gsize length = strlen (name);

  for (guint32 i = 0; i < corpus->files->len && length; i++) {
    const ArdFile *file = ard_file (corpus, i);
    gsize whole = strlen (file->path);

    if (whole >= length && strcmp (file->path + whole - length, name) == 0 &&
        (whole == length || file->path[whole - length - 1] == '/') && ard_tongue_of (file) == ARD_TONGUE_SHELL &&
        stops (corpus, i))
      return TRUE;
  }
  return FALSE;
}

gboolean
ard_shell_stops (const ArdCorpus *corpus, guint32 file)
{
  const ArdFile *row = ard_file (corpus, file);

  if (stops (corpus, file))
    return TRUE;
  for (guint32 i = 0; i < row->n_dependencies; i++)
    if (stops (corpus, ard_dependency (corpus, row->first_dependency + i)->to))
      return TRUE;
  for (guint32 i = 0; i < row->n_captures; i++) {
    const ArdCapture *capture = &ard_capture (corpus, row->first_capture + i)->facts;

    if (capture->kind == ARD_CAPTURE_IMPORT && sources_one_that_stops (corpus, capture->text))
      return TRUE;
  }
  return FALSE;
}
