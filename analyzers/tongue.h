#ifndef ARD_ANALYZERS_TONGUE_H
#define ARD_ANALYZERS_TONGUE_H

#include <glib.h>

#include "model/corpus.h"

/* The languages as error handling knows them: dialects and embedded script are one. */
typedef enum {
  ARD_TONGUE_NONE,
  ARD_TONGUE_C,
  ARD_TONGUE_CPP,
  ARD_TONGUE_GO,
  ARD_TONGUE_JAVA,
  ARD_TONGUE_PYTHON,
  ARD_TONGUE_JAVASCRIPT, /* TypeScript, TSX, Vue, Svelte and HTML too */
  ARD_TONGUE_RUST,
  ARD_TONGUE_RUBY,
  ARD_TONGUE_PHP,
  ARD_TONGUE_CSHARP,
  ARD_TONGUE_KOTLIN,
  ARD_TONGUE_SCALA,
  ARD_TONGUE_SWIFT,
  ARD_TONGUE_SHELL,
  ARD_TONGUE_LUA,
} ArdTongue;

/* Sets of tongues, for tables. */
#define ARD_TONGUES(tongue) (1u << ARD_TONGUE_##tongue)

/* What a file is written in. */
ArdTongue ard_tongue_of (const ArdFile *file);

/*
 * By file: whether nothing is known around a place in it: small, it uses no other and is used by none, and so are at
 * least half of the product's files of its language. There what the text looks like counts; elsewhere a finding needs
 * more than that. Yours, g_free.
 */
guint8 *ard_files_alone (const ArdCorpus *corpus);

/* Tries around one another that are looked at; nobody nests more, and what does is hostile. */
#define ARD_LEVELS 64

/* A span of somebody's text. */
typedef struct {
  const char *text;
  gsize length;
} ArdSpan;

/*
 * The last name of a callee or type as written: "write" of "self.out.write",
 * "of" of "std::vector<int>::of", "Encode" of "json.NewEncoder(w).Encode", "cast" of "cast<int>"; empty of "next()".
 */
ArdSpan ard_simple_name (const char *text, gsize length);

/* What stands before the last name, its separator left out: "self.out"; empty when there is none. */
ArdSpan ard_receiver (const char *text, gsize length);

/* Whether the words, " "-separated, hold the span. */
gboolean ard_words_have (const char *words, ArdSpan span);
/* The same, letter case aside. */
gboolean ard_words_have_folded (const char *words, ArdSpan span);
/* Whether one of the words is part of the span. */
gboolean ard_words_part (const char *words, ArdSpan span);

/*
 * The next word of a " "-separated text; a blank inside brackets or quotes parts no words.
 *
 * at       in: where to start; out: behind the word
 * Returns: FALSE at the end
 */
gboolean ard_next_word (const char **at, ArdSpan *word);

#endif
