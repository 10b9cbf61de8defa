#include <string.h>

#include "model/corpus.h"
#include "model/glob.h"
#include "repository/lay.h"

#define BY_NAME "by the names of its folder or file"

typedef enum { UNSAID, SAID_YES, SAID_NO } Said;

struct ArdSieve {
  git_repository *git; /* whose attributes are asked; NULL: none */
  git_attr_options options;
  const ArdSettings *settings;
  const ArdLay *lay;
};

static gboolean
matches (char **globs, const char *path)
{
  for (; globs && *globs; globs++)
    if (ard_glob_covers (*globs, path))
      return TRUE;
  return FALSE;
}

ArdSieve *
ard_sieve_new (ArdRepository *repository, const ArdOid *commit, const ArdSettings *settings, const ArdLay *lay,
               gboolean asks)
{
  ArdSieve *sieve = g_new0 (ArdSieve, 1);

  sieve->options.version = GIT_ATTR_OPTIONS_VERSION;
  sieve->options.flags = GIT_ATTR_CHECK_FILE_THEN_INDEX | GIT_ATTR_CHECK_NO_SYSTEM;
  sieve->settings = settings;
  sieve->lay = lay;
  if (asks)
    sieve->git = ard_attributes_open (repository, commit != NULL);
  if (commit) {
    sieve->options.flags = GIT_ATTR_CHECK_INDEX_ONLY | GIT_ATTR_CHECK_INCLUDE_COMMIT | GIT_ATTR_CHECK_NO_SYSTEM;
    ard_oid_to_git (&sieve->options.attr_commit_id, commit);
  }
  return sieve;
}

void
ard_sieve_free (ArdSieve *sieve)
{
  git_repository_free (sieve->git);
  g_free (sieve);
}

static Said
interpret (const char *value)
{
  switch (git_attr_value (value)) {
  case GIT_ATTR_VALUE_TRUE:
    return SAID_YES;
  case GIT_ATTR_VALUE_FALSE:
    return SAID_NO;
  case GIT_ATTR_VALUE_STRING:
    return g_ascii_strcasecmp (value, "false") == 0 ? SAID_NO : SAID_YES;
  case GIT_ATTR_VALUE_UNSPECIFIED:
    break;
  }
  return UNSAID;
}

static void
ask (ArdSieve *sieve, const char *path, Said *generated, Said *vendored)
{
  static const char *names[] = { "linguist-generated", "linguist-vendored" };
  const char *values[G_N_ELEMENTS (names)] = { NULL };

  *generated = *vendored = UNSAID;
  if (sieve->git == NULL)
    return;
  if (git_attr_get_many_ext (values, sieve->git, &sieve->options, path, G_N_ELEMENTS (names), names) != 0) {
    git_error_clear ();
    return;
  }
  *generated = interpret (values[0]);
  *vendored = interpret (values[1]);
}

static gboolean
decide (char **globs, const char *setting, Said said, const char *attribute, const char *convention, const char *path,
        ArdTally *tally)
{
  if (matches (globs, path))
    ard_tally_add (tally, path, "listed, not judged: named in %s", setting);
  else if (said == SAID_YES)
    ard_tally_add (tally, path, "listed, not judged: %s in .gitattributes", attribute);
  else if (said == UNSAID && convention)
    ard_tally_add (tally, path, "listed, not judged: %s %s", attribute + strlen ("linguist-"), convention);
  else
    return FALSE;
  return TRUE;
}

gboolean
ard_sieve_pass (ArdSieve *sieve, const char *path, ArdTally *tally, guint *flags)
{
  guint convention = ard_convention_flags (path);
  const char *foreign = convention & ARD_FILE_VENDORED ? BY_NAME
                        : ard_lay_is_bundled (sieve->lay, path)
                            ? "by what a library is copied in with: its licence, release, record or banner"
                            : NULL;
  Said generated, vendored;

  *flags = ard_role_flags (path, sieve->lay);
  if (matches (sieve->settings->paths_exclude, path)) {
    ard_tally_add (tally, path, "not read: named in paths.exclude");
    return FALSE;
  }
  if (matches (sieve->settings->paths_tests, path))
    *flags |= ARD_FILE_TEST;
  if (matches (sieve->settings->paths_examples, path))
    *flags |= ARD_FILE_EXAMPLE;
  ask (sieve, path, &generated, &vendored);
  if (decide (sieve->settings->paths_generated, "paths.generated", generated, "linguist-generated",
              convention & ARD_FILE_GENERATED ? BY_NAME : NULL, path, tally))
    *flags |= ARD_FILE_GENERATED;
  if (decide (sieve->settings->paths_vendored, "paths.vendored", vendored, "linguist-vendored", foreign, path, tally))
    *flags |= ARD_FILE_VENDORED;
  if (convention & ARD_FILE_MINIFIED) {
    *flags |= ARD_FILE_MINIFIED;
    ard_tally_add (tally, path, "listed, not judged: minified by its name");
  }
  return TRUE;
}
