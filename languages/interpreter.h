#ifndef ARD_LANGUAGES_INTERPRETER_H
#define ARD_LANGUAGES_INTERPRETER_H

/*
 * Name of the language that the interpreter of a text's #! line reads, in
 * languages.def or texts.def; "Text" without such a line or for an interpreter
 * that is not known. `env` and its options are passed over, versions are no part
 * of the name: python3.11 is python.
 *
 * text      borrowed; NUL-terminated
 * Returns:  static
 */
const char *ard_interpreter_language (const char *text);

#endif
