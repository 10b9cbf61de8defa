(method name: (_) @function.name) @function
(singleton_method name: (_) @function.name) @function

; What runs where it is passed: nests. The block of -> { } is the lambda itself.
(call block: (_) @lambda)
(lambda) @lambda

(class name: (constant) @scope.name) @scope
(class name: (scope_resolution scope: (_)) @scope.name) @scope
(class name: (scope_resolution !scope name: (constant) @scope.name)) @scope
(module name: (constant) @scope.name) @scope
(module name: (scope_resolution scope: (_)) @scope.name) @scope
(module name: (scope_resolution !scope name: (constant) @scope.name)) @scope
; Point = Struct.new (:x, :y) do … end
(assignment left: (constant) @scope.name
  right: (call receiver: (constant) @aside block: (_))
  (#any-of? @aside "Struct" "Class" "Module" "Data")) @scope

(method parameters: (method_parameters) @parameters)
(singleton_method parameters: (method_parameters) @parameters)
(method_parameters
  [(identifier) (splat_parameter) (hash_splat_parameter) (forward_parameter) (block_parameter) (keyword_parameter)
   (optional_parameter) (destructured_parameter)] @parameter)
