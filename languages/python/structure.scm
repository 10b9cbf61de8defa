[(import_statement) (import_from_statement) (future_import_statement)] @import
(import_statement name: [(dotted_name) @import.path (aliased_import name: (dotted_name) @import.path)])
(import_from_statement module_name: (_) @import.path)
(import_from_statement name: [(dotted_name) @import.name (aliased_import name: (dotted_name) @import.name)])
(import_from_statement (wildcard_import) @import.name)

; For the checker of types only.
((if_statement
  condition: [(identifier) @aside (attribute attribute: (identifier) @aside)]
  consequence: (block [
    (import_statement name: [(dotted_name) @import.type (aliased_import name: (dotted_name) @import.type)])
    (import_from_statement module_name: (_) @import.type)]))
  (#eq? @aside "TYPE_CHECKING"))

(class_definition name: (identifier) @definition)
(class_definition superclasses: (argument_list [
  (identifier) @reference @reference.base
  (attribute) @reference @reference.base
  (subscript value: (identifier) @reference @reference.base)
]))
((class_definition name: (identifier) @definition.abstract superclasses: (argument_list [
  (identifier) @aside
  (attribute attribute: (identifier) @aside)
  (keyword_argument value: [(identifier) @aside (attribute attribute: (identifier) @aside)])
])) (#any-of? @aside "ABC" "ABCMeta"))
(type (identifier) @reference)
(call function: (identifier) @reference)

(parameters [
  (identifier) @parameter.name
  (default_parameter name: (identifier) @parameter.name)
  (typed_parameter . (identifier) @parameter.name)
  (typed_default_parameter name: (identifier) @parameter.name)
])

(decorated_definition definition: (function_definition) @function.fixed)
; With a superclass, a method may be an override.
(class_definition superclasses: (argument_list (_)) body: (block (function_definition) @function.fixed))
(class_definition superclasses: (argument_list (_))
  body: (block (decorated_definition definition: (function_definition) @function.fixed)))
(function_definition name: (identifier) @aside (#any-of? @aside
  "__new__" "__init__" "__enter__" "__exit__" "__aenter__" "__aexit__" "__call__" "__get__" "__set__" "__delete__"
  "__set_name__" "__getattr__" "__getattribute__" "__setattr__" "__delattr__" "__getitem__" "__setitem__" "__delitem__"
  "__contains__" "__eq__" "__ne__" "__lt__" "__le__" "__gt__" "__ge__" "__hash__" "__bool__" "__len__" "__iter__"
  "__next__" "__aiter__" "__anext__" "__reversed__" "__missing__" "__format__" "__reduce__" "__reduce_ex__"
  "__getstate__" "__setstate__" "__copy__" "__deepcopy__" "__init_subclass__" "__class_getitem__" "__instancecheck__"
  "__subclasscheck__" "__prepare__" "__add__" "__radd__" "__iadd__" "__sub__" "__rsub__" "__mul__" "__rmul__"
  "__truediv__" "__floordiv__" "__mod__" "__pow__" "__and__" "__or__" "__ror__" "__xor__" "__lshift__" "__rshift__"
  "__matmul__" "__dir__" "__html__" "__fspath__" "__index__" "__int__" "__float__" "__str__" "__repr__" "__bytes__"))
  @function.fixed

(function_definition body: (block . (pass_statement) .)) @function.abstract
(function_definition body: (block . (raise_statement) .)) @function.abstract
(function_definition body: (block . (expression_statement (string)) .)) @function.abstract
(function_definition body: (block . (expression_statement (string)) . [(raise_statement) (pass_statement)] .))
  @function.abstract
(function_definition body: (block . (expression_statement (string)) . (expression_statement (ellipsis)) .))
  @function.abstract
(function_definition name: (identifier) @aside (#eq? @aside "main")) @function.entry
