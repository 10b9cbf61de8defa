#ifndef TESTS_COPIES_H
#define TESTS_COPIES_H

#include "facts.h"

/* A class of that type without copies yet; its largest copy has so many lines. */
static inline void
add_class (Facts *facts, guint32 type, guint32 lines)
{
  ArdCloneClass class = {
    .type = type, .first_copy = facts->corpus->clone_copies->len, .tokens = lines * 5, .lines = lines
  };

  g_array_append_val (facts->corpus->clone_classes, class);
}

/* A copy of the last class, nine tokens a line, the first its sibling, which says the same; of one digest: equal. */
static inline void
add_copy (Facts *facts, guint32 file, guint32 start, guint32 end, guint64 digest)
{
  ArdCorpus *corpus = facts->corpus;
  ArdCloneCopy copy = { .clone_class = corpus->clone_classes->len - 1,
                        .file = file,
                        .function = ARD_NONE,
                        .start_line = start,
                        .end_line = end,
                        .tokens = (end - start + 1) * 9,
                        .sibling = ard_clone_class (corpus, corpus->clone_classes->len - 1)->first_copy,
                        .shared = 1,
                        .digest = digest };

  g_array_append_val (corpus->clone_copies, copy);
  ard_clone_class (corpus, copy.clone_class)->n_copies++;
}

#endif
