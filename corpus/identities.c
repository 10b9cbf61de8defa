#include "corpus/identities.h"

#include <string.h>

#define PSEUDONYM_DIGITS 8

/* What git and its guides put where a name should stand. */
static gboolean
is_placeholder (const char *key)
{
  static const char *const names[] = { "your name", "your full name", "first last",       "john doe",
                                       "no author", "unknown author", "not committed yet" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (key, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Lower case, single blanks, none at the ends; NULL where it is a single word or names nobody; yours. */
static char *
make_name_key (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);
  GString *key = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (key, "%s%s", n++ ? " " : "", words[i]);
  return g_string_free (key, n < 2 || is_placeholder (key->str));
}

static gboolean
is_shared (const char *mail)
{
  static const char *const boxes[] = { "root@",  "noreply@", "no-reply@", "nobody@", "none@", "unknown@", "user@",
                                       "admin@", "info@",    "git@",      "svn@",    "dev@",  "devnull@" };
  const char *at = strchr (mail, '@');

  if (!at || at == mail || !strchr (at, '.') || g_str_has_suffix (mail, ".local") ||
      g_str_has_suffix (mail, "localdomain") || g_str_has_suffix (mail, "example.com"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (g_str_has_prefix (mail, boxes[i]))
      return TRUE;
  return FALSE;
}

/* NULL where the address says nothing of who writes; yours. */
static char *
make_mail_key (const char *mail)
{
  g_autofree char *lower = g_ascii_strdown (mail, -1);

  return is_shared (lower) ? NULL : g_strdup_printf ("<%s>", lower);
}

/*
 * The account in an address that a forge gives in place of one's own: "gnattu" of
 * "1234+gnattu@users.noreply.github.com"; NULL of any other address; yours.
 */
static char *
make_account (const char *mail)
{
  const char *at = strchr (mail, '@'), *plus = at ? memchr (mail, '+', at - mail) : NULL;
  const char *start = plus ? plus + 1 : mail;

  return at && g_str_has_prefix (at, "@users.noreply.") && at > start ? g_strndup (start, at - start) : NULL;
}

/* The names of accounts, of those who write under their account's name, spelled as it is. */
static GHashTable *
find_accounts (const ArdCorpus *corpus)
{
  GHashTable *accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < corpus->authors->len; i++) {
    g_autofree char *account = make_account (ard_author (corpus, i)->mail);

    if (account && strcmp (account, ard_author (corpus, i)->name) == 0)
      g_hash_table_add (accounts, g_steal_pointer (&account));
  }
  return accounts;
}

static guint32
find_root (guint32 *parents, guint32 i)
{
  while (parents[i] != i) {
    parents[i] = parents[parents[i]];
    i = parents[i];
  }
  return i;
}

/* Takes the key. */
static void
tie (GHashTable *firsts, guint32 *parents, char *key, guint32 author)
{
  gpointer first = key ? g_hash_table_lookup (firsts, key) : NULL;

  if (first) {
    guint32 one = find_root (parents, GPOINTER_TO_UINT (first) - 1), other = find_root (parents, author);

    parents[MAX (one, other)] = MIN (one, other);
    g_free (key);
  } else if (key) {
    g_hash_table_insert (firsts, key, GUINT_TO_POINTER (author + 1));
  }
}

static void
find_groups (const ArdCorpus *corpus, guint32 *parents)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) accounts = find_accounts (corpus);

  for (guint32 i = 0; i < corpus->authors->len; i++)
    parents[i] = i;
  for (guint32 i = 0; i < corpus->authors->len; i++) {
    const ArdAuthor *author = ard_author (corpus, i);

    if (author->bot)
      continue;
    tie (firsts, parents, make_name_key (author->name), i);
    tie (firsts, parents, make_mail_key (author->mail), i);
    if (g_hash_table_contains (accounts, author->name))
      tie (firsts, parents, g_strconcat ("@", author->name, NULL), i);
  }
}

/* Of each group the author with the most commits, of these one with an address; entries of the others are that one's.
 */
static void
choose (const ArdCorpus *corpus, guint32 *parents)
{
  guint32 n = corpus->authors->len;
  g_autofree guint32 *commits = g_new0 (guint32, n + 1), *best = g_new0 (guint32, n + 1);

  for (guint32 i = 0; i < corpus->commits->len; i++)
    commits[ard_commit (corpus, i)->author]++;
  for (guint32 i = 0; i < n; i++) {
    guint32 root = find_root (parents, i);

    if (best[root] == 0 || commits[i] > commits[best[root] - 1] ||
        (commits[i] == commits[best[root] - 1] && *ard_author (corpus, best[root] - 1)->mail == '\0'))
      best[root] = i + 1;
  }
  for (guint32 i = 0; i < n; i++)
    commits[i] = best[find_root (parents, i)] - 1;
  memcpy (parents, commits, n * sizeof *parents);
}

/* Rename the people of a commit; who stands twice now stands once. */
static void
rename_people (ArdCorpus *corpus, ArdCommit *commit, const guint32 *places)
{
  guint32 *people = &g_array_index (corpus->people, guint32, commit->first_person);
  guint32 n = 0;

  for (guint32 i = 0; i < commit->n_people; i++) {
    guint32 person = places[people[i]], j = 0;

    while (j < n && people[j] != person)
      j++;
    if (j == n)
      people[n++] = person;
  }
  commit->n_people = n;
}

void
ard_identities_join (ArdCorpus *corpus)
{
  guint32 n = corpus->authors->len;
  g_autofree guint32 *places = g_new (guint32, n + 1), *moved = g_new (guint32, n + 1);
  GArray *kept = g_array_new (FALSE, TRUE, sizeof (ArdAuthor));

  find_groups (corpus, places);
  choose (corpus, places);
  for (guint32 i = 0; i < n; i++)
    if (places[i] == i) {
      moved[i] = kept->len;
      g_array_append_val (kept, *ard_author (corpus, i));
    }
  for (guint32 i = 0; i < n; i++)
    places[i] = moved[places[i]];
  for (guint32 i = 0; i < corpus->commits->len; i++) {
    ArdCommit *commit = ard_commit (corpus, i);

    commit->author = places[commit->author];
    rename_people (corpus, commit, places);
  }
  g_array_unref (corpus->authors);
  corpus->authors = kept;
}

void
ard_identities_veil (ArdCorpus *corpus)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < corpus->authors->len; i++) {
    ArdAuthor *author = ard_author (corpus, i);
    g_autofree char *key = g_strdup_printf ("%s <%s>", author->name, author->mail);
    g_autofree char *hex = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
    gsize digits = PSEUDONYM_DIGITS;
    g_autofree char *name = NULL;

    if (author->bot)
      continue;
    do {
      g_free (name);
      name = g_strdup_printf ("person-%.*s", (int) digits++, hex);
    } while (!g_hash_table_add (taken, g_strdup (name)) && digits <= 64);
    author->name = g_string_chunk_insert (corpus->strings, name);
    author->mail = "";
  }
}
