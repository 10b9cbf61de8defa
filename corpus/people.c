#include "corpus/people.h"

#include <string.h>

struct ArdPeople {
  ArdCorpus *corpus;
  const ArdPatterns *bot, *assistant;
  GHashTable *indexes; /* "name <mail>" to index + 1 */
};

ArdPeople *
ard_people_new (ArdCorpus *corpus, const ArdPatterns *bot, const ArdPatterns *assistant)
{
  ArdPeople *people = g_new (ArdPeople, 1);

  *people = (ArdPeople){ corpus, bot, assistant, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  return people;
}

void
ard_people_free (ArdPeople *people)
{
  g_hash_table_unref (people->indexes);
  g_free (people);
}

guint32
ard_people_find (ArdPeople *people, const char *name, const char *mail)
{
  g_autofree char *key = g_strdup_printf ("%s <%s>", name, mail);
  guint32 index = GPOINTER_TO_UINT (g_hash_table_lookup (people->indexes, key));

  if (index == 0) {
    GArray *authors = people->corpus->authors;
    ArdAuthor author = { .name = g_string_chunk_insert (people->corpus->strings, name),
                         .mail = g_string_chunk_insert (people->corpus->strings, mail),
                         .bot = ard_patterns_match (people->bot, key, (gssize) strlen (key)) };

    g_array_append_val (authors, author);
    index = authors->len;
    g_hash_table_insert (people->indexes, g_steal_pointer (&key), GUINT_TO_POINTER (index));
  }
  return index - 1;
}

static void
add (ArdPeople *people, ArdCommit *commit, guint32 author)
{
  ArdCorpus *corpus = people->corpus;

  if (ard_author (corpus, author)->bot)
    return;
  for (guint32 i = commit->first_person; i < corpus->people->len; i++)
    if (g_array_index (corpus->people, guint32, i) == author)
      return;
  g_array_append_val (corpus->people, author);
  commit->n_people++;
}

static gboolean
is_assistant (const ArdPeople *people, const char *name, const char *mail)
{
  g_autofree char *key = g_strdup_printf ("%s <%s>", name, mail);

  return ard_patterns_match (people->assistant, key, (gssize) strlen (key));
}

void
ard_people_add (ArdPeople *people, ArdCommit *commit, const GPtrArray *co_authors)
{
  commit->first_person = people->corpus->people->len;
  commit->n_people = 0;
  add (people, commit, commit->author);
  for (guint i = 0; co_authors && i + 1 < co_authors->len; i += 2) {
    const char *name = g_ptr_array_index (co_authors, i), *mail = g_ptr_array_index (co_authors, i + 1);

    if (!is_assistant (people, name, mail))
      add (people, commit, ard_people_find (people, name, mail));
  }
}

/* Name to index + 1 of the first author who has an address; borrows the names. */
static GHashTable *
list_names (const ArdCorpus *corpus)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < corpus->authors->len; i++) {
    const ArdAuthor *author = ard_author (corpus, i);

    if (*author->mail && !author->bot && !g_hash_table_contains (names, author->name))
      g_hash_table_insert (names, (gpointer) author->name, GUINT_TO_POINTER (i + 1));
  }
  return names;
}

void
ard_people_resolve (ArdPeople *people)
{
  ArdCorpus *corpus = people->corpus;
  g_autoptr (GHashTable) names = list_names (corpus);

  for (guint32 i = 0; i < corpus->commits->len; i++) {
    ArdCommit *commit = ard_commit (corpus, i);
    guint32 *row = &g_array_index (corpus->people, guint32, commit->first_person), n = 0;

    for (guint32 j = 0; j < commit->n_people; j++) {
      const ArdAuthor *author = ard_author (corpus, row[j]);
      guint32 found = row[j] + 1, k = 0;

      if (*author->mail == '\0' && row[j] != commit->author)
        found = GPOINTER_TO_UINT (g_hash_table_lookup (names, author->name));
      while (k < n && row[k] != found - 1)
        k++;
      if (found && k == n)
        row[n++] = found - 1;
    }
    commit->n_people = n;
  }
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const ArdCorpus *corpus = data;
  const ArdAuthor *left = ard_author (corpus, *(const guint32 *) a);
  const ArdAuthor *right = ard_author (corpus, *(const guint32 *) b);
  int order = strcmp (left->name, right->name);

  return order ? order : strcmp (left->mail, right->mail);
}

void
ard_people_sort (ArdPeople *people)
{
  ArdCorpus *corpus = people->corpus;
  guint32 n = corpus->authors->len;
  g_autofree guint32 *order = g_new (guint32, MAX (n, 1)), *place = g_new (guint32, MAX (n, 1));
  GArray *sorted = g_array_sized_new (FALSE, TRUE, sizeof (ArdAuthor), n);

  for (guint32 i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare, corpus);
  for (guint32 i = 0; i < n; i++) {
    place[order[i]] = i;
    g_array_append_val (sorted, *ard_author (corpus, order[i]));
  }
  g_array_unref (corpus->authors);
  corpus->authors = sorted;
  for (guint32 i = 0; i < corpus->commits->len; i++)
    ard_commit (corpus, i)->author = place[ard_commit (corpus, i)->author];
  for (guint32 i = 0; i < corpus->people->len; i++)
    g_array_index (corpus->people, guint32, i) = place[g_array_index (corpus->people, guint32, i)];
}
