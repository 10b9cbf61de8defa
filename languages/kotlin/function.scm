(function_declaration name: (identifier) @function.name (function_body)) @function
(secondary_constructor "constructor" @function.name) @function
; What a property computes is named after it: A.size.get.
(getter "get" @function.name (function_body)) @function
(setter "set" @function.name (function_body)) @function
(property_declaration (variable_declaration . (identifier) @scope.name) [(getter) (setter)]) @scope
[(lambda_literal) (anonymous_function)] @lambda

; The receiver of an extension qualifies.
(function_declaration "fun" [
  (user_type (identifier) @function.scope .)
  (user_type (identifier) @function.scope . (type_arguments))
  (nullable_type (user_type (identifier) @function.scope .))
  (nullable_type (user_type (identifier) @function.scope . (type_arguments)))
] "." name: (identifier)) @function.named

(class_declaration name: (identifier) @scope.name) @scope
(object_declaration name: (identifier) @scope.name) @scope
(companion_object name: (identifier) @scope.name) @scope
(companion_object "companion" @scope.name !name) @scope
(enum_entry . (identifier) @scope.name (class_body)) @scope

(function_declaration (function_value_parameters) @parameters)
(secondary_constructor (function_value_parameters) @parameters)
(function_value_parameters (parameter) @parameter)
(setter (identifier) @parameters @parameter)
