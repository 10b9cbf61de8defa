; The first parameter of what handles an error.
(call_expression
  function: (member_expression property: (property_identifier) @aside)
  arguments: (arguments . [
    (arrow_function parameter: (identifier) @handler.variable)
    (arrow_function parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable)))
    (function_expression parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable)))])
  (#eq? @aside "catch"))
(call_expression
  function: (member_expression property: (property_identifier) @aside)
  arguments: (arguments . (_) . [
    (arrow_function parameter: (identifier) @handler.variable)
    (arrow_function parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable)))
    (function_expression parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable)))])
  (#eq? @aside "then"))
(call_expression
  function: (member_expression property: (property_identifier) @aside)
  arguments: (arguments . (string (string_fragment) @aside) . [
    (arrow_function parameter: (identifier) @handler.variable)
    (arrow_function parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable)))
    (function_expression parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable)))])
  (#any-of? @aside "on" "once" "addListener" "error"))

; Node's callbacks: read (path, (err, data) => …).
(call_expression
  arguments: (arguments [
    (arrow_function
      parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable) . (_)) body: (_) @handler.body)
    (function_expression
      parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable) . (_)) body: (_) @handler.body)
  ] @handler.block @handler.either .)
  (#any-of? @handler.variable "err" "error" "er")) @try.block
(call_expression
  arguments: (arguments (_) . [
    (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable) .) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . (required_parameter pattern: (identifier) @handler.variable) .) body: (_) @handler.body)
  ] @handler.block @handler.either .)
  (#any-of? @handler.variable "err" "er")) @try.block
