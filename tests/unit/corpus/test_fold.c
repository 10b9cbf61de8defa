#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "corpus/fold.h"
#include "model/facts.h"

/* Paths by id, to be read as letters. */
enum { A, B, C, D, N_PATHS };

#define NONE ARD_NONE

typedef struct {
  ArdFoldRow rows[32];
  guint32 starts[33], n_commits;
  guint32 owners[N_PATHS];
  guint32 files[32];
} Story;

static Story story;

static void
begin (void)
{
  story = (Story){ .owners = { NONE, NONE, NONE, NONE } };
}

/* The next older commit. */
static void
commit (void)
{
  story.n_commits++;
  story.starts[story.n_commits] = story.starts[story.n_commits - 1];
}

/* A row of the current commit; from: its place among the commit's rows. Returns its index. */
static guint32
row (char status, guint32 path, guint32 from)
{
  guint32 index = story.starts[story.n_commits]++;
  guint32 start = story.starts[story.n_commits - 1];

  story.rows[index] = (ArdFoldRow){ path, from == NONE ? NONE : start + from, status, TRUE };
  return index;
}

static void
fold (void)
{
  ard_fold_run (story.rows, story.starts, story.n_commits, N_PATHS, story.owners, story.files);
}

#define ck_file(index, file) ck_assert_uint_eq (story.files[index], file)

START_TEST (a_chain_of_renames_leads_to_todays_name)
{
  begin ();
  story.owners[C] = 0;
  commit ();
  guint32 from_b = row ('D', B, NONE), to_c = row ('A', C, 0);
  commit ();
  guint32 edit_b = row ('M', B, NONE);
  commit ();
  guint32 from_a = row ('D', A, NONE), to_b = row ('A', B, 0);
  commit ();
  guint32 birth = row ('A', A, NONE);

  fold ();
  ck_file (from_b, 0);
  ck_file (to_c, 0);
  ck_file (edit_b, 0);
  ck_file (from_a, 0);
  ck_file (to_b, 0);
  ck_file (birth, 0);
}
END_TEST

START_TEST (a_swapped_pair_of_names_keeps_both_histories)
{
  begin ();
  story.owners[A] = 0;
  story.owners[B] = 1;
  commit ();
  guint32 swap_a = row ('M', A, 1), swap_b = row ('M', B, 0);
  commit ();
  guint32 edit_a = row ('M', A, NONE);
  commit ();
  guint32 birth_a = row ('A', A, NONE), birth_b = row ('A', B, NONE);

  fold ();
  ck_file (swap_a, 0);
  ck_file (swap_b, 1);
  ck_file (edit_a, 1);
  ck_file (birth_a, 1);
  ck_file (birth_b, 0);
}
END_TEST

START_TEST (three_names_that_rotate_keep_their_histories)
{
  begin ();
  story.owners[A] = 0;
  story.owners[B] = 1;
  story.owners[C] = 2;
  commit ();
  row ('M', A, 2);
  row ('M', B, 0);
  row ('M', C, 1);
  commit ();
  guint32 a = row ('M', A, NONE), b = row ('M', B, NONE), c = row ('M', C, NONE);

  fold ();
  ck_file (a, 1);
  ck_file (b, 2);
  ck_file (c, 0);
}
END_TEST

START_TEST (a_freed_name_reused_later_parts_the_histories)
{
  begin ();
  story.owners[A] = 0;
  story.owners[B] = 1;
  commit ();
  guint32 new_edit = row ('M', A, NONE);
  commit ();
  guint32 new_birth = row ('A', A, NONE);
  commit ();
  guint32 from = row ('D', A, NONE), to = row ('A', B, 0);
  commit ();
  guint32 old_birth = row ('A', A, NONE);

  fold ();
  ck_file (new_edit, 0);
  ck_file (new_birth, 0);
  ck_file (from, 1);
  ck_file (to, 1);
  ck_file (old_birth, 1);
}
END_TEST

START_TEST (a_freed_name_reused_in_the_same_commit_parts_the_histories)
{
  begin ();
  story.owners[A] = 0;
  story.owners[B] = 1;
  commit ();
  guint32 reused = row ('M', A, NONE), moved = row ('A', B, 0);
  commit ();
  guint32 birth = row ('A', A, NONE);

  fold ();
  ck_file (reused, 0);
  ck_file (moved, 1);
  ck_file (birth, 1);
}
END_TEST

