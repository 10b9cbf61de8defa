; inherits: c
(function_definition body: (compound_statement)) @function
(function_definition (try_statement)) @function

(function_definition
  declarator: [
    (function_declarator declarator: (_) @function.name)
    (pointer_declarator (function_declarator declarator: (_) @function.name))
    (pointer_declarator (pointer_declarator (function_declarator declarator: (_) @function.name)))
    (reference_declarator (function_declarator declarator: (_) @function.name))
    (reference_declarator (pointer_declarator (function_declarator declarator: (_) @function.name)))
    (operator_cast "operator" @function.name type: (_) @function.name)
  ]) @function.named

(parameter_list [(optional_parameter_declaration) (variadic_parameter_declaration)] @parameter)

(lambda_expression) @lambda

(class_specifier name: (_) @scope.name body: (_)) @scope
(struct_specifier name: (_) @scope.name body: (_)) @scope
(union_specifier name: (_) @scope.name body: (_)) @scope
(namespace_definition name: (_) @scope.name) @scope

; TEST (Suite, name) { … } is a macro that makes a function: without a return type, outside a class, its parameters
; types without names. Its name is what the author wrote: the macro with its arguments.
([(translation_unit (function_definition !type declarator: (function_declarator
     declarator: (identifier)
     parameters: (parameter_list
       . (parameter_declaration type: (type_identifier) !declarator)
       . ("," (parameter_declaration type: (type_identifier) !declarator))* .) @parameter.none) @function.name)
     @function.named)
  (declaration_list (function_definition !type declarator: (function_declarator
     declarator: (identifier)
     parameters: (parameter_list
       . (parameter_declaration type: (type_identifier) !declarator)
       . ("," (parameter_declaration type: (type_identifier) !declarator))* .) @parameter.none) @function.name)
     @function.named)])
; The same inside #if, where a class's constructor may stand too: in capitals only.
((_ (function_definition !type declarator: (function_declarator
     declarator: (identifier) @aside.name
     parameters: (parameter_list
       . (parameter_declaration type: (type_identifier) !declarator)
       . ("," (parameter_declaration type: (type_identifier) !declarator))* .) @parameter.none) @function.name)
     @function.named) @aside
  (#kind? @aside "preproc_if" "preproc_ifdef" "preproc_else" "preproc_elif")
  (#match? @aside.name "^[A-Z][A-Z0-9_]+$"))
