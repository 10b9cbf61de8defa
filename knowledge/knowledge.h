#ifndef ARD_KNOWLEDGE_ROOM_H
#define ARD_KNOWLEDGE_ROOM_H

#include "model/corpus.h"
#include "model/settings.h"

/*
 * Fill the rows of model/knowledge.h; for a corpus that has files, folded history,
 * dependencies and couplings and is not sealed yet.
 */
void ard_knowledge_find (ArdCorpus *corpus, const ArdSettings *settings);

/* A file of code that loses its last owner who is still here. */
typedef struct {
  guint32 file;
  double days;           /* author-days that the leavers put into it */
  guint32 successor;     /* who is next to know it (ard_corpus_find_next); else the successor of its folder, or of the
                            repository; ARD_NONE where nobody stays */
  gboolean knows;        /* the successor has changed the file, and not only once long ago */
  double successor_days; /* author-days of the successor in it */
  guint32 successor_recent; /* commits of it by the successor within the history window */
} ArdLostFile;

/* A folder with files that are lost. */
typedef struct {
  guint32 module;      /* in modules, or ARD_NONE: files of no folder with code of its own */
  guint32 files, lost; /* files of code; of these, lost */
  double days;         /* of the leavers in the lost ones */
  guint32 successor;   /* who stays and changed its files most often within the history window, then who put most days
                          into it; or ARD_NONE */
} ArdLostModule;

/* What leaves with some people; fields are owned, freed by ard_offboard_clear. */
typedef struct {
  GArray *files;            /* of ArdLostFile: those with most forecast work first, then most days, then path */
  GArray *modules;          /* of ArdLostModule: most lost days first */
  guint32 n_files, n_owned; /* files of code; of these, owned by somebody who is here, the leavers included */
  guint32 truck_before, truck_after; /* truck factor among the people who are here, over all files of code: those that
                                        none of them owns are lost already */
  guint32 truck_owned_before, truck_owned_after; /* the same over the files they own */
  guint32 people_before, people_after;           /* people who are here and have changed code */
  double days;                                   /* of the leavers, in lost files */
} ArdOffboard;

/*
 * What would be lost if these people left today. Who has left already counts as
 * here, so a past departure can be looked at too.
 *
 * corpus   sealed
 * leavers  authors, n of them
 */
void ard_offboard_init (ArdOffboard *offboard, const ArdCorpus *corpus, const ArdSettings *settings,
                        const guint32 *leavers, guint n);
void ard_offboard_clear (ArdOffboard *offboard);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdOffboard, ard_offboard_clear)

#endif
