(import_declaration) @import
(import_spec path: (_) @import.path)
; Blank and dot imports, and the local name of a renamed one.
(import_spec name: (_) @import.name)
(package_clause (package_identifier) @package)

(type_spec name: (type_identifier) @definition)
(type_alias name: (type_identifier) @definition)
(type_spec name: (type_identifier) @definition.abstract type: (interface_type))
(source_file (const_declaration (const_spec name: (identifier) @definition)))
(source_file (var_declaration (var_spec name: (identifier) @definition)))
(source_file (var_declaration (var_spec_list (var_spec name: (identifier) @definition))))
(source_file (function_declaration name: (identifier) @definition))

(type_identifier) @reference
(qualified_type) @reference
(selector_expression operand: (identifier)) @reference
(call_expression function: (identifier) @reference)

(field_declaration_list) @declarations
(interface_type) @declarations
[(const_declaration) (type_declaration)] @declarations
(source_file (var_declaration (var_spec !value) @declarations))
(source_file (var_declaration (var_spec_list (var_spec !value) @declarations)))

; Not what a parameter of a function's type is called.
([(function_declaration parameters: (parameter_list (parameter_declaration name: (identifier) @parameter.name)))
  (method_declaration parameters: (parameter_list (parameter_declaration name: (identifier) @parameter.name)))
  (func_literal parameters: (parameter_list (parameter_declaration name: (identifier) @parameter.name)))])
([(function_declaration parameters: (parameter_list (variadic_parameter_declaration name: (identifier) @parameter.name)))
  (method_declaration parameters: (parameter_list (variadic_parameter_declaration name: (identifier) @parameter.name)))
  (func_literal parameters: (parameter_list (variadic_parameter_declaration name: (identifier) @parameter.name)))])

; A method may be there to satisfy an interface, which its text does not say.
(method_declaration) @function.fixed
(argument_list (func_literal) @function.fixed)
(keyed_element (literal_element (func_literal) @function.fixed))
(function_declaration name: (identifier) @aside (#any-of? @aside "main" "init" "TestMain")) @function.entry
