; What handles, raises, drops and awaits errors.
(catch_block (identifier) @handler.variable)
(catch_block (user_type) @handler.type)
(catch_block (block) @handler.body)
(finally_block) @finally

((identifier) @statement.trivial @statement.jump (#any-of? @statement.trivial "break" "continue"))
(block (identifier) @statement.trivial (#eq? @statement.trivial "Unit"))
(return_expression "return" .) @statement.trivial
(return_expression "return@" label: (_) .) @statement.trivial
(return_expression [
  (number_literal)
  (character_literal)
  (string_literal "\"" . "\"")
  (unary_expression argument: (number_literal))
]) @statement.constant
((return_expression (identifier) @aside .) @statement.constant (#any-of? @aside "null" "true" "false" "Unit"))
((return_expression (call_expression . (identifier) @aside (value_arguments "(" . ")"))) @statement.constant
  (#any-of? @aside "emptyList" "emptyMap" "emptySet" "emptySequence" "listOf" "mapOf" "setOf" "mutableListOf"
    "mutableMapOf" "mutableSetOf" "emptyArray"))
; try is an expression: the last line of a handler is its value.
(catch_block (block [
  (number_literal)
  (character_literal)
  (string_literal "\"" . "\"")
  (unary_expression argument: (number_literal))
] @statement.constant . "}"))
(catch_block (block (identifier) @statement.constant . "}" (#any-of? @statement.constant "null" "true" "false")))
((catch_block (block (call_expression . (identifier) @aside (value_arguments "(" . ")")) @statement.constant . "}"))
  (#any-of? @aside "emptyList" "emptyMap" "emptySet" "emptySequence" "listOf" "mapOf" "setOf" "mutableListOf"
    "mutableMapOf" "mutableSetOf" "emptyArray"))

(return_expression) @statement.leave
(labeled_expression . (label) @aside (#any-of? @aside "break@" "continue@")) @statement.jump

(throw_expression) @throw
(throw_expression (call_expression) @throw.new)
((call_expression . (identifier) @aside) @throw @throw.new (#any-of? @aside "error" "TODO"))

(call_expression . (_) @callee)
; A call whose value is dropped: in a body that is none, or before another statement.
(function_body (block (call_expression) @statement.call))
(secondary_constructor (block (call_expression) @statement.call))
(anonymous_initializer (block (call_expression) @statement.call))
(for_statement (block (call_expression) @statement.call))
(while_statement (block (call_expression) @statement.call))
(do_while_statement (block (call_expression) @statement.call))
(finally_block (block (call_expression) @statement.call))
((block (call_expression) @statement.call . (_) @aside) (#match? @aside "^[^/]"))
((lambda_literal (call_expression) @statement.call . (_) @aside) (#match? @aside "^[^/]"))
(block (if_expression (block (call_expression) @statement.call . "}")) . (_))
(function_body (block (if_expression (block (call_expression) @statement.call . "}"))))
; The branch, not the condition: `!f ()` is read as a call of `!f`.
(block (if_expression [")" "else"] . (call_expression) @statement.call) . (_))
; The last call of a handler is its value, unless it is of the kind that has none.
((catch_block (block (call_expression . [
  (identifier) @aside
  (navigation_expression . (identifier) @aside)
  (navigation_expression (identifier) @aside .)
]) @statement.call . "}")) (#any-of? @aside
  "log" "logger" "LOG" "LOGGER" "Log" "Logger" "Timber" "println" "print" "printStackTrace"))

; A Result that nobody keeps.
((block (call_expression . (identifier) @aside (annotated_lambda)) @ignored . (_)) (#eq? @aside "runCatching"))
((function_body (block (call_expression . (identifier) @aside (annotated_lambda)) @ignored . "}"))
  (#eq? @aside "runCatching"))
((lambda_literal (call_expression . (identifier) @aside (annotated_lambda)) @ignored . (_))
  (#eq? @aside "runCatching"))

((call_expression . (identifier) @aside) @abort (#any-of? @aside "exitProcess" "TODO"))
((call_expression . (navigation_expression) @aside) @abort
  (#any-of? @aside "System.exit" "Runtime.getRuntime().halt" "Runtime.getRuntime().exit"))

; A coroutine of no scope and no handler, whose first step is no try.
((call_expression . [
    (navigation_expression) @aside
    (call_expression . (navigation_expression) @aside (value_arguments) @aside.with)
  ]
  (annotated_lambda (lambda_literal . [(call_expression) (property_declaration) (assignment) (for_statement)
    (if_expression) (when_expression) (while_statement)]))) @async
  (#any-of? @aside "GlobalScope.launch") (#not-match? @aside.with "(?i)handler"))
; A value to come that nobody takes, and its error with it.
((block (call_expression . [(navigation_expression) (identifier) (call_expression . [(navigation_expression) (identifier)])]
  (annotated_lambda)) @async . (_)) (#match? @async "^([\\w.]+\\.)?async\\s*[({]"))
((lambda_literal (call_expression . [(navigation_expression) (identifier) (call_expression . [(navigation_expression) (identifier)])]
  (annotated_lambda)) @async . (_)) (#match? @async "^([\\w.]+\\.)?async\\s*[({]"))
((function_body (block (call_expression . [(navigation_expression) (identifier) (call_expression . [(navigation_expression) (identifier)])]
  (annotated_lambda)) @async . "}")) (#match? @async "^([\\w.]+\\.)?async\\s*[({]"))

((function_declaration (function_value_parameters) . [
  (user_type . (identifier) @aside)
  (user_type (identifier) @aside . (type_arguments) .)
]) @function.fallible (#any-of? @aside "Result"))
