(function_definition name: (_) @function.name) @function @parameters
(lambda_expression) @lambda
(call_expression arguments: (case_block) @lambda)

(extension_definition parameters: (parameters (parameter type: [
  (type_identifier) @function.scope
  (generic_type type: (_) @function.scope)
])) (function_definition) @function.named)

(class_definition name: (_) @scope.name) @scope
(object_definition name: (_) @scope.name) @scope
(trait_definition name: (_) @scope.name) @scope
(enum_definition name: (_) @scope.name) @scope
(package_object name: (_) @scope.name) @scope
(given_definition name: (_) @scope.name) @scope

; All lists count but those that the compiler fills.
(function_definition (parameters (parameter) @parameter))
(parameters ["implicit" "using"] (parameter) @parameter.none)
