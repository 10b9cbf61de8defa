; Functions that are given an error; TypeScript's parameters have other nodes.
; Few patterns begin at a call: in a chain of calls each of them waits at every link.

; promise.catch (e => …), .catch (noop), .catch (console.error): the call around is what is tried.
(call_expression
  function: (member_expression property: (property_identifier) @aside) @callee.handles
  arguments: (arguments . [
    (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . (identifier) @handler.variable) body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . ")") body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . (object_pattern)) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . (identifier) @handler.variable) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . ")") body: (_) @handler.body)
    (identifier) @statement.trivial @handler.body
    (member_expression) @statement.trivial @handler.body
  ] @handler.block)
  (#eq? @aside "catch") (#match? @statement.trivial "^([\\w$]+\\.)?_?(noop|NOOP|identity)$")) @try.block
(call_expression
  function: (member_expression property: (property_identifier) @aside) @callee.handles
  arguments: (arguments . (member_expression (identifier) @handler.use) @handler.block @handler.body @statement.value .)
  (#eq? @aside "catch") (#eq? @handler.use "console")) @try.block
(arguments . (member_expression object: (identifier) @aside) @callee . (#eq? @aside "console"))

; promise.then (f, e => …)
(call_expression
  function: (member_expression property: (property_identifier) @aside) @callee.handles
  arguments: (arguments . (_) . [
    (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . (identifier) @handler.variable) body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . ")") body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . (object_pattern)) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . (identifier) @handler.variable) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . ")") body: (_) @handler.body)
  ] @handler.block)
  (#eq? @aside "then")) @try.block
; emitter.on ('error', e => …)
(call_expression
  function: (member_expression property: (property_identifier) @aside)
  arguments: (arguments . (string (string_fragment) @aside) . [
    (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . (identifier) @handler.variable) body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . ")") body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . (object_pattern)) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . (identifier) @handler.variable) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . ")") body: (_) @handler.body)
  ] @handler.block)
  (#any-of? @aside "on" "once" "addListener" "error")) @try.block

; Node's callbacks: read (path, (err, data) => …), remove (path, err => …).
(call_expression
  arguments: (arguments [
    (arrow_function parameters: (formal_parameters . (identifier) @handler.variable . (_)) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . (identifier) @handler.variable . (_)) body: (_) @handler.body)
  ] @handler.block @handler.either .)
  (#any-of? @handler.variable "err" "error" "er")) @try.block
(call_expression
  arguments: (arguments (_) . [
    (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . (identifier) @handler.variable .) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . (identifier) @handler.variable .) body: (_) @handler.body)
  ] @handler.block @handler.either .)
  (#any-of? @handler.variable "err" "er")) @try.block
