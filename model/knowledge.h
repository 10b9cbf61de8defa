#ifndef ARD_KNOWLEDGE_H
#define ARD_KNOWLEDGE_H

#include <glib.h>

/*
 * Who knows what: rows of the corpus that refer to its files, authors and modules.
 * Filled by knowledge/ from the whole history, renames followed. What counts: commits
 * of people (co-authors included) that are no merge, mass or ignored commit and not a
 * bot's; who adds a file in a mass commit still is its first author.
 */

/*
 * One person's knowledge of one file: degree of authorship (Fritz et al. 2014, as in
 * Avelino et al. 2016): 3.293 + 1.098 FA + 0.164 DL - 0.321 ln (1 + AC). The commit
 * that adds the file is FA, and neither DL nor AC.
 */
typedef struct {
  guint32 file, author;
  gboolean first;     /* FA: created the file */
  gboolean owner;     /* share > knowledge.normalised_doa and doa >= knowledge.least_doa */
  guint32 deliveries; /* DL: later commits of the person that changed it */
  guint32 others;     /* AC: later commits of others */
  guint32 recent;     /* commits of the person within the history window that changed or added it */
  gint64 last_s;      /* time of the person's last commit of it [s since 1970] */
  double days;        /* author-days that the person put into it, each day split over that day's changes */
  double doa;         /* degree of authorship */
  double share;       /* doa / the largest doa of the file, at least 0 */
} ArdKnowledge;

/* One an author of the corpus, same order. Files here are files of code: read by a grammar, judged. */
typedef struct {
  guint32 commits;        /* that count */
  guint32 recent;         /* of these, within the history window */
  gint64 first_s, last_s; /* of any commit of the person, 0 where there is none */
  gboolean active;        /* the last is no older than knowledge.inactive_d */
  guint32 files;          /* files of code that the person is an owner of */
  guint32 alone;          /* of these, files that no other active person owns; 0 when not active */
  double days;            /* author-days in files of code */
} ArdPerson;

/*
 * Truck factor of the repository or of a folder (Avelino et al. 2016): remove the
 * owner of most files, again and again, until less than knowledge.truck_coverage of
 * the files has an owner left.
 */
typedef struct {
  guint32 module;                 /* in modules, or ARD_NONE: the repository */
  guint32 files;                  /* files of code in it */
  guint32 people;                 /* active people who have changed one of them */
  guint32 factor;                 /* over the whole history, as published */
  guint32 first_leaver;           /* in truck_people: its factor people, in their order */
  double coverage;                /* share of the files that keep an owner without them */
  guint32 owned;                  /* files that an active person owns */
  guint32 active_factor;          /* the same among active people, over the owned files */
  guint32 first_active;           /* in truck_people: its active_factor people */
  double active_coverage;         /* share of the owned files that keep an owner without them */
  guint32 all_factor;             /* among active people over all files, those that none of them owns being lost
                                     already: the first all_factor of the active_factor people, 0 where fewer than
                                     knowledge.truck_coverage have an active owner */
  double all_coverage;            /* share of all files that keep an active owner without them */
} ArdTruckFactor;

typedef struct {
  guint32 author;
  guint32 files; /* of the scope, that the person is an owner of */
} ArdTruckPerson;

/*
 * Two active people whose files change together: a need to talk (coordination
 * requirement, Cataldo et al. 2006): over the couplings of files of code, commits of the one in one
 * file x commits of the other in the other file x commits of both files together. A pair is one from
 * three commits of each in the window on, and two couplings or one of ten commits (house).
 */
typedef struct {
  guint32 one, other; /* authors, one < other */
  double need;        /* of that sum, in [0, 1]: the largest pair's is 1 */
  guint32 couplings;  /* couplings that they stand on both sides of */
  guint32 strongest;  /* in couplings: the one that adds most */
  guint32 shared;     /* commits of the window, of any files, that both signed: a sign that they do talk */
} ArdNeed;

#endif
