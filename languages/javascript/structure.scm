(import_statement source: (string) @import.path) @import
(export_statement source: (string) @import.path) @import
(export_statement (export_clause) !source) @import
(import_clause (identifier) @import.name)
(import_clause (namespace_import) @import.name)
(import_specifier name: (_) @import.name)
; const { a } = require ("b")
((variable_declarator name: (object_pattern (shorthand_property_identifier_pattern) @import.name)
  value: (call_expression function: (identifier) @aside)) (#eq? @aside "require"))

; CommonJS, and import () as a value.
(call_expression function: (identifier) @aside arguments: (arguments . (string) @import.path .)
  (#eq? @aside "require"))
(call_expression function: (import) arguments: (arguments . (string) @import.path))
((lexical_declaration (variable_declarator value: (call_expression function: (identifier) @aside)))
  @import (#eq? @aside "require"))
((variable_declaration (variable_declarator value: (call_expression function: (identifier) @aside)))
  @import (#eq? @aside "require"))

(class_declaration name: (_) @definition)
(class_heritage (identifier) @reference @reference.base)
(class_heritage (member_expression) @reference @reference.base)
(new_expression constructor: (identifier) @reference)

(formal_parameters [
  (identifier) @parameter.name
  (assignment_pattern left: (identifier) @parameter.name)
])
(arrow_function parameter: (identifier) @parameter.name)

; Another calls them: callbacks, what overrides, handlers in an object.
((_ (arrow_function) @function.fixed) @aside (#kind? @aside "arguments" "pair"))
((_ (function_expression) @function.fixed) @aside (#kind? @aside "arguments" "pair"))
((_ (generator_function) @function.fixed) @aside (#kind? @aside "arguments" "pair"))
(class_declaration (class_heritage) body: (class_body (method_definition) @function.fixed))
(class (class_heritage) body: (class_body (method_definition) @function.fixed))
((_ (method_definition) @function.fixed) @aside (#kind? @aside "object"))
(method_definition ["get" "set"]) @function.fixed
(export_statement declaration: [(function_declaration) (generator_function_declaration)] @function.public)
(function_declaration body: (statement_block "{" . "}")) @function.abstract
(method_definition body: (statement_block "{" . "}")) @function.abstract
(method_definition body: (statement_block . (throw_statement) .)) @function.abstract
(arrow_function body: (statement_block "{" . "}")) @function.abstract
(function_expression body: (statement_block "{" . "}")) @function.abstract
