(function_definition name: (name) @function.name) @function
(method_declaration name: (name) @function.name body: (_)) @function
(property_hook (name) @function.name body: (_)) @function
[(anonymous_function) (arrow_function)] @lambda

(class_declaration name: (name) @scope.name) @scope
(interface_declaration name: (name) @scope.name) @scope
(trait_declaration name: (name) @scope.name) @scope
(enum_declaration name: (name) @scope.name) @scope
(property_declaration (property_element name: (_) @scope.name) (property_hook_list)) @scope

(function_definition parameters: (formal_parameters) @parameters)
(method_declaration parameters: (formal_parameters) @parameters)
(formal_parameters [(simple_parameter) (variadic_parameter) (property_promotion_parameter)] @parameter)
