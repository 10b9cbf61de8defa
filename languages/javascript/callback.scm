; Functions that are given an error; TypeScript's parameters have other nodes.
; No pattern begins at a call: in a chain of calls it would wait at every link. What is called is told from the text.

; promise.catch (e => …), .catch (noop), .catch (console.error): the call around is what is tried.
((arguments . [
    (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . [(identifier) @handler.variable ")" (object_pattern)]) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . [(identifier) @handler.variable ")"]) body: (_) @handler.body)
    (identifier) @statement.trivial @handler.body
    (member_expression) @statement.trivial @handler.body
  ] @handler.block) @try.arguments @callee.handles
  (#behind? @try.arguments "catch") (#match? @statement.trivial "^([\\w$]+\\.)?_?(noop|NOOP|identity)$"))
((arguments . (member_expression (identifier) @handler.use) @handler.block @handler.body @statement.value .)
  @try.arguments @callee.handles
  (#behind? @try.arguments "catch") (#eq? @handler.use "console"))
(arguments . (member_expression object: (identifier) @aside) @callee . (#eq? @aside "console"))

; promise.then (f, e => …)
((arguments . (_) @aside . [
    (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . [(identifier) @handler.variable ")" (object_pattern)]) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . [(identifier) @handler.variable ")"]) body: (_) @handler.body)
  ] @handler.block) @try.arguments @callee.handles
  (#behind? @try.arguments "then"))
; emitter.on ('error', e => …)
((arguments . (string (string_fragment) @aside) . [
    (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . [(identifier) @handler.variable ")" (object_pattern)]) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . [(identifier) @handler.variable ")"]) body: (_) @handler.body)
  ] @handler.block) @try.arguments
  (#eq? @aside "error") (#behind? @try.arguments "on" "once" "addListener"))

; Node's callbacks: read (path, (err, data) => …), remove (path, err => …).
((arguments [
    (arrow_function parameters: (formal_parameters . (identifier) @handler.variable . (_)) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . (identifier) @handler.variable . (_)) body: (_) @handler.body)
  ] @handler.block @handler.either .) @try.arguments
  (#any-of? @handler.variable "err" "error" "er"))
((arguments (_) . [
    (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body)
    (arrow_function parameters: (formal_parameters . (identifier) @handler.variable .) body: (_) @handler.body)
    (function_expression parameters: (formal_parameters . (identifier) @handler.variable .) body: (_) @handler.body)
  ] @handler.block @handler.either .) @try.arguments
  (#any-of? @handler.variable "err" "er"))
