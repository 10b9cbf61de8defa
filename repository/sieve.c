#include <string.h>

#include "model/corpus.h"
#include "repository/handle.h"

typedef enum { UNSAID, SAID_YES, SAID_NO } Said;

struct ArdSieve {
  git_repository *git; /* whose attributes are asked; NULL: none */
  git_attr_options options;
  GPtrArray *exclude, *generated, *vendored, *tests, *examples; /* of GRegex */
};

static GPtrArray *
compile_all (char **globs)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);

  for (; globs && *globs; globs++) {
    GRegex *regex = **globs ? ard_glob_compile (*globs, TRUE) : NULL;

    if (regex)
      g_ptr_array_add (list, regex);
  }
  return list;
}

static gboolean
matches (const GPtrArray *list, const char *path)
{
  for (guint i = 0; i < list->len; i++)
    if (ard_glob_match (list->pdata[i], path))
      return TRUE;
  return FALSE;
}

ArdSieve *
ard_sieve_new (ArdRepository *repository, const ArdOid *commit, const ArdSettings *settings, gboolean asks)
{
  ArdSieve *sieve = g_new0 (ArdSieve, 1);

  sieve->options.version = GIT_ATTR_OPTIONS_VERSION;
  sieve->options.flags = GIT_ATTR_CHECK_FILE_THEN_INDEX | GIT_ATTR_CHECK_NO_SYSTEM;
  sieve->exclude = compile_all (settings->paths_exclude);
  sieve->generated = compile_all (settings->paths_generated);
  sieve->vendored = compile_all (settings->paths_vendored);
  sieve->tests = compile_all (settings->paths_tests);
  sieve->examples = compile_all (settings->paths_examples);
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
  g_ptr_array_unref (sieve->exclude);
  g_ptr_array_unref (sieve->generated);
  g_ptr_array_unref (sieve->vendored);
  g_ptr_array_unref (sieve->tests);
  g_ptr_array_unref (sieve->examples);
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
decide (const GPtrArray *globs, const char *setting, Said said, const char *attribute, gboolean convention,
        const char *path, ArdTally *tally)
{
  if (matches (globs, path))
    ard_tally_add (tally, path, "listed, not judged: named in %s", setting);
  else if (said == SAID_YES)
    ard_tally_add (tally, path, "listed, not judged: %s in .gitattributes", attribute);
  else if (said == UNSAID && convention)
    ard_tally_add (tally, path, "listed, not judged: %s by the names of its folder or file",
                   attribute + strlen ("linguist-"));
  else
    return FALSE;
  return TRUE;
}

gboolean
ard_sieve_pass (ArdSieve *sieve, const char *path, ArdTally *tally, guint *flags)
{
  guint convention = ard_convention_flags (path);
  Said generated, vendored;

  *flags = convention & ARD_FILE_NOT_IN_USE;
  if (matches (sieve->exclude, path)) {
    ard_tally_add (tally, path, "not read: named in paths.exclude");
    return FALSE;
  }
  if (matches (sieve->tests, path))
    *flags |= ARD_FILE_TEST;
  if (matches (sieve->examples, path))
    *flags |= ARD_FILE_EXAMPLE;
  ask (sieve, path, &generated, &vendored);
  if (decide (sieve->generated, "paths.generated", generated, "linguist-generated", convention & ARD_FILE_GENERATED,
              path, tally))
    *flags |= ARD_FILE_GENERATED;
  if (decide (sieve->vendored, "paths.vendored", vendored, "linguist-vendored", convention & ARD_FILE_VENDORED, path,
              tally))
    *flags |= ARD_FILE_VENDORED;
  if (convention & ARD_FILE_MINIFIED) {
    *flags |= ARD_FILE_MINIFIED;
    ard_tally_add (tally, path, "listed, not judged: minified by its name");
  }
  return TRUE;
}
