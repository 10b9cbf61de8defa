; What handles, raises, drops and awaits errors.
(catch_clause body: (block) @handler.body)
(catch_declaration type: (_) @handler.type)
(catch_declaration name: (identifier) @handler.variable)
; A filter narrows what is caught.
(catch_filter_clause (_) @handler.type @handler.guard)
(catch_clause "catch" . body: (block)) @handler.all
(finally_clause) @finally

[(empty_statement) (continue_statement) (break_statement)] @statement.trivial
(return_statement "return" . ";") @statement.trivial
(yield_statement "break") @statement.trivial
(return_statement [(null_literal) (boolean_literal) (integer_literal) (real_literal) (string_literal)
  (character_literal) (default_expression) (prefix_unary_expression (integer_literal)) (collection_expression "[" . "]")
  (object_creation_expression arguments: (argument_list "(" . ")") !initializer)]) @statement.constant
((return_statement (member_access_expression) @aside) @statement.constant
  (#any-of? @aside "string.Empty" "String.Empty" "Task.CompletedTask" "ValueTask.CompletedTask" "Guid.Empty"
    "TimeSpan.Zero" "DateTime.MinValue"))
(return_statement) @statement.leave
[(break_statement) (continue_statement) (goto_statement)] @statement.jump

[(throw_statement) (throw_expression)] @throw
(throw_statement [(object_creation_expression) (implicit_object_creation_expression)] @throw.new)
(throw_expression [(object_creation_expression) (implicit_object_creation_expression)] @throw.new)

(invocation_expression function: (_) @callee)
(await_expression (invocation_expression function: (_) @callee.awaited))
(await_expression (invocation_expression function: (member_access_expression
  expression: (invocation_expression function: (_) @callee.awaited) name: (identifier) @aside))
  (#any-of? @aside "ConfigureAwait" "WaitAsync"))
(assignment_expression left: (identifier) @aside right: (invocation_expression function: (_) @callee.voided)
  (#eq? @aside "_"))
(expression_statement . (invocation_expression)) @statement.call
(expression_statement . (await_expression (invocation_expression))) @statement.call

((invocation_expression function: (member_access_expression) @aside) @abort
  (#any-of? @aside "Environment.Exit" "System.Environment.Exit" "Environment.FailFast" "System.Environment.FailFast"))

; async void: what it throws, nobody can catch. A handler of events (button_Click) has to be one; one that tries all
; lets nothing out.
((method_declaration (modifier) @aside returns: (predefined_type) @aside) @async (#any-of? @aside "async" "void")
  (#not-match? @async "^[^{]*(\\bsender\\b|EventArgs\\b|\\boverride\\b|\\bvoid\\s+\\w+_\\w+|\\{\\s*try\\b)"))
((local_function_statement (modifier) @aside type: (predefined_type) @aside) @async (#any-of? @aside "async" "void")
  (#not-match? @async "^[^{]*(\\bsender\\b|EventArgs\\b|\\{\\s*try\\b)"))
; A task that nobody keeps.
((expression_statement (invocation_expression function: (member_access_expression) @aside) @async)
  (#any-of? @aside "Task.Run" "Task.Factory.StartNew" "System.Threading.Tasks.Task.Run" "Task.WhenAll")
  (#not-match? @async "^[^{]*\\{\\s*try\\b"))
; What takes an Action cannot await.
((invocation_expression function: (member_access_expression name: (identifier) @aside)
  arguments: (argument_list (argument (lambda_expression (modifier)) @async) .))
  (#eq? @aside "ForEach") (#match? @async "^async\\b") (#not-match? @async "^[^{]*\\{\\s*try\\b"))

((method_declaration returns: [(identifier) @aside (generic_name . (identifier) @aside)]) @function.async
  (#any-of? @aside "Task" "ValueTask"))
((local_function_statement type: [(identifier) @aside (generic_name . (identifier) @aside)]) @function.async
  (#any-of? @aside "Task" "ValueTask"))
