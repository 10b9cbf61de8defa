(function_declaration name: (identifier) @function.name body: (block)) @function
(method_declaration name: (field_identifier) @function.name body: (block)) @function
(func_literal) @function

(method_declaration receiver: (parameter_list (parameter_declaration type: [
  (type_identifier) @function.scope
  (pointer_type (type_identifier) @function.scope)
  (generic_type type: (type_identifier) @function.scope)
  (pointer_type (generic_type type: (type_identifier) @function.scope))
]))) @function.named

; f := func () { … } takes the name.
(short_var_declaration left: (expression_list . (identifier) @function.name .)
  right: (expression_list . (func_literal) @function.named .))
(var_spec name: (identifier) @function.name value: (expression_list . (func_literal) @function.named .))

(function_declaration parameters: (parameter_list) @parameters)
(method_declaration parameters: (parameter_list) @parameters)
(func_literal parameters: (parameter_list) @parameters)
(parameter_list (parameter_declaration name: (identifier) @parameter))
(parameter_list (parameter_declaration !name) @parameter)
(parameter_list (variadic_parameter_declaration) @parameter)

; What a parameter's function type takes is none: f (cb func(a, b int)) has one.
(parameter_declaration type: (_) @parameter.none)
