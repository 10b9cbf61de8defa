; inherits: javascript
(abstract_class_declaration name: (_) @scope.name) @scope
(internal_module name: (_) @scope.name) @scope
(module name: (identifier) @scope.name) @scope

(public_field_definition name: (_) @function.name
  value: [(arrow_function) (function_expression) (generator_function)] @function.named)

(formal_parameters (required_parameter pattern: (this)) @parameter.none)
