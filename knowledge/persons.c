#include "knowledge/parts.h"

#define DAY_S 86400.0

static void
read_commits (ArdCorpus *corpus)
{
  for (guint32 i = 0; i < corpus->commits->len; i++) {
    const ArdCommit *commit = ard_commit (corpus, i);

    for (guint32 j = 0; j < commit->n_people; j++) {
      ArdPerson *person = ard_person (corpus, ard_people (corpus, commit)[j]);

      if (person->first_s == 0 || commit->time_s < person->first_s)
        person->first_s = commit->time_s;
      if (person->last_s == 0 || commit->time_s > person->last_s)
        person->last_s = commit->time_s;
      person->commits += ard_commit_teaches (commit);
      person->recent += ard_commit_teaches (commit) && (commit->flags & ARD_COMMIT_IN_WINDOW);
    }
  }
}

static void
read_file (ArdCorpus *corpus, const ArdFile *file)
{
  guint32 active = 0, last = ARD_NONE;

  for (guint32 i = 0; i < file->n_knowledge; i++) {
    const ArdKnowledge *row = ard_knowledge (corpus, file->first_knowledge + i);
    ArdPerson *person = ard_person (corpus, row->author);

    person->days += row->days;
    person->files += row->owner;
    if (row->owner && person->active) {
      active++;
      last = row->author;
    }
  }
  if (active == 1)
    ard_person (corpus, last)->alone++;
}

void
ard_persons_find (ArdCorpus *corpus, const ArdSettings *settings)
{
  g_array_set_size (corpus->persons, 0);
  g_array_set_size (corpus->persons, corpus->authors->len);
  read_commits (corpus);
  for (guint32 i = 0; i < corpus->persons->len; i++) {
    ArdPerson *person = ard_person (corpus, i);

    person->active =
        person->last_s != 0 && (double) (corpus->now_s - person->last_s) / DAY_S <= settings->knowledge_inactive_d;
  }
  for (guint32 i = 0; i < corpus->files->len; i++)
    if (ard_file_is_code (ard_file (corpus, i)))
      read_file (corpus, ard_file (corpus, i));
}
