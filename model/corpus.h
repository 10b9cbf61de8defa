#ifndef ARD_CORPUS_H
#define ARD_CORPUS_H

#include "model/change.h"
#include "model/delivery.h"
#include "model/facts.h"
#include "model/history.h"
#include "model/knowledge.h"
#include "model/note.h"
#include "model/settings.h"

/*
 * All facts about one tree and its history, in sorted arrays whose rows refer to
 * each other by index. Built once by corpus/ (or by a test, by hand), then sealed:
 * everyone after holds `const ArdCorpus *`. "Now" is the time of the head commit.
 */
typedef enum {
  ARD_FILE_TEST = 1 << 0,      /* test code */
  ARD_FILE_GENERATED = 1 << 1, /* listed, not judged */
  ARD_FILE_VENDORED = 1 << 2,  /* listed, not judged */
  ARD_FILE_BINARY = 1 << 3,
  ARD_FILE_MINIFIED = 1 << 4, /* listed, not judged */
  ARD_FILE_TOO_LARGE = 1 << 5,
  ARD_FILE_TESTED = 1 << 6,    /* a test file of its name, or one changed with it, is known */
  ARD_FILE_EXAMPLE = 1 << 7,   /* example code, and what stands in the documentation */
  ARD_FILE_MIGRATION = 1 << 8, /* a dated or numbered step that ran once and is not changed any more */
} ArdFileFlags;

/* No user of the product meets it: thresholds of its own, and it costs time, never an incident. */
#define ARD_FILE_NOT_IN_USE (ARD_FILE_TEST | ARD_FILE_EXAMPLE | ARD_FILE_MIGRATION)

#define ARD_FILE_NOT_JUDGED \
  (ARD_FILE_GENERATED | ARD_FILE_VENDORED | ARD_FILE_BINARY | ARD_FILE_MINIFIED | ARD_FILE_TOO_LARGE)

typedef struct {
  const char *path;     /* raw bytes, repository-relative, '/' */
  const char *language; /* static; "Text" when no grammar reads it */
  guint flags;          /* ArdFileFlags */
  ArdOid blob;
  gint64 size_bytes;
  guint32 lines, code_lines, comment_lines;
  guint32 function_lines; /* sum of its functions' own lines; by ard_corpus_seal */
  double error_share;
  gboolean measured;
  guint64 digest;
  guint32 first_function, n_functions;      /* in functions */
  guint32 first_capture, n_captures;        /* in captures */
  guint32 first_change, n_changes;          /* in by_file */
  guint32 first_token, n_tokens;            /* in tokens */
  guint32 first_setting, n_settings;        /* in documents */
  guint32 first_dependency, n_dependencies; /* in dependencies: what it imports */
  guint32 fan_in;                           /* files of the repository that import it, tests and examples left out */
  guint32 module;                           /* in modules, or ARD_NONE */
  guint32 first_knowledge, n_knowledge;     /* in knowledge */
  guint32 first_trend, n_trend;             /* in trends; none where its versions were not read */
  double coverage;                          /* covered share of its lines by the given reports, NAN unknown */

  /* From history, renames followed; zero without history. */
  const char *origin;       /* the path under which it first appeared */
  guint64 identity;         /* hash of (origin, commit of birth): survives renames and edits */
  gint64 birth_s, last_s;   /* times of its first and last change [s since 1970], 0 unknown */
  guint32 birth_commit;     /* of its first change; nothing where birth_s is 0 */
  guint32 revisions_total;  /* non-merge commits that changed it */
  guint32 revisions, fixes; /* counted commits, repairs (ard_commit_repair), in history.window_d */
  guint32 authors;          /* people, in history.window_d, co-authors included */
  guint32 added, deleted;   /* lines, counted commits, in history.window_d */
  double days_month;  /* forecast [author-days per month], half-life-weighted; x day_hours x coding_share = hours */
  double fixes_month; /* forecast [repairs per month]: each fix split over the code it changed */
  double expected_fixes_year; /* of the ranking model: repairs in the year to come */
  guint32 n_departed;         /* its oldest changes: done before more than half of its lines left it at once, else 0 */
  double departed_share;      /* of its forecast work, in [0, 1]: done to lines that left so (corpus/departed.h) */
} ArdFile;

/* ArdFunction and ArdCapture rows; function is an index into the corpus' functions here. */
typedef struct {
  ArdFunction facts; /* parent: index into the corpus' functions, or ARD_NONE */
  guint32 file;
  guint32 ordinal;                     /* 0 for the first function of this name in the file, then 1 … */
  gboolean traced;                     /* its file's versions of the whole history.window_d were read: share is known */
  guint32 first_revision, n_revisions; /* in function_revisions */
  double share;                        /* of the file's forecast work, in [0, 1], when traced (corpus/shares.h) */
  double expected_fixes_year;          /* its part of the file's (ranking/functions.h); 0: not known */
} ArdCorpusFunction;

