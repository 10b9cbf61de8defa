(function_item name: (_) @function.name) @function
(closure_expression) @lambda

(mod_item name: (identifier) @scope.name body: (_)) @scope
(trait_item name: (_) @scope.name) @scope
; impl<T> Trait for List<T> is List.
(impl_item type: [
  (generic_type type: (_) @scope.name)
  (reference_type type: (generic_type type: (_) @scope.name))
  [(type_identifier) (scoped_type_identifier) (primitive_type) (array_type) (tuple_type) (unit_type) (pointer_type)
   (dynamic_type) (function_type) (macro_invocation) (metavariable) (never_type)] @scope.name
  (reference_type type: [(type_identifier) (scoped_type_identifier) (primitive_type) (array_type) (dynamic_type)]
    @scope.name)
]) @scope

(function_item parameters: (parameters) @parameters)
(parameters (parameter) @parameter)
; self: Box<Self> is a receiver.
(parameters (parameter pattern: (self)) @parameter.none)
