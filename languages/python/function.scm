(function_definition name: (identifier) @function.name) @function

; A body of nothing but … is a declaration: overloads, protocols, stubs.
(function_definition body: (block . (expression_statement (ellipsis)) .)) @function.none

(class_definition name: (identifier) @scope.name) @scope
(lambda) @lambda

(function_definition parameters: (parameters) @parameters)
(parameters
  [(identifier) (default_parameter) (typed_parameter) (typed_default_parameter)
   (list_splat_pattern) (dictionary_splat_pattern) (tuple_pattern)] @parameter)

; The receiver is not a parameter: the first of a method, whatever its name; of a decorated one by its name, since
; @staticmethod has none.
(class_definition body: (block (function_definition
  parameters: (parameters . [(identifier) (typed_parameter (identifier))] @parameter.none))))
(class_definition body: (block (decorated_definition (function_definition
  parameters: (parameters . [
    (identifier) @parameter.none @aside
    (typed_parameter . (identifier) @aside) @parameter.none])))) (#any-of? @aside "self" "cls" "mcs" "mcls" "metacls"))