typedef struct {
  ArdCapture facts; /* function: index into the corpus' functions, or ARD_NONE */
  guint32 file;
} ArdCorpusCapture; /* facts.parent: in the corpus' captures, or ARD_NONE */

typedef struct {
  ArdDocumentRow facts;
  guint32 file;
} ArdCorpusDocumentRow;

/* One file uses another of the repository; a pair stands once, at its first line that is not weak, if any. */
typedef struct {
  guint32 from, to; /* files */
  guint32 line;     /* in from */
  gboolean weak;    /* of types only, or inside a function: no order of loading follows */
} ArdDependency;

/* A folder with code that a grammar reads; "" is the root. Tests, examples and what is not judged are left out. */
typedef struct {
  const char *path;
  guint32 n_files, code_lines;
  guint32 fan_in, fan_out; /* other modules that use it, that it uses */
  double instability;      /* fan_out / (fan_in + fan_out), NAN when alone (Martin 1994) */
} ArdModule;

typedef struct {
  guint32 from, to;   /* modules */
  guint32 n;          /* dependencies of their files */
  guint32 dependency; /* the first of them, in dependencies */
} ArdModuleDependency;

/* Files that need each other: one strongly connected component of the strong dependencies. */
typedef struct {
  guint32 first_member, n_members; /* in cycle_members, by file */
  guint64 identity;                /* of its members' identities: survives renames */
} ArdCycle;

/*
 * Pieces that are copies of each other: maximal; a copy overlaps one of another class only where a sibling that no
 * other class holds would be lost without it. type: 1 equal tokens, 2 names and literals differ, 3 with gaps.
 */
typedef struct {
  guint32 type;
  guint32 first_copy, n_copies; /* in clone_copies, at least 2; by file, then line */
  guint32 tokens, lines;        /* of the largest copy */
  guint64 identity;             /* of its code, names and literals left out */
} ArdCloneClass;

typedef struct {
  guint32 clone_class;
  guint32 file;
  guint32 function; /* innermost that holds all of it, or ARD_NONE */
  guint32 start_line, end_line;
  guint32 tokens;
  guint64 digest;  /* of its tokens as they are */
  guint32 sibling; /* in clone_copies: the one most like it; ARD_NONE: none is much like it, or it is a mere list */
  gboolean torn;   /* begins or ends inside brackets of which it holds one alone */
  gboolean plain;  /* holds functions alone that do one thing each and decide nothing: accessors, delegations */
  float shared;    /* of the tokens of the longer of the two, the part that says the same in both; 0 where few do */
} ArdCloneCopy;

typedef enum {
  ARD_COMMIT_MERGE = 1 << 0,
  ARD_COMMIT_FIX = 1 << 1,
  ARD_COMMIT_REVERT = 1 << 2,
  ARD_COMMIT_BOT = 1 << 3,
  ARD_COMMIT_MASS = 1 << 4,
  ARD_COMMIT_IGNORED = 1 << 5,   /* named in .git-blame-ignore-revs */
  ARD_COMMIT_IN_WINDOW = 1 << 6, /* not older than history.window_d */
} ArdCommitFlags;

/* Commits with one of these earn no hours and no fixes. */
#define ARD_COMMIT_NOT_COUNTED (ARD_COMMIT_MERGE | ARD_COMMIT_BOT | ARD_COMMIT_MASS | ARD_COMMIT_IGNORED)

typedef struct {
  ArdOid id;
  gint64 time_s;        /* author time [s since 1970, UTC] */
  gint64 commit_time_s; /* committer time */
  guint32 author;       /* in authors */
  guint flags;          /* ArdCommitFlags */
  const char *subject;  /* valid UTF-8, one line, at most 200 characters */
  guint32 first_change, n_changes;
  guint32 first_person, n_people;  /* in people: who wrote it, co-authors included, bots left out */
  guint32 first_parent, n_parents; /* in parents */
} ArdCommit;

typedef struct {
  guint32 commit;
  guint32 file;          /* today's file, or ARD_NONE when it is gone */
  const char *path;      /* as in that commit; raw bytes */
  gint32 added, deleted; /* -1: binary, merge, or outside history.lines_window_d */
  float share;           /* of the author's day, in [0, 1]; 0 when not counted */
  char status;           /* 'A', 'D', 'M' or 'T', as in ArdRecordChange */
  guint32 renamed_from;  /* in changes: the row of the same commit with the old path, or ARD_NONE */
} ArdChange;

