; What handles, raises, drops and awaits errors.
(catch_clause body: (compound_statement) @handler.body)
(catch_clause type: (type_list (named_type) @handler.type))
(catch_clause name: (variable_name) @handler.variable)
((function_call_expression function: (name) @handler.use)
  (#any-of? @handler.use "error_get_last" "debug_print_backtrace"))
(finally_clause) @finally

(empty_statement) @statement.trivial
[(continue_statement) (break_statement)] @statement.trivial
(return_statement "return" . ";") @statement.trivial
(return_statement [(null) (boolean) (integer) (float) (string) (encapsed_string "\"" . (string_content)? . "\"")
  (array_creation_expression "[" . "]") (array_creation_expression "(" . ")") (unary_op_expression (integer))])
  @statement.constant
(return_statement) @statement.leave
(exit_statement) @statement.leave
[(continue_statement) (break_statement) (goto_statement)] @statement.jump

(throw_expression) @throw
(throw_expression (object_creation_expression) @throw.new)

(function_call_expression function: (_) @callee)
[(member_call_expression) (nullsafe_member_call_expression) (scoped_call_expression)] @callee.whole
(member_call_expression arguments: (_) @callee.arguments)
(nullsafe_member_call_expression arguments: (_) @callee.arguments)
(scoped_call_expression arguments: (_) @callee.arguments)
(expression_statement . [(function_call_expression) (member_call_expression) (nullsafe_member_call_expression)
  (scoped_call_expression) (print_intrinsic)]) @statement.call
(echo_statement "echo" @callee) @statement.call
(print_intrinsic "print" @callee)

; @f (…); as a statement: where its value is looked at, the failure is seen.
(expression_statement (error_suppression_expression [(member_call_expression) (scoped_call_expression)]) @ignored)
; trigger_error () only tells a handler of errors, which gets it all the same.
(expression_statement (error_suppression_expression (function_call_expression function: (_) @aside)) @ignored
  (#not-match? @aside "trigger_error$"))

; Without a message or a status it is the end of an answer, as after a redirect.
(exit_statement (_) @aside (#not-eq? @aside "0")) @abort
((function_call_expression function: (name) @aside arguments: (arguments (_))) @abort
  (#any-of? @aside "die" "exit") (#not-match? @abort "\\(\\s*0\\s*\\)$"))