START_TEST (a_reused_name_that_is_gone_again_does_not_fall_to_the_moved_file)
{
  begin ();
  story.owners[B] = 1;
  commit ();
  guint32 end = row ('D', A, NONE);
  commit ();
  guint32 reused = row ('M', A, NONE), moved = row ('A', B, 0);
  commit ();
  guint32 birth = row ('A', A, NONE);

  fold ();
  ck_file (end, NONE);
  ck_file (reused, NONE);
  ck_file (moved, 1);
  ck_file (birth, 1);
}
END_TEST

START_TEST (a_second_life_of_the_old_name_that_is_gone_is_not_the_moved_files)
{
  begin ();
  story.owners[B] = 1;
  commit ();
  guint32 end = row ('D', A, NONE);
  commit ();
  guint32 again = row ('A', A, NONE);
  commit ();
  guint32 from = row ('D', A, NONE);
  row ('A', B, 0);

  fold ();
  ck_file (end, NONE);
  ck_file (again, NONE);
  ck_file (from, 1);
}
END_TEST

START_TEST (a_path_whose_contents_moved_and_died_is_one_file_with_its_next_life)
{
  begin ();
  story.owners[A] = 0;
  commit ();
  row ('A', A, NONE);
  commit ();
  guint32 end = row ('D', B, NONE);
  commit ();
  guint32 from = row ('D', A, NONE), to = row ('A', B, 0);
  commit ();
  guint32 birth = row ('A', A, NONE);

  fold ();
  ck_file (end, NONE);
  ck_file (to, NONE);
  ck_file (from, 0);
  ck_file (birth, 0);
}
END_TEST

START_TEST (a_path_deleted_and_made_again_is_one_file)
{
  begin ();
  story.owners[A] = 0;
  commit ();
  guint32 again = row ('A', A, NONE);
  commit ();
  guint32 end = row ('D', A, NONE);
  commit ();
  guint32 birth = row ('A', A, NONE);

  fold ();
  ck_file (again, 0);
  ck_file (end, 0);
  ck_file (birth, 0);
}
END_TEST

START_TEST (a_rename_over_another_file_ends_that_file)
{
  begin ();
  story.owners[B] = 0;
  commit ();
  guint32 from = row ('D', A, NONE), over = row ('M', B, 0);
  commit ();
  guint32 overwritten = row ('M', B, NONE), kept = row ('M', A, NONE);

  fold ();
  ck_file (from, 0);
  ck_file (over, 0);
  ck_file (overwritten, NONE);
  ck_file (kept, 0);
}
END_TEST

START_TEST (a_rename_and_its_revert_stay_with_the_file)
{
  begin ();
  story.owners[A] = 0;
  commit ();
  row ('A', A, 1);
  row ('D', B, NONE);
  commit ();
  guint32 between = row ('M', B, NONE);
  commit ();
  row ('D', A, NONE);
  row ('A', B, 0);
  commit ();
  guint32 birth = row ('A', A, NONE);

  fold ();
  ck_file (between, 0);
  ck_file (birth, 0);
}
END_TEST

/* main renames a to b; a branch from before still edits a and is listed first. */
START_TEST (a_side_branch_on_the_old_name_belongs_to_the_renamed_file)
{
  begin ();
  story.owners[B] = 0;
  commit ();
  guint32 side = row ('M', A, NONE);
  commit ();
  row ('D', A, NONE);
  row ('A', B, 0);
  commit ();
  guint32 birth = row ('A', A, NONE);

  fold ();
  ck_file (side, 0);
  ck_file (birth, 0);
}
END_TEST

/* A branch carries the same rename (rebased, cherry-picked): main's edits of the new name are listed below it. */
START_TEST (a_rename_made_twice_loses_nothing_between)
{
  begin ();
  story.owners[B] = 0;
  commit ();
  row ('D', A, NONE);
  row ('A', B, 0);
  commit ();
  guint32 between = row ('M', B, NONE);
  commit ();
  guint32 from = row ('D', A, NONE), to = row ('A', B, 0);
  commit ();
  guint32 birth = row ('A', A, NONE);

  fold ();
  ck_file (between, 0);
  ck_file (from, 0);
  ck_file (to, 0);
  ck_file (birth, 0);
}
END_TEST

/* a became b, b was deleted, an unrelated b lived before. */
START_TEST (an_older_life_of_the_new_name_is_not_the_moved_files)
{
  begin ();
  story.owners[B] = 0;
  commit ();
  row ('D', A, NONE);
  row ('A', B, 0);
  commit ();
  guint32 old_end = row ('D', B, NONE);
  commit ();
  guint32 old_birth = row ('A', B, NONE);

  fold ();
  ck_file (old_end, NONE);
  ck_file (old_birth, NONE);
}
END_TEST

