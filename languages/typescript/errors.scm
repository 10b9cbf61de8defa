; inherits: javascript
; A declared promise is async, whatever the body says.
([
  (function_declaration return_type: (type_annotation (generic_type name: (type_identifier) @aside)))
  (function_expression return_type: (type_annotation (generic_type name: (type_identifier) @aside)))
  (arrow_function return_type: (type_annotation (generic_type name: (type_identifier) @aside)))
  (method_definition return_type: (type_annotation (generic_type name: (type_identifier) @aside)))
] @function.async (#any-of? @aside "Promise" "PromiseLike"))
