(preproc_include path: (string_literal) @import.path) @import
(preproc_include path: (system_lib_string) @import.path @import.system) @import

(struct_specifier name: (type_identifier) @definition body: (_))
(union_specifier name: (type_identifier) @definition body: (_))
(enum_specifier name: (type_identifier) @definition body: (_))
(type_definition declarator: (type_identifier) @definition)

(field_declaration) @declarations
(enumerator_list) @declarations
(type_definition) @declarations
[(preproc_def) (preproc_function_def)] @declarations

; A prototype, also of a function that returns a pointer.
(declaration declarator: [
  (function_declarator)
  (pointer_declarator (function_declarator))
  (pointer_declarator (pointer_declarator (function_declarator)))
]) @declarations
(declaration (storage_class_specifier "extern")) @declarations

(parameter_declaration declarator: [
  (identifier) @parameter.name
  (array_declarator declarator: (identifier) @parameter.name)
  (pointer_declarator declarator: (identifier) @parameter.name)
  (pointer_declarator declarator: (pointer_declarator declarator: (identifier) @parameter.name))
  (function_declarator declarator: (parenthesized_declarator (pointer_declarator declarator: (identifier) @parameter.name)))
])

(function_definition declarator: (function_declarator declarator: (identifier) @aside)
  (#any-of? @aside "main" "wmain" "WinMain" "wWinMain" "DllMain" "LLVMFuzzerTestOneInput")) @function.entry @function.fixed

; START_TEST (swap) { … }: called by the framework.
(function_definition
  type: (type_identifier)
  declarator: (function_declarator
    declarator: (identifier)
    parameters: (parameter_list . (parameter_declaration type: (type_identifier) !declarator)))) @function.entry
