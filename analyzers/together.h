#ifndef ARD_ANALYZERS_TOGETHER_H
#define ARD_ANALYZERS_TOGETHER_H

#include "model/corpus.h"
#include "model/settings.h"

/* Who uses whom, both ways, and a mark a file: to explain why two files change together. */
typedef struct {
  const ArdCorpus *corpus;
  const ArdSettings *settings;
  guint32 *first_user; /* by file, in users; one number more than files */
  guint32 *users;      /* files that depend on it */
  guint32 *mark;       /* by file */
  guint32 round;       /* the mark of the pair at hand */
} ArdTogether;

ArdTogether *ard_together_new (const ArdCorpus *corpus, const ArdSettings *settings);
void ard_together_free (ArdTogether *together);

/* Code of a grammar that a product is made of: no test, example, document or generated file. */
gboolean ard_together_is_code (const ArdFile *file);

/* "src/net/Socket.hpp" and "include/net/socket.cc": one stem, letter case left out, in one family of languages. */
gboolean ard_together_is_one_unit (const ArdFile *one, const ArdFile *other);

/*
 * Days on which counted commits of the window (of no more than coupling.max_files files) changed
 * both, those left out in which a file changed too that both depend on, or that depends on both:
 * what ripples through a visible dependency explains itself.
 */
guint32 ard_together_days (ArdTogether *together, const ArdCoupling *pair);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdTogether, ard_together_free)

#endif
