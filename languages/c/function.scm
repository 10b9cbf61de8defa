; Definitions with a body; a prototype or a macro is not a function.
(function_definition body: (compound_statement)) @function

(function_definition
  declarator: [
    (function_declarator declarator: (identifier) @function.name)
    (function_declarator declarator: (parenthesized_declarator (identifier) @function.name))
    (function_declarator declarator: (parenthesized_declarator
      (pointer_declarator declarator: (function_declarator declarator: (identifier) @function.name))))
    (pointer_declarator declarator: (function_declarator declarator: (identifier) @function.name))
    (pointer_declarator declarator: (pointer_declarator
      declarator: (function_declarator declarator: (identifier) @function.name)))
    (pointer_declarator declarator: (pointer_declarator declarator: (pointer_declarator
      declarator: (function_declarator declarator: (identifier) @function.name))))
  ]) @function.named

(function_declarator parameters: (parameter_list) @parameters)
(parameter_list (parameter_declaration) @parameter)

; f (void) has no parameter.
(parameter_list . (parameter_declaration type: (primitive_type) @aside !declarator) @parameter.none .
  (#eq? @aside "void"))

; START_TEST (swap) { … } is a macro that makes a function: after another macro (END_TEST) it is read as a definition
; whose parameters are types without names, which no definition of C has; first in a file as a parenthesized name
; without parameters. Its name is what the author wrote: the macro with its arguments.
(function_definition
  type: (type_identifier)
  declarator: (function_declarator
    declarator: (identifier)
    parameters: (parameter_list
      . (parameter_declaration type: (type_identifier) !declarator)
      . ("," (parameter_declaration type: (type_identifier) !declarator))* .) @parameter.none) @function.name)
  @function.named

(function_definition
  type: (type_identifier) @function.name
  declarator: (parenthesized_declarator (identifier)) @function.name) @function.named
