(import_statement source: (string) @import.path) @import
(import_statement (import_require_clause source: (string) @import.path)) @import
(export_statement source: (string) @import.path) @import
(export_statement (export_clause) !source) @import
(import_statement "type" source: (string) @import.type)
(export_statement "type" source: (string) @import.type)
; export type * as a from "b": the grammar does not know it.
((export_statement (ERROR) @aside source: (string) @import.type) (#eq? @aside "type"))
(import_clause (identifier) @import.name)
(import_clause (namespace_import) @import.name)
(import_specifier name: (_) @import.name)
; const { a } = require ("b")
((variable_declarator name: (object_pattern (shorthand_property_identifier_pattern) @import.name)
  value: (call_expression function: (identifier) @aside)) (#eq? @aside "require"))
(import_specifier "type" name: (_) @import.type)

(call_expression function: (identifier) @aside arguments: (arguments . (string) @import.path .)
  (#eq? @aside "require"))
(call_expression function: (import) arguments: (arguments . (string) @import.path))
((lexical_declaration (variable_declarator value: (call_expression function: (identifier) @aside)))
  @import (#eq? @aside "require"))
((variable_declaration (variable_declarator value: (call_expression function: (identifier) @aside)))
  @import (#eq? @aside "require"))

(class_declaration name: (type_identifier) @definition)
(abstract_class_declaration name: (type_identifier) @definition @definition.abstract)
(enum_declaration name: (identifier) @definition)
; A value that has the name of a type too is there at run time.
(export_statement declaration: (lexical_declaration (variable_declarator name: (identifier) @definition)))
(export_statement declaration: (function_declaration name: (identifier) @definition))
; Gone at run time.
(interface_declaration name: (type_identifier) @definition @import.type)
(type_alias_declaration name: (type_identifier) @definition @import.type)

(export_statement declaration: [
  (class_declaration name: (type_identifier) @definition.public)
  (abstract_class_declaration name: (type_identifier) @definition.public)
  (enum_declaration name: (identifier) @definition.public)
  (interface_declaration name: (type_identifier) @definition.public)
  (type_alias_declaration name: (type_identifier) @definition.public)
])

(type_annotation (type_identifier) @reference)
(extends_clause value: [(identifier) (member_expression)] @reference @reference.base)
(implements_clause [(type_identifier) @reference @reference.base
  (generic_type name: (type_identifier) @reference @reference.base)])
(new_expression constructor: (identifier) @reference)

[(interface_declaration) (type_alias_declaration) (ambient_declaration) (enum_body)] @declarations
[(function_signature) (method_signature) (abstract_method_signature)] @declarations
(public_field_definition !value) @declarations

(required_parameter pattern: (identifier) @parameter.name)
(optional_parameter pattern: (identifier) @parameter.name)
(arrow_function parameter: (identifier) @parameter.name)

((_ (arrow_function) @function.fixed) @aside (#kind? @aside "arguments" "pair"))
((_ (function_expression) @function.fixed) @aside (#kind? @aside "arguments" "pair"))
((_ (generator_function) @function.fixed) @aside (#kind? @aside "arguments" "pair"))
(class_declaration (class_heritage) body: (class_body (method_definition) @function.fixed))
(abstract_class_declaration (class_heritage) body: (class_body (method_definition) @function.fixed))
(class (class_heritage) body: (class_body (method_definition) @function.fixed))
(method_definition (override_modifier)) @function.fixed
(method_definition ["get" "set"]) @function.fixed
((_ (method_definition) @function.fixed) @aside (#kind? @aside "object"))
(class_body (decorator) . (method_definition) @function.fixed)
(export_statement declaration: [(function_declaration) (generator_function_declaration)] @function.public)
(function_declaration body: (statement_block "{" . "}")) @function.abstract
(method_definition body: (statement_block "{" . "}")) @function.abstract
(method_definition body: (statement_block . (throw_statement) .)) @function.abstract
(arrow_function body: (statement_block "{" . "}")) @function.abstract
(function_expression body: (statement_block "{" . "}")) @function.abstract
