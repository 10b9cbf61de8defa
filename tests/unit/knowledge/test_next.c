#include "made.h"

#define MEMORY_D 730

static const guint8 a_leaves[8] = { 1 };

/* 'B' … or '-' for nobody: who is next to know file 0 when A leaves. Frees the corpus. */
static char
next (Made *made)
{
  const ArdKnowledge *row;
  char name;

  made_end (made);
  row = ard_corpus_find_next (made->corpus, 0, a_leaves, MEMORY_D);
  name = row ? (char) ('A' + row->author) : '-';
  made_free (made);
  return name;
}

static void
commit_often (Made *made, guint age_d, guint n, const char *people, const char *files)
{
  for (guint i = 0; i < n; i++)
    made_commit (made, age_d + i, 0, people, files, 'M');
}

/* B, who still works here, made thirty commits of it two years ago, C two this year. */
START_TEST (who_works_on_it_now_comes_before_who_once_did_more)
{
  Made made = made_begin (2, 3);

  commit_often (&made, 1, 1, "B", "1");
  commit_often (&made, 2, 2, "C", "0");
  commit_often (&made, 600, 30, "B", "0");
  commit_often (&made, 3, 9, "A", "0");
  ck_assert_int_eq (next (&made), 'C');
}
END_TEST

START_TEST (more_commits_of_the_window_come_first)
{
  Made made = made_begin (1, 3);

  commit_often (&made, 1, 2, "B", "0");
  commit_often (&made, 10, 3, "C", "0");
  ck_assert_int_eq (next (&made), 'C');
}
END_TEST

START_TEST (who_worked_on_it_not_long_ago_follows_where_nobody_does_now)
{
  Made made = made_begin (2, 2);

  commit_often (&made, 1, 1, "B", "1");
  commit_often (&made, 500, 2, "B", "0");
  ck_assert_int_eq (next (&made), 'B');
}
END_TEST

START_TEST (one_commit_long_ago_makes_nobody_next)
{
  Made made = made_begin (2, 2);

  commit_often (&made, 1, 1, "B", "1");
  commit_often (&made, 500, 1, "B", "0");
  ck_assert_int_eq (next (&made), '-');
}
END_TEST

START_TEST (who_last_worked_on_it_long_ago_is_not_next)
{
  Made made = made_begin (2, 2);

  commit_often (&made, 1, 1, "B", "1");
  commit_often (&made, MEMORY_D + 1, 30, "B", "0");
  ck_assert_int_eq (next (&made), '-');
}
END_TEST

START_TEST (who_is_gone_is_not_next)
{
  Made made = made_begin (1, 2);

  commit_often (&made, 1, 1, "A", "0");
  commit_often (&made, 400, 9, "B", "0");
  ck_assert_int_eq (next (&made), '-');
}
END_TEST

START_TEST (the_one_commit_of_a_visitor_makes_nobody_next)
{
  Made made = made_begin (2, 2);

  commit_often (&made, 1, 1, "B", "0");
  ck_assert_int_eq (next (&made), '-');
  made = made_begin (2, 2);
  commit_often (&made, 1, 1, "B", "0");
  commit_often (&made, 2, 1, "B", "1");
  ck_assert_int_eq (next (&made), 'B');
}
END_TEST

START_TEST (commits_of_the_window_are_counted_by_person_and_by_file)
{
  Made made = made_begin (2, 1);

  commit_often (&made, 1, 2, "A", "0");
  commit_often (&made, 9, 1, "A", "1");
  made_commit (&made, 11, ARD_COMMIT_MASS, "A", "01", 'M');
  commit_often (&made, 400, 5, "A", "0");
  made_end (&made);
  ck_assert_uint_eq (made_row (&made, 0, 'A')->recent, 2);
  ck_assert_uint_eq (ard_person (made.corpus, 0)->recent, 3);
  ck_assert_uint_eq (ard_person (made.corpus, 0)->commits, 8);
  made_free (&made);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    who_works_on_it_now_comes_before_who_once_did_more,
    more_commits_of_the_window_come_first,
    who_worked_on_it_not_long_ago_follows_where_nobody_does_now,
    one_commit_long_ago_makes_nobody_next,
    who_last_worked_on_it_long_ago_is_not_next,
    who_is_gone_is_not_next,
    the_one_commit_of_a_visitor_makes_nobody_next,
    commits_of_the_window_are_counted_by_person_and_by_file,
  };

  return made_run ("next", tests, G_N_ELEMENTS (tests));
}
