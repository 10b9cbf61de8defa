#ifndef TESTS_KNOWN_H
#define TESTS_KNOWN_H

#include "facts.h"

/* People and what they know, by hand. After the files, in their order. */
static inline void
add_person (Facts *facts, gboolean active)
{
  ArdAuthor author = { "Ada", "ada@example.org", FALSE };
  ArdPerson person = { .active = active, .last_s = NOW_S };

  g_array_append_val (facts->corpus->authors, author);
  g_array_append_val (facts->corpus->persons, person);
}

/* A row of the last file, largest degree first. */
static inline void
add_knowledge (Facts *facts, guint32 author, gboolean owner, guint32 deliveries, guint32 others, double days)
{
  ArdCorpus *corpus = facts->corpus;
  ArdFile *file = ard_file (corpus, corpus->files->len - 1);
  ArdKnowledge row = { .file = corpus->files->len - 1,
                       .author = author,
                       .owner = owner,
                       .deliveries = deliveries,
                       .others = others,
                       .days = days };

  if (file->n_knowledge++ == 0)
    file->first_knowledge = corpus->knowledge->len;
  g_array_append_val (corpus->knowledge, row);
}

/* The repository: so many active people; owned files, of which so few people own most. */
static inline void
add_truck_factor (Facts *facts, guint32 module, guint32 people, guint32 owned, guint32 factor)
{
  ArdCorpus *corpus = facts->corpus;
  ArdTruckFactor row = { .module = module,
                         .people = people,
                         .files = owned,
                         .owned = owned,
                         .active_factor = factor,
                         .first_active = corpus->truck_people->len };

  for (guint32 i = 0; i < factor; i++) {
    ArdTruckPerson person = { i, owned };

    g_array_append_val (corpus->truck_people, person);
  }
  g_array_append_val (corpus->truck_factors, row);
}

/* A file of code with something in it to know, that took five counted commits. */
static inline ArdFile *
add_worked (Facts *facts, const char *path)
{
  ArdFile *file = add_file (facts, path, 200);

  file->revisions = 5;
  file->module = ARD_NONE;
  add_function (facts, "f")->cognitive = 10;
  return file;
}

#endif
