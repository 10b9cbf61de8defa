; What handles, raises, drops and awaits errors.
; Each case of a catch is a handler; its pattern says nothing of what it does.
(catch_clause (_ (case_clause pattern: (_) @statement.trivial)))
(catch_clause (_ (case_clause "=>" (_) @handler.body)))
(catch_clause (_ (case_clause pattern: [
  (wildcard) @handler.all
  (typed_pattern pattern: (identifier) @handler.variable)
  (case_class_pattern pattern: (identifier) @handler.variable)
  (capture_pattern name: (identifier) @handler.variable)
])))
(catch_clause (_ (case_clause pattern: [
  (typed_pattern type: (_) @handler.type)
  (case_class_pattern type: (_) @handler.type)
  (alternative_pattern (typed_pattern type: (_) @handler.type))
  (alternative_pattern (case_class_pattern type: (_) @handler.type))
  (capture_pattern pattern: (typed_pattern type: (_) @handler.type))
  (capture_pattern pattern: (case_class_pattern type: (_) @handler.type))
  (capture_pattern pattern: (tuple_pattern (typed_pattern type: (_) @handler.type)))
  (capture_pattern pattern: (tuple_pattern (alternative_pattern (typed_pattern type: (_) @handler.type))))
])))
; A name with a small letter takes everything, with a capital it is a constant to compare with.
(catch_clause (_ (case_clause pattern: (identifier) @handler.variable @handler.all))
  (#match? @handler.variable "^[a-z_]"))
(catch_clause (_ (case_clause pattern: [(identifier) (stable_identifier)] @handler.type))
  (#match? @handler.type "^[A-Z]|[.]"))
; A guard narrows what is caught.
(catch_clause (_ (case_clause (guard) @handler.type @handler.guard)))
(finally_clause) @finally

(unit) @statement.trivial
(return_expression . "return" .) @statement.trivial
(return_expression [(null_literal) (boolean_literal) (integer_literal) (floating_point_literal) (string) (unit)])
  @statement.constant
((return_expression (identifier) @aside) @statement.constant (#any-of? @aside "None" "Nil"))
; The value of a handler.
(catch_clause (_ (case_clause "=>" [(null_literal) (boolean_literal) (integer_literal) (floating_point_literal)
  (string)] @statement.constant .)))
(catch_clause (_ (case_clause "=>" (identifier) @statement.constant .)) (#any-of? @statement.constant "None" "Nil"))
((catch_clause (_ (case_clause "=>" (field_expression) @statement.constant .)))
  (#any-of? @statement.constant "List.empty" "Seq.empty" "Map.empty" "Set.empty" "Option.empty" "Array.empty"))
(catch_clause (_ (case_clause "=>" (block [(null_literal) (boolean_literal) (integer_literal) (string)]
  @statement.constant . "}"))))

(return_expression) @statement.leave

(throw_expression) @throw
(throw_expression [(instance_expression) (call_expression)] @throw.new)
((call_expression function: (field_expression) @aside) @throw @throw.new (#eq? @aside "sys.error"))

(call_expression function: (_) @callee)
; A call whose value is dropped: before another statement, which a comment is none, or where there is no value.
((block (call_expression) @statement.call . (_) @aside) (#match? @aside "^[^/]"))
((indented_block (call_expression) @statement.call . (_) @aside) (#match? @aside "^[^/]"))
(template_body (call_expression) @statement.call)
((lambda_expression (call_expression) @statement.call . (_) @aside) (#match? @aside "^[^/]"))
((case_clause "=>" (call_expression) @statement.call . (_) @aside) (#match? @aside "^[^/]"))
(while_expression body: (block (call_expression) @statement.call))
(do_while_expression body: (block (call_expression) @statement.call))
(finally_clause (block (call_expression) @statement.call))
(finally_clause (call_expression) @statement.call)
; The last call of a handler is its value, unless it is of the kind that has none.
((catch_clause (_ (case_clause "=>" (call_expression function: [
  (identifier) @aside
  (field_expression value: (identifier) @aside)
  (field_expression field: (identifier) @aside)
]) @statement.call .)))
  (#any-of? @aside "log" "logger" "LOG" "LOGGER" "Logger" "println" "print" "printStackTrace"))

; A Try that nobody keeps.
((block (call_expression function: (identifier) @aside) @ignored . (_)) (#eq? @aside "Try"))
((template_body (call_expression function: (identifier) @aside) @ignored) (#eq? @aside "Try"))

((call_expression function: (field_expression) @aside) @abort
  (#any-of? @aside "sys.exit" "System.exit" "Runtime.getRuntime.halt" "sys.runtime.halt"))

; A future that nobody keeps.
((block (call_expression function: (identifier) @aside arguments: [(block) (arguments)]) @async . (_) @aside.next)
  (#eq? @aside "Future") (#match? @aside.next "^[^/]"))
((template_body (call_expression function: (identifier) @aside arguments: [(block) (arguments)]) @async)
  (#eq? @aside "Future"))

((function_definition return_type: (generic_type type: (type_identifier) @aside)) @function.fallible
  (#any-of? @aside "Either" "Try"))
((function_definition return_type: (generic_type type: (type_identifier) @aside)) @function.async
  (#any-of? @aside "Future" "IO" "Task" "ZIO"))
