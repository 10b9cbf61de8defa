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
  { "compose.yml",
    "x-common: &common\n  restart: always\n  env: {A: 1}\nservices:\n  web:\n    <<: *common\n    env: {B: 2}\n"
    "    ports:\n      - \"80:80\"\n      - target: 9 # here\n        mode: 'it''s'\n    image: *none\n  db: *common\n"
    "volumes:\n  data:\n",
    "x-common.restart=always@2; x-common.env.A=1@3; services.web.restart=always@6; services.web.env.B=2@7; "
    "services.web.ports[0]=80:80@9; services.web.ports[1].target=9@10; services.web.ports[1].mode=it's@11; "
    "services.web.image=@12; services.db.restart=always@13; services.db.env.A=1@13; volumes.data=@15" },
  { "k8s.yaml",
    "kind: Service\n---\nkind: Deployment\nmetadata:\n  labels:\n    app.kubernetes.io/name: x\nspec:\n  text: |\n    "
    "a\n"
    "    b\n  list: [a, {b: c}, [d]]\n",
    "kind=Service@1; #1.kind=Deployment@3; #1.metadata.labels.\"app.kubernetes.io/name\"=x@6; #1.spec.text=a b@8; "
    "#1.spec.list[0]=a@11; #1.spec.list[1].b=c@11; #1.spec.list[2][0]=d@11" },
  { "a.yaml", "- a\n- b: 1\n  c: >-\n    long\n    text\n-\n  - d\n",
    "[0]=a@1; [1].b=1@2; [1].c=long text@3; [2][0]=d@7" },
  { "laughs.yaml", "a: &a {x: *a}\nb: &b [*a, *a]\nc: [*b]\n",
    "a.x=@1; b[0].x=@2; b[1].x=@2; c[0][0].x=@3; c[0][1].x=@3" },
  { "Cargo.toml",
    "name = \"a\"\n[package.\"x.y\"]\nv.w = '\\d'\nl = [1, [\"z\"], { k = true }]\n[[bin]]\nname = "
    "\"p\"\n[[bin]]\nname = "
    "\"q\"\nd = \"\"\"\none\ntwo\"\"\"\n",
    "name=a@1; package.\"x.y\".v.w=\\d@3; package.\"x.y\".l[0]=1@4; package.\"x.y\".l[1][0]=z@4; "
    "package.\"x.y\".l[2].k=true@4; bin[0].name=p@6; bin[1].name=q@8; bin[1].d=one two@9" },
  { "main.tf",
    "resource \"aws_instance\" \"web\" {\n  ami = \"ami-1\"\n  count = var.n + 1\n  tags = { Name = \"x-${var.a}\" }\n"
    "  zones = [\"a\", var.b]\n  ebs {\n    size = 1\n  }\n  ebs {\n    size = 2\n  }\n  policy = jsonencode({ Version "
    "= \"1\" "
    "})\n}\n",
    "resource.aws_instance.web.ami=ami-1@2; resource.aws_instance.web.count=var.n + 1@3; "
    "resource.aws_instance.web.tags.Name=x-${var.a}@4; resource.aws_instance.web.zones[0]=a@5; "
    "resource.aws_instance.web.zones[1]=var.b@5; resource.aws_instance.web.ebs.size=1@7; "
    "resource.aws_instance.web.ebs[1].size=2@10; resource.aws_instance.web.policy.Version=1@12" },
  { "pom.xml",
    "<?xml version=\"1.0\"?>\n<!-- of it -->\n<project a=\"1 &lt; 2\">\n <dep><id>x &amp; y</id></dep>\n <dep "
    "scope='t'/>\n <e/>\n <c><![CDATA[a<b]]></c>\n</project>\n",
    "project@a=1 < 2@3; project.dep.id=x & y@4; project.dep[1]@scope=t@5; project.e=@6; project.c=a<b@7" },
  { "Makefile",
    "CC ?= gcc\nFLAGS := -O2 \\\n  -g\nall: a.o b.o\n\t$(CC) -o $@ $^\n\techo done\n.PHONY: clean\nclean:\n\trm -f a\n",
    "CC=gcc@1; FLAGS=-O2 \\ -g@2; all=a.o b.o@4; all[0]=$(CC) -o $@ $^@5; all[1]=echo done@6; \".PHONY\"=clean@7; "
    "clean[0]=rm -f a@9" },
  { "app.ini", "; of it\na = 1\n[db \"x\"]\nurl: http://h:1/ ; here\npass = \"a # b\"\nflag\nlist = 1\nlist = 2\n",
    "a=1@2; \"db \\\"x\\\"\".url=http://h:1/@4; \"db \\\"x\\\"\".pass=a # b@5; \"db \\\"x\\\"\".flag=@6; "
    "\"db \\\"x\\\"\".list=1@7; \"db \\\"x\\\"\".list[1]=2@8" },
  { "a.properties", "spring.port=80 # no comment\n! c\nlong = a,\\\n  b\n",
    "spring.port=80 # no comment@1; long=a, b@3" },
  { ".env.local", "export A='x'\nB=\n#C=1\n", "A=x@1; B=@2" },
  { "Dockerfile",
    "# syntax\nARG V=1\nFROM a:${V} AS build\nRUN x && \\\n # why\n  y\nRUN <<EOF\nUSER no\nEOF\nfrom b\nCOPY "
    "--from=build /x .\n",
    "ARG=V=1@2; [0].FROM=a:${V} AS build@3; [0].RUN=x && y@4; [0].RUN[1]=<<EOF@7; [1].FROM=b@10; "
    "[1].COPY=--from=build /x .@11" },
  { "a/.gitignore", "# made\n*.o\n\n/build/ \n", "[0]=*.o@2; [1]=/build/@4" },
  { "go.mod",
    "module example.com/a // of us\n\ngo 1.21\nrequire (\n\tb.org/c/v2 v2.0.1 // indirect\n\t// d\n)\nreplace "
    "b.org/c/v2 => "
    "./c\n",
    "module=example.com/a@1; go=1.21@3; require.\"b.org/c/v2\"=v2.0.1@5; replace.\"b.org/c/v2\"=./c@8" },
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