START_TEST (a_file_that_is_gone_owns_nothing)
{
  begin ();
  story.owners[B] = 0;
  commit ();
  guint32 end = row ('D', A, NONE);
  commit ();
  guint32 birth = row ('A', A, NONE), other = row ('A', B, NONE);

  fold ();
  ck_file (end, NONE);
  ck_file (birth, NONE);
  ck_file (other, 0);
}
END_TEST

START_TEST (a_rename_in_the_work_tree_reaches_the_history_of_the_old_name)
{
  begin ();
  story.owners[B] = 0;
  story.owners[A] = 1;
  const guint32 pairs[] = { B, A, A, C };

  ard_fold_shift (pairs, 2, story.owners);
  commit ();
  guint32 a = row ('M', A, NONE), b = row ('M', B, NONE), c = row ('M', C, NONE);

  fold ();
  ck_file (a, 0);
  ck_file (b, NONE);
  ck_file (c, 1);
}
END_TEST

/*
 * A made-up line of history with files that know who they are: what each of them
 * did is written down going forwards and compared with the fold going backwards.
 * Files that are gone at the end are not compared: what they did may fall to the
 * file that took their path (fold.h); where none is deleted (_i even) all are.
 */
#define WORLD_PATHS 12
#define WORLD_COMMITS 400

typedef struct {
  GRand *random;
  gboolean deletes;
  guint32 at[WORLD_PATHS];   /* the file at each path, or NONE */
  guint32 last[WORLD_PATHS]; /* the file that was deleted at this path and did not move, or NONE */
  guint32 n_files;
  GArray *rows, *truth, *starts; /* forwards */
} World;

static guint32
write_row (World *world, char status, guint32 path, guint32 from, guint32 file)
{
  ArdFoldRow made = { path, from, status, TRUE };

  g_array_append_val (world->rows, made);
  g_array_append_val (world->truth, file);
  return world->rows->len - 1;
}

static guint32
pick (World *world, gboolean taken)
{
  for (guint i = 0; i < 100; i++) {
    guint32 path = (guint32) g_rand_int_range (world->random, 0, WORLD_PATHS);

    if ((world->at[path] != NONE) == taken)
      return path;
  }
  return NONE;
}

static void
create_or_edit (World *world)
{
  guint32 path = (guint32) g_rand_int_range (world->random, 0, WORLD_PATHS);
  char status = world->at[path] == NONE ? 'A' : 'M';

  if (status == 'A') {
    world->at[path] = world->last[path] == NONE ? world->n_files++ : world->last[path];
    world->last[path] = NONE;
  }
  write_row (world, status, path, NONE, world->at[path]);
}

static void delete (World *world)
{
  guint32 path = pick (world, TRUE);

  if (path == NONE)
    return;
  write_row (world, 'D', path, NONE, world->at[path]);
  world->last[path] = world->at[path];
  world->at[path] = NONE;
}

static void
rename_one (World *world, gboolean reuse)
{
  guint32 from = pick (world, TRUE), to = pick (world, FALSE);

  if (from == NONE || to == NONE)
    return;

  guint32 old = write_row (world, reuse ? 'M' : 'D', from, NONE, reuse ? world->n_files : world->at[from]);

  write_row (world, 'A', to, old, world->at[from]);
  world->at[to] = world->at[from];
  world->last[to] = NONE;
  world->at[from] = reuse ? world->n_files++ : NONE;
  world->last[from] = NONE;
}

static void
swap (World *world)
{
  guint32 one = pick (world, TRUE), two = pick (world, TRUE);

  if (one == NONE || one == two || two == NONE)
    return;

  guint32 file = world->at[one], first = world->rows->len;

  world->at[one] = world->at[two];
  world->at[two] = file;
  write_row (world, 'M', one, first + 1, world->at[one]);
  write_row (world, 'M', two, first, world->at[two]);
}

static void
live (World *world)
{
  for (guint i = 0; i < WORLD_COMMITS; i++) {
    guint32 start = world->rows->len;

    g_array_append_val (world->starts, start);
    switch (g_rand_int_range (world->random, 0, 8)) {
    case 0:
      if (world->deletes)
        delete (world);
      break;
    case 1:
      rename_one (world, FALSE);
      break;
    case 2:
      rename_one (world, TRUE);
      break;
    case 3:
      swap (world);
      break;
    default:
      create_or_edit (world);
    }
  }

  guint32 end = world->rows->len;

  g_array_append_val (world->starts, end);
}

