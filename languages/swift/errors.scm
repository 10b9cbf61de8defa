; What handles, raises, drops and awaits errors.
; The head of a handler says nothing of what it does.
(catch_block (catch_keyword) @statement.trivial)
(catch_block error: (pattern) @statement.trivial)
(catch_block (catch_keyword) @handler.all . "{")
(catch_block (statements) @handler.body)
(catch_block error: (pattern bound_identifier: (simple_identifier) @handler.variable))
(catch_block error: (pattern (pattern bound_identifier: (simple_identifier) @handler.variable)))
(catch_block error: (pattern (user_type) @handler.type))
; A catch without a pattern names its error itself.
((simple_identifier) @handler.use (#eq? @handler.use "error"))

(control_transfer_statement . ["return" "break" "continue"] .) @statement.trivial

(control_transfer_statement "return" result: [
  "nil"
  (boolean_literal)
  (integer_literal)
  (real_literal)
  (line_string_literal "\"" . "\"")
  (prefix_expression target: (integer_literal))
  (array_literal "[" . "]")
  (dictionary_literal "[" . ":" . "]")
]) @statement.constant

(control_transfer_statement "return") @statement.leave
(control_transfer_statement ["break" "continue"]) @statement.jump

(control_transfer_statement (throw_keyword)) @throw
(control_transfer_statement (throw_keyword) . [(call_expression) (navigation_expression) (prefix_expression)]
  @throw.new)

(call_expression . (_) @callee)
(await_expression expr: (call_expression . (_) @callee.awaited))
; A call whose value is dropped: one statement of several, or the one of a block without a value.
(statements [(call_expression) (await_expression) (try_expression)] @statement.call . (_))
(statements (_) @aside . [(call_expression) (await_expression) (try_expression)] @statement.call .)
(if_statement (statements . [(call_expression) (await_expression) (try_expression)] @statement.call .))
(guard_statement (statements . [(call_expression) (await_expression) (try_expression)] @statement.call .))
(for_statement (statements . [(call_expression) (await_expression) (try_expression)] @statement.call .))
(while_statement (statements . [(call_expression) (await_expression) (try_expression)] @statement.call .))
(do_statement (statements . [(call_expression) (await_expression) (try_expression)] @statement.call .))
(catch_block (statements . [(call_expression) (await_expression) (try_expression)] @statement.call .))
(switch_entry (statements . [(call_expression) (await_expression) (try_expression)] @statement.call .))
(function_declaration !name body: (function_body
  (statements . [(call_expression) (await_expression) (try_expression)] @statement.call .)))

; try? whose value nobody takes.
((statements (try_expression (try_operator) @aside) @ignored . (_)) (#eq? @aside "try?"))
((statements (_) @aside . (try_expression) @ignored .) (#match? @ignored "^try\\?"))
((if_statement (statements . (try_expression (try_operator) @aside) @ignored .)) (#eq? @aside "try?"))
((guard_statement (statements . (try_expression (try_operator) @aside) @ignored .)) (#eq? @aside "try?"))
((for_statement (statements . (try_expression (try_operator) @aside) @ignored .)) (#eq? @aside "try?"))
((while_statement (statements . (try_expression (try_operator) @aside) @ignored .)) (#eq? @aside "try?"))
((do_statement (statements . (try_expression (try_operator) @aside) @ignored .)) (#eq? @aside "try?"))
((catch_block (statements . (try_expression (try_operator) @aside) @ignored .)) (#eq? @aside "try?"))
((switch_entry (statements . (try_expression (try_operator) @aside) @ignored .)) (#eq? @aside "try?"))
; All that a function without a result does.
((function_declaration body: (function_body (statements . (try_expression (try_operator) @aside) @ignored .))) @aside.around
  (#eq? @aside "try?") (#not-match? @aside.around "^[^{]*->"))
((assignment target: (directly_assignable_expression (simple_identifier) @aside)
  result: (try_expression (try_operator) @aside)) @ignored (#any-of? @aside "_" "try?"))

((try_expression (try_operator) @aside) @abort (#eq? @aside "try!"))
; Not what says that the compiler wants it, or that another must write it.
((call_expression . (simple_identifier) @aside) @abort (#any-of? @aside "fatalError" "exit" "abort")
  (#not-match? @abort "(?i)overrid|implemented|unreachable"))

; A task that throws, and nobody keeps.
((statements (call_expression . [
    (simple_identifier) @aside
    (navigation_expression target: (simple_identifier) suffix: (navigation_suffix suffix: (simple_identifier))) @aside
  ]
  (call_suffix (lambda_literal (statements [
    (try_expression (try_operator "try" .))
    (property_declaration value: (try_expression (try_operator "try" .)))
    (assignment result: (try_expression (try_operator "try" .)))
    (await_expression expr: (try_expression (try_operator "try" .)))
    (for_statement (try_operator))
  ])))) @async) (#any-of? @aside "Task" "Task.detached"))
