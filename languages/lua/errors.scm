; What handles, raises and drops errors. An error is a value that pcall and xpcall hand back.
((variable_declaration (assignment_statement
    (variable_list . name: (identifier) . name: (identifier))
    (expression_list . value: (function_call name: (identifier) @aside)))) @try.block
  . (if_statement condition: (unary_expression operator: "not" operand: (identifier))
      consequence: (block) @handler.block @handler.body) @try.block (#any-of? @aside "pcall" "xpcall"))
((assignment_statement
    (variable_list . name: (identifier) . name: (identifier))
    (expression_list . value: (function_call name: (identifier) @aside))) @try.block
  . (if_statement condition: (unary_expression operator: "not" operand: (identifier))
      consequence: (block) @handler.block @handler.body) @try.block (#any-of? @aside "pcall" "xpcall"))

; The second value of pcall, by its usual names.
((identifier) @handler.use (#match? @handler.use "^_?(e|ex|err|error|errmsg|err_msg|message|msg|res|result|ret|why|reason)$"))

[(break_statement) (empty_statement)] @statement.trivial
; return alone gives nil, as return nil does.
(return_statement . "return" .) @statement.constant
(return_statement (expression_list . [(nil) (false) (true) (number) (string) (table_constructor "{" . "}")
  (unary_expression operator: "-" operand: (number))] .)) @statement.constant
(return_statement) @statement.leave
(break_statement) @statement.jump

((function_call name: (identifier) @aside) @throw (#eq? @aside "error"))
((function_call name: (identifier) @aside
  arguments: (arguments . [(string) (binary_expression) (table_constructor) (function_call)] @throw.new))
  (#eq? @aside "error"))

(function_call name: (_) @callee)
; pcall (save, …) alone: the status is how pcall tells that nothing was saved.
; Blocks are asked from below: what began at one would wait until it ends.
((_ (function_call name: (identifier) @aside arguments: (arguments . [(identifier) (dot_index_expression)] @ignored)))
  @aside.around (#kind? @aside.around "block") (#eq? @aside "pcall")
  (#match? @ignored "(?i)(^|[._])(save|write|commit|store|insert|update|send|upload|rename|persist|publish|flush_to)"))
((_ (function_call) @statement.call) @aside.around (#kind? @aside.around "block" "chunk"))

((function_call name: (dot_index_expression) @aside) @abort (#eq? @aside "os.exit"))

; A function that returns nil or false and a reason, as those of Lua's own library do, or hands one on by its usual names.
((return_statement (expression_list . [(nil) (false)] . (_) @function.fallible))
  (#not-match? @function.fallible "^(nil|false|true|[-0-9]|\\{)"))
((return_statement (expression_list (_) . (identifier) @function.fallible .))
  (#match? @function.fallible "^(e|err|errmsg|err_msg|error|errors|why|reason)$"))