typedef struct {
  const char *name, *mail; /* after .mailmap; valid UTF-8 */
  gboolean bot;
} ArdAuthor;

typedef struct {
  const char *head;   /* hex id of the analysed commit */
  gboolean work_tree; /* the files are those of the work tree, not of head */
  gboolean edited;    /* and some are not as head has them, are new or are gone */
  gboolean shallow;   /* history is cut: nothing that needs it is claimed */
  gboolean sha256;
  gint64 now_s;                /* committer time of head */
  GArray *files;               /* of ArdFile, by path (bytes) */
  GArray *functions;           /* of ArdCorpusFunction, by file, then as in ArdFacts */
  GArray *captures;            /* of ArdCorpusCapture, by file, then line */
  GArray *commits;             /* of ArdCommit: newest first in topological order */
  GArray *changes;             /* of ArdChange, by commit, then path */
  GArray *by_file;             /* of guint32, indexes of changes; by file, then commit */
  GArray *authors;             /* of ArdAuthor, by name, then mail */
  GArray *people;              /* of guint32, in authors; by commit */
  GArray *parents;             /* of guint32, in commits, or ARD_NONE: damaged, or not in the list; by commit */
  GArray *tokens;              /* of ArdToken, by file; freed when the corpus is sealed */
  GArray *documents;           /* of ArdCorpusDocumentRow, by file, then line */
  GArray *dependencies;        /* of ArdDependency, by from, then to */
  GArray *modules;             /* of ArdModule, by path */
  GArray *module_dependencies; /* of ArdModuleDependency, by from, then to */
  GArray *cycles;              /* of ArdCycle, by first member */
  GArray *cycle_members;       /* of guint32, files */
  GArray *clone_classes;       /* of ArdCloneClass, by first copy's file, then line */
  GArray *clone_copies;        /* of ArdCloneCopy, by class, then file, then line */
  GArray *couplings;           /* of ArdCoupling, by one, then other */
  GArray *function_revisions;  /* of ArdFunctionRevision, by function, then commit */
  GArray *trends;              /* of ArdTrendPoint, by file, then commit */
  GArray *survival;            /* of ArdSurvival, by quarter */
  GArray *knowledge;           /* of ArdKnowledge, by file, then doa downwards, then author */
  GArray *persons;             /* of ArdPerson, one an author */
  GArray *truck_factors;       /* of ArdTruckFactor: the repository, then modules; none without files of code */
  GArray *truck_people;        /* of ArdTruckPerson */
  GArray *needs;               /* of ArdNeed, by need downwards, then one, then other */
  GArray *scatter;             /* of ArdScatter, by file */
  GArray *origins;             /* of ArdOrigin, by fix, then file, then origin */
  GArray *missed;              /* of ArdMissedFix, by file, then clone_class, then fixed, then fix */
  GArray *tags;                /* of ArdTag, by time, then name */
  GArray *tag_entries;         /* of guint32, commits; by tag. What an earlier release's branch reached is left out */
  GArray *delivery;            /* of ArdDeliveryFigure, in a fixed order */
  GArray *quarters;            /* of ArdDeliveryQuarter, by quarter, without gaps */
  double team;                 /* of the last 90 days [persons who work full time], ard_team_measure */
  guint32 n_damaged;           /* files of the commit that could not be read from git's objects; each is a note */
  ArdNotes *notes;
  GStringChunk *strings; /* what the rows borrow */
  gboolean sealed;
} ArdCorpus;

#define ard_file(corpus, i) (&g_array_index ((corpus)->files, ArdFile, (i)))
#define ard_function(corpus, i) (&g_array_index ((corpus)->functions, ArdCorpusFunction, (i)))
#define ard_capture(corpus, i) (&g_array_index ((corpus)->captures, ArdCorpusCapture, (i)))
#define ard_commit(corpus, i) (&g_array_index ((corpus)->commits, ArdCommit, (i)))
#define ard_change(corpus, i) (&g_array_index ((corpus)->changes, ArdChange, (i)))
/* Who wrote a commit: its n_people indexes into authors. */
#define ard_people(corpus, commit) (&g_array_index ((corpus)->people, guint32, (commit)->first_person))
#define ard_author(corpus, i) (&g_array_index ((corpus)->authors, ArdAuthor, (i)))

