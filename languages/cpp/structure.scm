; inherits: c
(class_specifier name: [
  (type_identifier) @definition
  (template_type name: (type_identifier) @definition)
  (qualified_identifier) @definition
] body: (_))
(struct_specifier name: [(template_type name: (type_identifier) @definition) (qualified_identifier) @definition] body: (_))
(alias_declaration name: (type_identifier) @definition)
(concept_definition name: (identifier) @definition)

; A class with a pure virtual function is abstract.
(class_specifier name: (type_identifier) @definition.abstract
  body: (field_declaration_list (field_declaration "virtual" default_value: (number_literal))))
(struct_specifier name: (type_identifier) @definition.abstract
  body: (field_declaration_list (field_declaration "virtual" default_value: (number_literal))))
(class_specifier name: (type_identifier) @definition.abstract
  body: (field_declaration_list (function_definition "virtual" (pure_virtual_clause))))
(struct_specifier name: (type_identifier) @definition.abstract
  body: (field_declaration_list (function_definition "virtual" (pure_virtual_clause))))

(base_class_clause [
  (type_identifier) @reference @reference.base
  (qualified_identifier) @reference @reference.base
  (template_type name: (type_identifier) @reference @reference.base)
])

[(alias_declaration) (using_declaration) (access_specifier) (friend_declaration)] @declarations
(declaration declarator: (reference_declarator (function_declarator))) @declarations
(field_declaration_list (declaration) @declarations)

(parameter_declaration declarator: (reference_declarator (identifier) @parameter.name))
(parameter_declaration declarator: (reference_declarator (array_declarator declarator: (identifier) @parameter.name)))
(optional_parameter_declaration declarator: [
  (identifier) @parameter.name
  (pointer_declarator declarator: (identifier) @parameter.name)
  (reference_declarator (identifier) @parameter.name)
])

(function_definition declarator: (function_declarator (virtual_specifier))) @function.fixed
(function_definition declarator: (pointer_declarator (function_declarator (virtual_specifier)))) @function.fixed
(function_definition declarator: (reference_declarator (function_declarator (virtual_specifier)))) @function.fixed
(function_definition "virtual") @function.fixed
(function_definition declarator: (function_declarator declarator: [(operator_name) (destructor_name)])) @function.fixed
(function_definition [(default_method_clause) (delete_method_clause) (pure_virtual_clause)]) @function.abstract
