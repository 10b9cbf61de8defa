#include <stdlib.h>

#include "html_nodes.h"

/* Three people: Ada and Cid are here, Bo is gone. Files 1 and 2 are code. */
enum { ADA, BO, CID, N_PEOPLE };

static Made made;

static void
know (guint32 file, guint32 author, gboolean owner, double days)
{
  ArdFile *row = ard_file (made.corpus, file);
  ArdKnowledge knowledge = { .file = file, .author = author, .owner = owner, .days = days, .doa = 5, .share = 1 };

  if (row->n_knowledge == 0)
    row->first_knowledge = made.corpus->knowledge->len;
  row->n_knowledge++;
  g_array_append_val (made.corpus->knowledge, knowledge);
}

static void
begin (void)
{
  static const char *const names[] = { "Ada <b>", "Bo", "Cid" };

  made = make_ledger (TRUE);
  g_array_set_size (made.corpus->authors, 0);
  for (guint32 i = 0; i < N_PEOPLE; i++) {
    ArdAuthor author = { .name = names[i], .mail = "" };
    ArdPerson person = { .commits = 5, .active = i != BO, .files = 1, .alone = i == ADA, .days = 3 };

    g_array_append_val (made.corpus->authors, author);
    g_array_append_val (made.corpus->persons, person);
  }
  for (guint32 i = 1; i <= 2; i++) {
    ard_file (made.corpus, i)->measured = TRUE;
    ard_file (made.corpus, i)->flags = 0;
  }
}

static void
end (void)
{
  free_made (&made);
}

START_TEST (a_file_whose_other_owner_is_gone_is_known_by_one)
{
  xmlDoc *doc;

  know (1, ADA, TRUE, 4);
  know (1, BO, TRUE, 9);

  xmlNode *person = find_child (build_part (made.ledger, ard_html_add_people, &doc), "person", 0);

  expect_text (person, "name", "Ada <b>");
  expect_text (person, "lost", "1");
  expect_text (find_child (person, "file", 0), "path", ard_file (made.corpus, 1)->path);
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (a_file_of_two_active_owners_is_lost_with_neither)
{
  xmlDoc *doc;

  know (1, ADA, TRUE, 4);
  know (1, CID, TRUE, 4);

  xmlNode *people = build_part (made.ledger, ard_html_add_people, &doc);

  expect_text (find_child (people, "person", 0), "lost", "0");
  expect_text (find_child (people, "person", 1), "lost", "0");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (the_next_to_know_a_file_is_here_and_works_on_it_now)
{
  xmlDoc *doc;

  know (2, ADA, TRUE, 9);
  know (2, BO, FALSE, 5);
  know (2, CID, FALSE, 1);
  g_array_index (made.corpus->knowledge, ArdKnowledge, 2).recent = 7;
  ard_person (made.corpus, CID)->recent = 9;

  xmlNode *person = find_child (build_part (made.ledger, ard_html_add_people, &doc), "person", 0);

  expect_text (find_child (person, "file", 0), "heir", "Cid");
  expect_text (find_child (person, "file", 0), "heir-recent", "7");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (commits_of_the_window_stand_beside_the_dates)
{
  xmlDoc *doc;

  ard_person (made.corpus, ADA)->recent = 2;
  expect_text (find_child (build_part (made.ledger, ard_html_add_people, &doc), "person", 0), "recent", "2");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (who_is_gone_has_no_row)
{
  xmlDoc *doc;
  xmlNode *people = build_part (made.ledger, ard_html_add_people, &doc);

  expect_text (people, "active", "2");
  expect_text (people, "all", "3");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (who_knows_no_file_is_a_number_and_no_row)
{
  xmlDoc *doc;

  ard_person (made.corpus, CID)->files = 0;

  xmlNode *people = build_part (made.ledger, ard_html_add_people, &doc);

  expect_text (people, "active", "2");
  expect_text (people, "knowing", "1");
  expect_text (find_child (people, "person", 0), "name", "Ada <b>");
  xmlFreeDoc (doc);
}
END_TEST

START_TEST (the_whole_repository_stands_before_its_folders)
{
  xmlDoc *doc;
  ArdTruckPerson leavers[] = { { .author = BO, .files = 7 }, { .author = ADA, .files = 3 } };
  ArdTruckFactor folder = { .module = 1, .files = 50, .factor = 1 };
  ArdTruckFactor whole = {
    .module = ARD_NONE, .files = 20, .people = 3, .factor = 1, .owned = 5, .active_factor = 2, .all_factor = 1
  };

  g_array_append_vals (made.corpus->truck_people, leavers, G_N_ELEMENTS (leavers));
  g_array_append_val (made.corpus->truck_factors, folder);
  g_array_append_val (made.corpus->truck_factors, whole);

  xmlNode *people = build_part (made.ledger, ard_html_add_people, &doc);
  xmlNode *node = find_child (people, "whole", 0);

  expect_text (people, "modules", "1");
  expect_text (node, "owned-share", "0.25");
  expect_text (node, "all-factor", "1");
  expect_text (find_child (node, "leaver", 0), "name", "Bo");
  expect_text (find_child (people, "module", 0), "path", "lib/io");
  xmlFreeDoc (doc);
}
END_TEST

static Suite *
suite (void)
{
  Suite *all = suite_create ("html people");
  TCase *cases = tcase_create ("html people");

  tcase_add_checked_fixture (cases, begin, end);
  tcase_add_test (cases, a_file_whose_other_owner_is_gone_is_known_by_one);
  tcase_add_test (cases, a_file_of_two_active_owners_is_lost_with_neither);
  tcase_add_test (cases, the_next_to_know_a_file_is_here_and_works_on_it_now);
  tcase_add_test (cases, commits_of_the_window_stand_beside_the_dates);
  tcase_add_test (cases, who_is_gone_has_no_row);
  tcase_add_test (cases, who_knows_no_file_is_a_number_and_no_row);
  tcase_add_test (cases, the_whole_repository_stands_before_its_folders);
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
