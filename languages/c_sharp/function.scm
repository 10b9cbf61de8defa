; Without a body: abstract, extern, partial, of an interface.
(method_declaration name: (identifier) @function.name body: (_)) @function
(method_declaration (explicit_interface_specifier) @function.name name: (identifier) @function.name body: (_))
  @function.named
(constructor_declaration name: (identifier) @function.name body: (_)) @function
(destructor_declaration "~" @function.name name: (identifier) @function.name body: (_)) @function
(operator_declaration "operator" @function.name operator: _ @function.name body: (_)) @function
(conversion_operator_declaration ["implicit" "explicit"] @function.name type: (_) @function.name body: (_)) @function
(local_function_statement name: (identifier) @function.name body: (_)) @function
(accessor_declaration name: _ @function.name body: (_)) @function
; int Area => width * height;
(property_declaration name: (identifier) @function.name value: (arrow_expression_clause)) @function
(indexer_declaration "this" @function.name value: (arrow_expression_clause)) @function
[(lambda_expression) (anonymous_method_expression)] @lambda

; Namespaces are left out: that of a whole file (namespace A;) stands before its types, not around them.
(class_declaration name: (identifier) @scope.name) @scope
(struct_declaration name: (identifier) @scope.name) @scope
(interface_declaration name: (identifier) @scope.name) @scope
(enum_declaration name: (identifier) @scope.name) @scope
(record_declaration name: (identifier) @scope.name) @scope
(property_declaration name: (identifier) @scope.name accessors: (_)) @scope
(event_declaration name: (identifier) @scope.name accessors: (_)) @scope
(indexer_declaration "this" @scope.name accessors: (_)) @scope

(method_declaration parameters: (parameter_list) @parameters)
(constructor_declaration parameters: (parameter_list) @parameters)
(operator_declaration parameters: (parameter_list) @parameters)
(conversion_operator_declaration parameters: (parameter_list) @parameters)
(local_function_statement parameters: (parameter_list) @parameters)
(indexer_declaration parameters: (bracketed_parameter_list) @parameters value: (arrow_expression_clause))
(parameter_list (parameter) @parameter)
(bracketed_parameter_list (parameter) @parameter)
; params int[] rest stands in the list itself.
(parameter_list name: (identifier) @parameter)
; The receiver of an extension method.
(parameter_list (parameter (modifier) @aside) @parameter.none (#eq? @aside "this"))
