((function_call name: (identifier) @aside arguments: (arguments . (string) @import.path)) @import
  (#any-of? @aside "require" "dofile" "loadfile" "include"))
((variable_declaration (assignment_statement (expression_list . value: (function_call name: (identifier) @aside))))
  @import (#eq? @aside "require"))

(function_declaration name: [(identifier) (dot_index_expression) (method_index_expression)] @definition)

(parameters name: (identifier) @parameter.name)

; Another calls them.
(arguments (function_definition) @function.fixed)
(field value: (function_definition) @function.fixed)
(function_declaration !body) @function.abstract
(function_definition !body) @function.abstract
((function_declaration) @function.public (#not-match? @function.public "^local"))
