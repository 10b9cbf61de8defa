#include "tests/unit/languages/read.h"

/* All rows in order, "key=value@line; …". Yours. */
static char *
tell_rows (const ArdFacts *facts)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < facts->settings->len; i++) {
    const ArdDocumentRow *row = &g_array_index (facts->settings, ArdDocumentRow, i);

    g_string_append_printf (told, "%s%s=%s@%u", i ? "; " : "", row->key, row->value, row->line);
  }
  return g_string_free (told, FALSE);
}

/* Each worked by hand from what the format's own specification says that the text means. */
static const struct {
  const char *path, *text, *rows;
} documents[] = {
  { "package.json",
    "{\n \"name\": \"a\",\n \"exports\": { \"./b\": { \"import\": \"./c.js\" } },\n \"files\": [\"x\", \"y\", {\"z\": "
    "[[1, 2]]}],\n \"n\": null, \"e\": {}, \"l\": []\n}\n",
    "name=a@2; exports.\"./b\".import=./c.js@3; files[0]=x@4; files[1]=y@4; files[2].z[0][0]=1@4; "
    "files[2].z[0][1]=2@4; n=null@5; e=@5; l=@5" },
  { "tsconfig.json",
    "// of the compiler\n{ /* of it all */ \"compilerOptions\": {\n  \"baseUrl\": \".\", // here\n  \"paths\": { "
    "\"@/*\": "
    "[\"src/*\"] }\n }\n}\n",
    "compilerOptions.baseUrl=.@3; compilerOptions.paths.@/*[0]=src/*@4" },
  { "a.json", "{\"a\": \"x\\n\\\"y\\\" \\u00e9\\/\", \"b\": true, \"a\": -1.5e3}",
    "a=x \"y\" \xc3\xa9/@1; b=true@1; a[1]=-1.5e3@1" },
  { "list.json", "[{\"a\": 1}, {\"a\": 2}, 3]", "[0].a=1@1; [1].a=2@1; [2]=3@1" },
};

START_TEST (a_document_is_rows_of_key_path_scalar_and_line)
{
  g_auto (ArdFacts) facts = read_facts (documents[_i].path, documents[_i].text, -1);
  g_autofree char *told = tell_rows (&facts);

  ck_assert_str_eq (told, documents[_i].rows);
  ck_assert (!facts.measured);
  ck_assert_uint_eq (facts.functions->len, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("documents");
  TCase *tcase = tcase_create ("rows");

  tcase_add_loop_test (tcase, a_document_is_rows_of_key_path_scalar_and_line, 0, G_N_ELEMENTS (documents));
  suite_add_tcase (suite, tcase);
  return run_suite (suite);
}
