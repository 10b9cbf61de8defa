((call !receiver method: (identifier) @aside
  arguments: (argument_list . (string (string_content) @import.path))) @import
  (#eq? @aside "require_relative"))
; On the load path, not beside the file.
((call !receiver method: (identifier) @aside
  arguments: (argument_list . (string (string_content) @import.path @import.system))) @import
  (#any-of? @aside "require" "load" "require_dependency"))
; Loaded when the constant is first named: no order follows.
((call method: (identifier) @aside
  arguments: (argument_list . (simple_symbol) . (string (string_content) @import.path @import.system @import.type))) @import
  (#any-of? @aside "autoload"))

(class name: (_) @definition)
(module name: (_) @definition)
(assignment left: (constant) @definition right: (call receiver: (constant) @aside method: (identifier) @aside)
  (#any-of? @aside "Struct" "Class" "Module" "Data" "new" "define"))

; A constant where it stands alone: the last of A::B is no name of its own.
(call receiver: (constant) @reference)
(scope_resolution scope: (constant) @reference)
(scope_resolution) @reference
(argument_list (constant) @reference)
(exceptions (constant) @reference)
(array (constant) @reference)
(pair value: (constant) @reference)
(assignment right: (constant) @reference)
(pattern (constant) @reference)
(element_reference object: (constant) @reference)
(superclass [(constant) (scope_resolution)] @reference @reference.base)
((call !receiver method: (identifier) @aside arguments: (argument_list [(constant) (scope_resolution)] @reference.base))
  (#any-of? @aside "include" "extend" "prepend"))

((call) @declarations (#match? @declarations
  "^(attr_(reader|writer|accessor)|private_constant|module_function|def_(instance_)?delegators?|delegate)\\b(?![.!?:])"))
[(alias) (undef)] @declarations

(method_parameters [
  (identifier) @parameter.name
  (optional_parameter name: (identifier) @parameter.name)
  (keyword_parameter name: (identifier) @parameter.name)
])

; super passes them all on, binding shows them all.
(super) @function.fixed
((identifier) @function.fixed (#any-of? @function.fixed "binding" "local_variables" "instance_eval" "eval"))
; With a superclass, a method may be an override; of a module, a hook.
(class superclass: (_) body: (body_statement [(method) (singleton_method)] @function.fixed))
(module body: (body_statement [(method) (singleton_method)] @function.fixed))
(singleton_class body: (body_statement [(method) (singleton_method)] @function.fixed))
(method name: (operator) @function.fixed)
([(method name: (_) @aside) (singleton_method name: (_) @aside)]
  (#any-of? @aside "initialize_copy" "method_missing" "respond_to_missing?" "respond_to?" "inherited" "included"
    "extended" "prepended" "method_added" "const_missing" "coerce" "call" "each" "to_json" "as_json" "to_s" "inspect"
    "encode_with" "init_with" "marshal_load" "eql?" "setup" "teardown")) @function.fixed

[(method !body) (singleton_method !body)] @function.abstract
((method body: (body_statement) @aside) @function.abstract (#match? @aside "^raise\\b((?! if | unless )[^\\n])*$"))
((singleton_method body: (body_statement) @aside) @function.abstract (#match? @aside "^raise\\b((?! if | unless )[^\\n])*$"))
