[(function_declaration) (function_definition)] @function

(function_declaration name: (_) @function.name) @function.named

; A function takes the name of what it is assigned to.
(assignment_statement (variable_list . name: (_) @function.name .)
  (expression_list . value: (function_definition) @function.named .))
(field name: (_) @function.name value: (function_definition) @function.named)
(assignment_statement (variable_list . name: (_) @scope.name .)
  (expression_list . value: (table_constructor) @scope .))

(function_declaration parameters: (parameters) @parameters)
(function_definition parameters: (parameters) @parameters)
(parameters name: (identifier) @parameter)
