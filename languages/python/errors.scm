; What handles, raises, drops and awaits errors.
(except_clause (block) @handler.body)
(except_clause (as_pattern alias: (as_pattern_target (identifier) @handler.variable)))
(except_clause (as_pattern . [(identifier) (attribute)] @handler.type))
(except_clause (as_pattern . (tuple [(identifier) (attribute)] @handler.type)))
(except_clause . "except" . [(identifier) (attribute)] @handler.type)
(except_clause . "except" . (tuple [(identifier) (attribute)] @handler.type))
(except_clause . "except" . (block)) @handler.all
(finally_clause) @finally

[(pass_statement) (continue_statement) (break_statement)] @statement.trivial
(expression_statement (ellipsis)) @statement.trivial
(return_statement . "return" .) @statement.trivial
(return_statement [(none) (true) (false) (integer) (float) (string) (list . "[" . "]") (dictionary . "{" . "}")
  (tuple . "(" . ")") (unary_operator (integer))]) @statement.constant
(return_statement) @statement.leave
[(break_statement) (continue_statement)] @statement.jump

(raise_statement) @throw
(raise_statement (call) @throw.new)

(call function: (_) @callee)
(await (call function: (_) @callee.awaited))
(expression_statement . (call) .) @statement.call