/* Deep, wide and long: what is cut is bounded, and the rest of the rows stand. */
START_TEST (hostile_documents_are_cut)
{
  g_autoptr (GString) deep = g_string_new (NULL), wide = g_string_new ("{\"a\":[");

  for (guint i = 0; i < 20000; i++)
    g_string_append (deep, "{\"a\":");
  g_string_append (deep, "1");
  for (guint i = 0; i < 20000; i++)
    g_string_append (deep, "}");
  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (wide, "%s1", i ? "," : "");
  g_string_append (wide, "]}");

  g_auto (ArdFacts) below = read_facts ("deep.json", deep->str, -1);
  g_auto (ArdFacts) beside = read_facts ("wide.json", wide->str, -1);

  ck_assert_uint_le (below.settings->len, 1);
  ck_assert_uint_eq (beside.settings->len, 50000);
  g_string_truncate (wide, 0);
  for (guint i = 0; i < 600 * 1024; i++)
    g_string_append_c (wide, i % 80 ? ' ' : '\n');
  g_string_append (wide, "a: 1\n");

  g_auto (ArdFacts) large = read_facts ("large.yaml", wide->str, -1);

  ck_assert_uint_eq (large.settings->len, 0);
  g_string_truncate (deep, 0);
  for (gint i = 0; i < 700; i++)
    g_string_append_printf (deep, "%*sa:\n", i, "");

  g_auto (ArdFacts) indented = read_facts ("deep.yaml", deep->str, -1);

  ck_assert_uint_eq (indented.settings->len, 0);
  ck_assert_double_eq (indented.error_share, 1);
  g_string_truncate (deep, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");

  g_auto (ArdFacts) elements = read_facts ("deep.xml", deep->str, -1);

  ck_assert_uint_eq (elements.settings->len, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("documents");
  TCase *tcase = tcase_create ("rows");

  tcase_add_loop_test (tcase, a_document_is_rows_of_key_path_scalar_and_line, 0, G_N_ELEMENTS (documents));
  tcase_add_test (tcase, hostile_documents_are_cut);
  tcase_set_timeout (tcase, 60);
  suite_add_tcase (suite, tcase);
  return run_suite (suite);
}
