(function_declaration name: _ @function.name body: (function_body)) @function @parameters
(init_declaration name: "init" @function.name body: (function_body)) @function @parameters
(deinit_declaration "deinit" @function.name body: (function_body)) @function
(subscript_declaration "subscript" @function.name (computed_property (statements))) @function @parameters
; What a property computes is named after it; with get and set these are units.
(property_declaration name: (pattern) @function.name computed_value: (computed_property (statements)) @function)
(computed_getter (getter_specifier) @function.name) @function
(computed_setter (setter_specifier) @function.name) @function
(computed_modify (modify_specifier) @function.name) @function
(didset_clause "didSet" @function.name) @function
(willset_clause "willSet" @function.name) @function
(property_declaration name: (pattern) @scope.name
  computed_value: (computed_property [(computed_getter) (computed_setter) (computed_modify)])) @scope
(property_declaration name: (pattern) @scope.name (willset_didset_block)) @scope
(subscript_declaration "subscript" @scope.name
  (computed_property [(computed_getter) (computed_setter) (computed_modify)])) @scope
(lambda_literal) @lambda

(class_declaration name: (_) @scope.name) @scope
(protocol_declaration name: (_) @scope.name) @scope

(function_declaration (parameter) @parameter)
(init_declaration (parameter) @parameter)
(subscript_declaration (parameter) @parameter)
(computed_setter (simple_identifier) @parameters @parameter)
(willset_clause (simple_identifier) @parameters @parameter)
(didset_clause (simple_identifier) @parameters @parameter)
