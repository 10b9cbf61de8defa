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
