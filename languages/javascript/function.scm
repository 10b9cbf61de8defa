[(function_declaration) (generator_function_declaration) (function_expression) (generator_function)
 (arrow_function) (method_definition)] @function

(function_declaration name: (_) @function.name) @function.named
(generator_function_declaration name: (_) @function.name) @function.named
(function_expression name: (_) @function.name) @function.named
(generator_function name: (_) @function.name) @function.named
(method_definition name: (_) @function.name) @function.named

; A function takes the name of what it is assigned to.
(variable_declarator name: (identifier) @function.name
  value: [(arrow_function) (function_expression) (generator_function)] @function.named)
(assignment_expression left: [(identifier) (member_expression)] @function.name
  right: [(arrow_function) (function_expression) (generator_function)] @function.named)
(pair key: (_) @function.name
  value: [(arrow_function) (function_expression) (generator_function)] @function.named)

; So does what a module exports by default, also behind a condition: export default supported && (() => …).
(export_statement "default" @function.name
  value: [(arrow_function) (function_expression) (generator_function)] @function.named)
(export_statement "default" @function.name
  value: (binary_expression right: (parenthesized_expression
    [(arrow_function) (function_expression) (generator_function)] @function.named)))

; A guard in front of it changes nothing: const f = supported && (() => …).
(variable_declarator name: (identifier) @function.name
  value: (binary_expression right: (parenthesized_expression
    [(arrow_function) (function_expression) (generator_function)] @function.named)))

(class_declaration name: (_) @scope.name) @scope
(class name: (_) @scope.name) @scope
(export_statement "default" @scope.name value: (class !name) @scope)
(variable_declarator name: (identifier) @scope.name value: [(object) (class)] @scope)

(function_declaration parameters: (formal_parameters) @parameters)
(generator_function_declaration parameters: (formal_parameters) @parameters)
(function_expression parameters: (formal_parameters) @parameters)
(generator_function parameters: (formal_parameters) @parameters)
(arrow_function parameters: (formal_parameters) @parameters)
(method_definition parameters: (formal_parameters) @parameters)
(arrow_function parameter: (identifier) @parameters)
(formal_parameters (_) @parameter)
(formal_parameters (comment) @parameter.none)
(arrow_function parameter: (identifier) @parameter)