#define ard_token(corpus, i) (&g_array_index ((corpus)->tokens, ArdToken, (i)))
#define ard_document(corpus, i) (&g_array_index ((corpus)->documents, ArdCorpusDocumentRow, (i)))
#define ard_dependency(corpus, i) (&g_array_index ((corpus)->dependencies, ArdDependency, (i)))
#define ard_module(corpus, i) (&g_array_index ((corpus)->modules, ArdModule, (i)))
#define ard_cycle(corpus, i) (&g_array_index ((corpus)->cycles, ArdCycle, (i)))
#define ard_clone_class(corpus, i) (&g_array_index ((corpus)->clone_classes, ArdCloneClass, (i)))
#define ard_clone_copy(corpus, i) (&g_array_index ((corpus)->clone_copies, ArdCloneCopy, (i)))
#define ard_coupling(corpus, i) (&g_array_index ((corpus)->couplings, ArdCoupling, (i)))
#define ard_function_revision(corpus, i) (&g_array_index ((corpus)->function_revisions, ArdFunctionRevision, (i)))
#define ard_trend_point(corpus, i) (&g_array_index ((corpus)->trends, ArdTrendPoint, (i)))
#define ard_knowledge(corpus, i) (&g_array_index ((corpus)->knowledge, ArdKnowledge, (i)))
#define ard_person(corpus, i) (&g_array_index ((corpus)->persons, ArdPerson, (i)))
#define ard_truck_factor(corpus, i) (&g_array_index ((corpus)->truck_factors, ArdTruckFactor, (i)))
#define ard_truck_person(corpus, i) (&g_array_index ((corpus)->truck_people, ArdTruckPerson, (i)))
#define ard_need(corpus, i) (&g_array_index ((corpus)->needs, ArdNeed, (i)))
#define ard_scatter(corpus, i) (&g_array_index ((corpus)->scatter, ArdScatter, (i)))
#define ard_origin(corpus, i) (&g_array_index ((corpus)->origins, ArdOrigin, (i)))
#define ard_missed_fix(corpus, i) (&g_array_index ((corpus)->missed, ArdMissedFix, (i)))
#define ard_tag(corpus, i) (&g_array_index ((corpus)->tags, ArdTag, (i)))
#define ard_delivery(corpus, i) (&g_array_index ((corpus)->delivery, ArdDeliveryFigure, (i)))
#define ard_quarter(corpus, i) (&g_array_index ((corpus)->quarters, ArdDeliveryQuarter, (i)))

/* An empty corpus to be filled; yours. */
ArdCorpus *ard_corpus_new (void);
void ard_corpus_free (ArdCorpus *corpus);

/* Check every index and order (bugs abort), sum function_lines, and forbid further change. */
void ard_corpus_seal (ArdCorpus *corpus);

/* UTC day since 1970 of a moment. */
gint64 ard_day_of (gint64 time_s);

/*
 * What a fix of one file is part of: fixes of one file by one author on one day
 * answer one occasion (a patch series, a second try) and are one repair.
 *
 * Returns:  equal for two commits that are parts of one repair
 */
guint64 ard_commit_repair (const ArdCommit *commit);

/*
 * Whether a user of the product meets it: neither in a test nor in an example.
 *
 * function  in functions: it and those around it are asked too; ARD_NONE: the file alone
 */
gboolean ard_corpus_is_in_use (const ArdCorpus *corpus, guint32 file, guint32 function);

/* Index of the file at path, or ARD_NONE. */
guint32 ard_corpus_find_file (const ArdCorpus *corpus, const char *path);

/* What a person knows of a file, or NULL; borrowed. */
const ArdKnowledge *ard_corpus_find_knowledge (const ArdCorpus *corpus, guint32 file, guint32 author);

/*
 * Who is next to know a file: of the active people who stay, whoever made most commits of it within the history window;
 * where nobody did, whoever put most days into it. No candidate is who made one commit of it and none other within the
 * window, nor, without a commit within the window, who made one commit of it, or whose last one is too old.
 *
 * leaves    one an author: who does not stay
 * memory_d  how old the last commit may be where none is within the window [d]
 * Returns:  that person's row; NULL where there is no candidate; borrowed
 */
const ArdKnowledge *ard_corpus_find_next (const ArdCorpus *corpus, guint32 file, const guint8 *leaves, double memory_d);

/* How many of a function's revisions changed its code; window: counted commits of history.window_d only. */
guint32 ard_function_code_revisions (const ArdCorpus *corpus, const ArdCorpusFunction *function, gboolean window);

/* Forecast hours a month in a file, from its days_month and the settings' likely values. */
double ard_file_hours (const ArdFile *file, const ArdSettings *settings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArdCorpus, ard_corpus_free)

#endif
