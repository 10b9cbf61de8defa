#include "tests/unit/languages/captured.h"

/* Reads into what nobody mentions again. */
static const struct {
  const char *text;
  gboolean drained;
} reads[] = {
  { "void f (int fd)\n{\n  char buf[64];\n  read (fd, buf, sizeof buf);\n}\n", TRUE },
  { "void f (int fd) {\n  int n; char c;\n  recv (fd, &c, 1, 0);\n  done ();\n}\n", TRUE },
  { "void f (int fd)\n{\n  char buf[64];\n  read (fd, buf, 64);\n  use (buf);\n}\n", FALSE },
  { "void f (int fd, char *buf)\n{\n  read (fd, buf, 64);\n}\n", FALSE },
  { "void f (int fd, char buf[])\n{\n  read (fd, buf, 64);\n}\n", FALSE },
  { "static char buf[64];\nvoid f (int fd)\n{\n  read (fd, buf, 64);\n}\n", FALSE },
  { "void f (int fd)\n{\n  read (fd, self->buf, 64);\n}\n", FALSE },
  { "void f (int fd)\n{\n  char buf[64];\n  char *p = buf;\n  read (fd, buf, 64);\n  use (p);\n}\n", FALSE },
  { "int f (int fd)\n{\n  char c;\n  if (peek (fd, &c)) {\n    recv (fd, &c, 1, 0);\n    return 0;\n  }\n  return "
    "c;\n}\n",
    TRUE },
  { "int f (int fd)\n{\n  char c;\n  if (peek (fd, &c)) {\n    recv (fd, &c, 1, 0);\n  }\n  return c;\n}\n", FALSE },
  { "int f (int fd)\n{\n  char c;\n  recv (fd, &c, 1, 0);\n  return c;\n}\n", FALSE },
  { "void f (int fd)\n{\n  char c = 0;\n  for (;;) {\n    if (c)\n      g ();\n    read (fd, &c, 1);\n  }\n}\n",
    FALSE },
  { "void f (int fd)\n{\n  char buf[64];\n  write (fd, buf, 64);\n}\n", FALSE },
  { "void f (int fd)\n{\n  char buf[64];\n  read (fd, buf", FALSE },
  { "read (fd, buf, 64);", FALSE },
};

START_TEST (what_is_read_and_mentioned_no_more_is_thrown_away_on_purpose)
{
  g_auto (ArdFacts) facts = read_facts ("a.c", reads[_i].text, -1);
  gboolean drained = FALSE;

  for (guint i = 0; i < facts.captures->len; i++) {
    const ArdCapture *row = &g_array_index (facts.captures, ArdCapture, i);

    drained |= row->kind == ARD_CAPTURE_CALL && row->traits & ARD_TRAIT_VOIDED;
  }
  ck_assert_msg (drained == reads[_i].drained, "%s", reads[_i].text);
}
END_TEST

int
main (void)
{
  const LanguageTest tests[] = {
    { what_is_read_and_mentioned_no_more_is_thrown_away_on_purpose, G_N_ELEMENTS (reads) },
  };

  return run_tests ("languages/drained", tests, G_N_ELEMENTS (tests));
}
