#include <string.h>

#include "model/corpus.h"
#include "repository/lay.h"

/* Names with '*' and '?'; "^" in front of a folder: at the root only. */
typedef struct {
  const char *name;
  guint flag;
} Convention;

static const Convention folders[] = {
  { "node_modules", ARD_FILE_VENDORED },   { "bower_components", ARD_FILE_VENDORED },
  { "jspm_packages", ARD_FILE_VENDORED },  { "site-packages", ARD_FILE_VENDORED },
  { "vendor", ARD_FILE_VENDORED },         { "vendors", ARD_FILE_VENDORED },
  { "third_party", ARD_FILE_VENDORED },    { "third-party", ARD_FILE_VENDORED },
  { "thirdparty", ARD_FILE_VENDORED },     { "3rdparty", ARD_FILE_VENDORED },
  { "3rd_party", ARD_FILE_VENDORED },      { "3rd-party", ARD_FILE_VENDORED },
  { "^extern", ARD_FILE_VENDORED },        { "^external", ARD_FILE_VENDORED },
  { "dist", ARD_FILE_VENDORED },           { "Godeps", ARD_FILE_VENDORED },
  { "^deps", ARD_FILE_VENDORED },          { "^dependencies", ARD_FILE_VENDORED },
  { "^Dependencies", ARD_FILE_VENDORED },  { "^Pods", ARD_FILE_VENDORED },
  { "^Carthage", ARD_FILE_VENDORED },      { "MathJax", ARD_FILE_VENDORED },
  { "ace-builds", ARD_FILE_VENDORED },     { "tiny_mce", ARD_FILE_VENDORED },
  { "__generated__", ARD_FILE_GENERATED },
};

static const Convention names[] = {
  { "*.min.js", ARD_FILE_MINIFIED },
  { "*-min.js", ARD_FILE_MINIFIED },
  { "*.min.css", ARD_FILE_MINIFIED },
  { "*-min.css", ARD_FILE_MINIFIED },
  { "*.min.mjs", ARD_FILE_MINIFIED },
  { "*.min.cjs", ARD_FILE_MINIFIED },
  { "jquery.js", ARD_FILE_VENDORED },
  { "jquery-*.js", ARD_FILE_VENDORED },
  { "jquery.*.js", ARD_FILE_VENDORED },
  { "modernizr*.js", ARD_FILE_VENDORED },
  { "html5shiv.js", ARD_FILE_VENDORED },
  { "mootools*.js", ARD_FILE_VENDORED },
  { "d3.js", ARD_FILE_VENDORED },
  { "d3.v?.js", ARD_FILE_VENDORED },
  { "angular.js", ARD_FILE_VENDORED },
  { "ckeditor.js", ARD_FILE_VENDORED },
  { "tiny_mce*.js", ARD_FILE_VENDORED },
  { "normalize.css", ARD_FILE_VENDORED },
  { "animate.css", ARD_FILE_VENDORED },
  { "bootstrap.css", ARD_FILE_VENDORED },
  { "font-awesome.css", ARD_FILE_VENDORED },
  { "cpplint.py", ARD_FILE_VENDORED },
  { "gradlew", ARD_FILE_VENDORED },
  { "gradlew.bat", ARD_FILE_VENDORED },
  { "config.guess", ARD_FILE_VENDORED },
  { "config.sub", ARD_FILE_VENDORED },
  { "install-sh", ARD_FILE_VENDORED },
  { "ltmain.sh", ARD_FILE_VENDORED },
  { "depcomp", ARD_FILE_VENDORED },
  { "mkinstalldirs", ARD_FILE_VENDORED },
  { "py-compile", ARD_FILE_VENDORED },
  { "test-driver", ARD_FILE_VENDORED },
  { "ylwrap", ARD_FILE_VENDORED },
  { "libtool.m4", ARD_FILE_VENDORED },
  { "ltoptions.m4", ARD_FILE_VENDORED },
  { "ltsugar.m4", ARD_FILE_VENDORED },
  { "ltversion.m4", ARD_FILE_VENDORED },
  { "lt~obsolete.m4", ARD_FILE_VENDORED },
  { "aclocal.m4", ARD_FILE_GENERATED },
  { "package-lock.json", ARD_FILE_GENERATED },
  { "npm-shrinkwrap.json", ARD_FILE_GENERATED },
  { "yarn.lock", ARD_FILE_GENERATED },
  { "pnpm-lock.yaml", ARD_FILE_GENERATED },
  { "composer.lock", ARD_FILE_GENERATED },
  { "Cargo.lock", ARD_FILE_GENERATED },
  { "poetry.lock", ARD_FILE_GENERATED },
  { "pdm.lock", ARD_FILE_GENERATED },
  { "uv.lock", ARD_FILE_GENERATED },
  { "Pipfile.lock", ARD_FILE_GENERATED },
  { "Gopkg.lock", ARD_FILE_GENERATED },
  { "go.sum", ARD_FILE_GENERATED },
  { "git_push.sh", ARD_FILE_GENERATED }, /* of OpenAPI Generator and Swagger Codegen */
  { "flake.lock", ARD_FILE_GENERATED },
  { "deno.lock", ARD_FILE_GENERATED },
  { "*.pb.go", ARD_FILE_GENERATED },
  { "*.pb.cc", ARD_FILE_GENERATED },
  { "*.pb.h", ARD_FILE_GENERATED },
  { "*_pb2.py", ARD_FILE_GENERATED },
  { "*_pb2_grpc.py", ARD_FILE_GENERATED },
  { "*_pb.js", ARD_FILE_GENERATED },
  { "*_pb.d.ts", ARD_FILE_GENERATED },
  { "zz_generated.*.go", ARD_FILE_GENERATED },
  { "*.designer.cs", ARD_FILE_GENERATED },
  { "*.Designer.cs", ARD_FILE_GENERATED },
  { "*.g.cs", ARD_FILE_GENERATED },
  { "*.g.i.cs", ARD_FILE_GENERATED },
  { "*.g.dart", ARD_FILE_GENERATED },
  { "*.freezed.dart", ARD_FILE_GENERATED },
  { "*.js.map", ARD_FILE_GENERATED },
  { "*.css.map", ARD_FILE_GENERATED },
};

/* '*' and '?' over bytes: GLib's matcher wants UTF-8. */
static gboolean
matches (const char *pattern, const char *name, gsize length)
{
  const char *star = NULL, *end = name + length, *retry = name;

  while (name < end) {
    if (*pattern == '*') {
      star = pattern++;
      retry = name;
    } else if (*pattern == '?' || (*pattern && *pattern == *name)) {
      pattern++;
      name++;
    } else if (star) {
      pattern = star + 1;
      name = ++retry;
    } else {
      return FALSE;
    }
  }
  return pattern[strspn (pattern, "*")] == '\0';
}

static guint
judge_folder (const char *name, gsize length, gboolean at_root)
{
  guint flags = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++) {
    const char *pattern = folders[i].name;

    if (*pattern == '^' ? at_root && matches (pattern + 1, name, length) : matches (pattern, name, length))
      flags |= folders[i].flag;
  }
  return flags;
}

guint
ard_convention_flags (const char *path)
{
  const char *name = path, *slash;
  guint flags = 0;

  for (; (slash = strchr (name, '/')); name = slash + 1)
    flags |= judge_folder (name, (gsize) (slash - name), name == path);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (matches (names[i].name, name, strlen (name)))
      flags |= names[i].flag;
  if (strstr (path, "gradle/wrapper/") || ard_release_names_script (path, name))
    flags |= ARD_FILE_VENDORED;
  return flags;
}
