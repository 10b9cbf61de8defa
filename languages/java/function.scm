(method_declaration name: (identifier) @function.name body: (block)) @function
(constructor_declaration name: (identifier) @function.name) @function
(compact_constructor_declaration name: (identifier) @function.name) @function
(lambda_expression) @lambda

(class_declaration name: (identifier) @scope.name) @scope
(interface_declaration name: (identifier) @scope.name) @scope
(enum_declaration name: (identifier) @scope.name) @scope
(enum_constant name: (identifier) @scope.name body: (class_body)) @scope
(record_declaration name: (identifier) @scope.name) @scope
(annotation_type_declaration name: (identifier) @scope.name) @scope

(method_declaration parameters: (formal_parameters) @parameters)
(constructor_declaration parameters: (formal_parameters) @parameters)
(formal_parameters [(formal_parameter) (spread_parameter)] @parameter)
