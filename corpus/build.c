#include "corpus/corpus.h"

#include "change/change.h"
#include "clones/clones.h"
#include "corpus/activity.h"
#include "corpus/callbacks.h"
#include "corpus/coverage.h"
#include "corpus/departed.h"
#include "corpus/history.h"
#include "corpus/lives.h"
#include "corpus/missed.h"
#include "corpus/origins.h"
#include "corpus/tags.h"
#include "corpus/team.h"
#include "corpus/tested.h"
#include "corpus/trail.h"
#include "corpus/tree.h"
#include "corpus/versions.h"
#include "corpus/workers.h"
#include "delivery/delivery.h"
#include "imports/imports.h"
#include "knowledge/knowledge.h"
#include "ranking/ranking.h"

static gboolean
name_head (ArdCorpus *corpus, ArdRepository *repository, const ArdOid *commit, gboolean work_tree, GError **error)
{
  g_autofree char *hex = ard_oid_to_hex (repository, commit);

  corpus->head = g_string_chunk_insert (corpus->strings, hex);
  corpus->work_tree = work_tree;
  corpus->shallow = ard_repository_is_shallow (repository);
  corpus->sha256 = ard_repository_is_sha256 (repository);
  return ard_repository_time (repository, commit, &corpus->now_s, error);
}

static void
end_phase (const ArdBuild *build, const char *phase)
{
  if (build->phase)
    build->phase (phase, build->progress_data);
}

/* What the work tree renamed is a help, not a need: without it those files begin today. */
static GHashTable *
find_renames (ArdCorpus *corpus, ArdRepository *repository, const ArdOid *commit, const ArdBuild *build)
{
  g_autoptr (GError) error = NULL;
  GHashTable *renames =
      corpus->work_tree ? ard_repository_renames (repository, commit, NULL, build->settings, &error) : NULL;

  if (error)
    ard_notes_add (corpus->notes, NULL, "renames in the work tree not followed: %s", error->message);
  return renames;
}

static gboolean
read_history (ArdCorpus *corpus, ArdWorkers *workers, const ArdOid *commit, const ArdBuild *build, GArray **candidates,
              GError **error)
{
  g_autoptr (ArdTrail) trail = ard_trail_new ();

  if (!ard_history_read (corpus, trail, workers, commit, build, error))
    return FALSE;
  end_phase (build, "read the history");

  g_autoptr (GHashTable) renames = find_renames (corpus, workers->workers[0].repository, commit, build);

  ard_trail_fold (trail, corpus, renames);
  ard_lives_fill (corpus, trail);
  ard_activity_count (corpus, trail, build->settings);
  corpus->team = ard_team_measure (corpus);
  ard_departed_mark (corpus, build->settings);
  ard_tested_mark (corpus);
  end_phase (build, "fold the history");
  if (!build->past)
    ard_versions_read (corpus, trail, workers, build);
  if (!build->past)
    ard_origins_trace (corpus, trail, workers, build);
  *candidates = ard_missed_list (corpus, trail);
  end_phase (build, "read the past versions");
  if (corpus->shallow)
    ard_notes_add (corpus->notes, NULL, "history is cut: the repository is a shallow clone (git fetch --unshallow)");
  return build->past || ard_tags_read (corpus, workers->workers[0].repository, build->settings, error);
}

static void
find_relations (ArdCorpus *corpus, const GArray *candidates, ArdWorkers *workers, const ArdBuild *build)
{
  ard_clones_find (corpus, build->settings, build->jobs);
  end_phase (build, "find the clones");
  ard_missed_find (corpus, candidates, workers, build);
  ard_change_find (corpus, build->settings);
  ard_knowledge_find (corpus, build->settings);
  ard_delivery_find (corpus, build->settings);
}

ArdCorpus *
ard_corpus_build (ArdRepository *repository, const ArdOid *commit, gboolean work_tree, const ArdBuild *build,
                  GError **error)
{
  ard_repository_set_head (repository, commit);

  g_autoptr (ArdCorpus) corpus = ard_corpus_new ();
  g_autoptr (ArdWorkers) workers = ard_workers_new (repository, build, error);

  if (!workers || !name_head (corpus, repository, commit, work_tree, error))
    return NULL;

  g_autoptr (ArdSnapshot) snapshot =
      ard_snapshot_read (repository, work_tree ? NULL : commit, build->settings, corpus->notes, error);

  if (!snapshot)
    return NULL;
  corpus->edited = snapshot->edited;
  end_phase (build, "list the files");
  ard_tree_read (corpus, snapshot, workers, build);
  end_phase (build, "read the files");

  g_autoptr (GArray) candidates = NULL;

  if (!read_history (corpus, workers, commit, build, &candidates, error))
    return NULL;
  if (!build->past)
    ard_callbacks_mark (corpus);
  if (!build->past)
    ard_coverage_read (corpus, ard_repository_root (repository), build->settings);
  ard_imports_resolve (corpus, build->settings);
  ard_tested_mark_imports (corpus);
  end_phase (build, "resolve the imports");
  if (!build->past)
    find_relations (corpus, candidates, workers, build);
  ard_ranking_run (corpus, build->settings);
  end_phase (build, "measure the history");
  ard_notes_sort (corpus->notes);
  ard_corpus_seal (corpus);
  return g_steal_pointer (&corpus);
}