/* The rows newest first: reversed[i] is the forward index of row i. */
static void
turn_around (const World *world, ArdFoldRow *rows, guint32 *starts, guint32 *reversed)
{
  guint32 n = 0, n_commits = world->starts->len - 1;

  for (guint32 c = 0; c < n_commits; c++) {
    guint32 first = g_array_index (world->starts, guint32, n_commits - 1 - c);
    guint32 end = g_array_index (world->starts, guint32, n_commits - c);

    starts[c] = n;
    for (guint32 i = first; i < end; i++, n++) {
      rows[n] = g_array_index (world->rows, ArdFoldRow, i);
      reversed[n] = i;
      if (rows[n].renamed_from != NONE)
        rows[n].renamed_from = starts[c] + rows[n].renamed_from - first;
    }
  }
  starts[n_commits] = n;
}

START_TEST (a_line_of_random_renames_gives_every_change_to_the_file_that_made_it)
{
  World world = { .random = g_rand_new_with_seed (700 + (guint32) _i),
                  .deletes = _i % 2 == 1,
                  .rows = g_array_new (FALSE, FALSE, sizeof (ArdFoldRow)),
                  .truth = g_array_new (FALSE, FALSE, sizeof (guint32)),
                  .starts = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  guint32 owners[WORLD_PATHS];
  gboolean lives[WORLD_COMMITS] = { FALSE };

  for (guint i = 0; i < WORLD_PATHS; i++)
    world.at[i] = world.last[i] = NONE;
  live (&world);

  guint32 n = world.rows->len;
  g_autofree ArdFoldRow *rows = g_new (ArdFoldRow, n);
  g_autofree guint32 *starts = g_new (guint32, WORLD_COMMITS + 1), *reversed = g_new (guint32, n);
  g_autofree guint32 *files = g_new (guint32, n);

  turn_around (&world, rows, starts, reversed);
  for (guint i = 0; i < WORLD_PATHS; i++) {
    owners[i] = world.at[i];
    if (owners[i] != NONE)
      lives[owners[i]] = TRUE;
  }
  ard_fold_run (rows, starts, WORLD_COMMITS, WORLD_PATHS, owners, files);
  for (guint32 i = 0; i < n; i++) {
    guint32 truth = g_array_index (world.truth, guint32, reversed[i]);

    if (!lives[truth])
      continue;
    ck_assert_msg (files[i] == truth, "row %u of path %u: %u, made by %u", i, rows[i].path, files[i], truth);
  }
  g_array_unref (world.rows);
  g_array_unref (world.truth);
  g_array_unref (world.starts);
  g_rand_free (world.random);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("fold");
  TCase *cases = tcase_create ("fold");

  tcase_add_test (cases, a_chain_of_renames_leads_to_todays_name);
  tcase_add_test (cases, a_swapped_pair_of_names_keeps_both_histories);
  tcase_add_test (cases, three_names_that_rotate_keep_their_histories);
  tcase_add_test (cases, a_freed_name_reused_later_parts_the_histories);
  tcase_add_test (cases, a_freed_name_reused_in_the_same_commit_parts_the_histories);
  tcase_add_test (cases, a_reused_name_that_is_gone_again_does_not_fall_to_the_moved_file);
  tcase_add_test (cases, a_second_life_of_the_old_name_that_is_gone_is_not_the_moved_files);
  tcase_add_test (cases, a_path_whose_contents_moved_and_died_is_one_file_with_its_next_life);
  tcase_add_test (cases, a_path_deleted_and_made_again_is_one_file);
  tcase_add_test (cases, a_rename_over_another_file_ends_that_file);
  tcase_add_test (cases, a_rename_and_its_revert_stay_with_the_file);
  tcase_add_test (cases, a_side_branch_on_the_old_name_belongs_to_the_renamed_file);
  tcase_add_test (cases, a_rename_made_twice_loses_nothing_between);
  tcase_add_test (cases, an_older_life_of_the_new_name_is_not_the_moved_files);
  tcase_add_test (cases, a_file_that_is_gone_owns_nothing);
  tcase_add_test (cases, a_rename_in_the_work_tree_reaches_the_history_of_the_old_name);
  tcase_add_loop_test (cases, a_line_of_random_renames_gives_every_change_to_the_file_that_made_it, 0, 200);
  suite_add_tcase (all, cases);
  return all;
}

int
main (void)
{
  SRunner *runner = srunner_create (suite ());

  srunner_run_all (runner, CK_NORMAL);

  int failed = srunner_ntests_failed (runner);

  srunner_free (runner);
  return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
