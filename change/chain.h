#ifndef ARD_CHANGE_CHAIN_H
#define ARD_CHANGE_CHAIN_H

#include "model/change.h"
#include "model/history.h"

/*
 * The versions of one file, folded onto its functions and lines of today: a pure
 * function of arrays; no git.
 *
 * The walk goes from the newest commit to the oldest. Each step hands the functions
 * and lines of today from the version after the commit to the one before it; so a
 * function that was renamed keeps its revisions, and one that was deleted and written
 * anew begins there. History is not a line: the tip of a side branch is a version that
 * no newer commit started from (only a merge did). Such a version takes its functions
 * and lines from the newer version that the caller names (what the next commit that
 * descends from it started from: there only merges lie between), and where those differ
 * too much, functions by the names that were theirs in any newer version.
 */
typedef struct {
  guint32 commit;
  guint32 after;        /* in versions */
  guint32 before;       /* in versions, or ARD_NONE: the commit added the file */
  guint32 newer;        /* in versions: what `after` is compared with where it is not known yet; or ARD_NONE */
  const GArray *hunks;  /* of ArdHunk, before to after; NULL: not compared */
  const GArray *bridge; /* the same, after to newer; NULL: not compared */
} ArdChainStep;

/* What one step did to the file of today. */
typedef struct {
  guint32 changed;  /* lines added and deleted */
  guint32 added;    /* of these added */
  guint32 standing; /* of these in the file today */
} ArdChainLines;

typedef struct {
  GArray *revisions; /* of ArdFunctionRevision, by step; function: in today's version */
  GArray *lines;     /* of ArdChainLines, one a step */
} ArdChain;

void ard_chain_init (ArdChain *chain);
void ard_chain_clear (ArdChain *chain);

/*
 * versions  n_versions; versions[0] is today's. One that could not be read has no functions and is not measured
 * steps     n_steps, newest first
 * chain     initialised and empty
 */
void ard_chain_fold (const ArdVersion *versions, guint32 n_versions, const ArdChainStep *steps, guint32 n_steps,
                     ArdChain *chain);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ArdChain, ard_chain_clear)

#endif
