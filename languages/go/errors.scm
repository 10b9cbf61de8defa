; What handles, returns, drops and awaits errors.
; if err != nil { … }, also with && and more behind it; the call before it, or in it, is what is tried.
(if_statement
  condition: [
    (binary_expression left: (identifier) @handler.variable operator: "!=" right: (nil))
    (binary_expression left: (nil) operator: "!=" right: (identifier) @handler.variable)
    (binary_expression
      left: (binary_expression left: (identifier) @handler.variable operator: "!=" right: (nil)) operator: "&&")
  ]
  consequence: (block) @handler.block @handler.body
  (#match? @handler.variable "^(\\w*[a-z0-9_]Err|\\w*[Ee]rr(or)?\\d*|err[A-Z_]\\w*)$")) @try.block
; if err == nil { … } else { … }
(if_statement
  condition: (binary_expression left: (identifier) @handler.variable operator: "==" right: (nil))
  alternative: (block) @handler.block @handler.body
  (#match? @handler.variable "^(\\w*[a-z0-9_]Err|\\w*[Ee]rr(or)?\\d*|err[A-Z_]\\w*)$")) @try.block
([(short_var_declaration) (assignment_statement)] @try.block
  . (if_statement !initializer condition: (binary_expression left: (_) @aside right: (_)))
  (#match? @aside "(^|\\W)(\\w*[a-z0-9_]Err|\\w*[Ee]rr(or)?\\d*|err[A-Z_]\\w*)\\b"))

; What is done on the way out.
(defer_statement) @finally

; Literals and their return do nothing without being marked.
[(break_statement) (continue_statement)] @statement.trivial @statement.jump
(return_statement) @statement.leave

; Ways out on which there may be an error: all but a nil in so many words.
((return_statement (expression_list (_) @function.fails .)) (#not-eq? @function.fails "nil"))
(return_statement "return" .) @function.fails

; return err, return nil, fmt.Errorf (…)
(return_statement (expression_list (identifier) @aside .)
  (#match? @aside "^(\\w*[a-z0-9_]Err|\\w*[Ee]rr(or)?\\d*|[eE]rr[A-Z_]\\w*)$")) @throw
(return_statement (expression_list (selector_expression field: (field_identifier) @aside) .)
  (#match? @aside "^Err[A-Z]\\w*$")) @throw
(return_statement (expression_list (call_expression
  function: (selector_expression operand: (identifier) @aside)) .)
  (#match? @aside "^(fmt|\\w*err(or)?s)$")) @throw
(return_statement (expression_list (call_expression
  function: (selector_expression field: (field_identifier) @aside)) @throw.new .)
  (#any-of? @aside "Errorf" "New" "NewError"))

(call_expression function: (_) @callee)
(assignment_statement
  left: (expression_list (identifier) @aside .) right: (expression_list . (call_expression function: (_) @callee.voided) .)
  (#eq? @aside "_"))
(short_var_declaration
  left: (expression_list (identifier) @aside .) right: (expression_list . (call_expression function: (_) @callee.voided) .)
  (#eq? @aside "_"))
(expression_statement (call_expression)) @statement.call
; go f () drops what f returns: for a server that is a fault, for the rest mostly the way to begin work.
(go_statement (call_expression function: (selector_expression field: (field_identifier) @aside))
  (#match? @aside "^(ListenAndServe|Serve)(TLS)?$")) @statement.call
(go_statement (call_expression function: (identifier) @callee.voided))
(go_statement (call_expression function: (selector_expression field: (field_identifier) @aside) @callee.voided)
  (#not-match? @aside "^(ListenAndServe|Serve)(TLS)?$"))
; What goes elsewhere than into a file has a reader who may be gone, or is memory.
(call_expression function: (selector_expression operand: (identifier) @aside field: (field_identifier) @aside) @callee.voided
  arguments: (argument_list . (_) @aside.target)
  (#any-of? @aside "io" "Copy") (#eq? @callee.voided "io.Copy") (#not-match? @aside.target "^(dst|out|f|fd|fo|fp|tmp\\w*|\\w*[fF]ile)$"))
(call_expression function: (selector_expression
    operand: (call_expression arguments: (argument_list . (_) @aside.target)) field: (field_identifier) @aside) @callee.voided
  (#eq? @aside "Encode") (#not-match? @aside.target "^(f|fd|fo|fp|tmp\\w*|\\w*[fF]ile)$"))

((call_expression function: (identifier) @aside) @abort (#eq? @aside "panic"))
((call_expression function: (selector_expression operand: (identifier) @aside field: (field_identifier))) @abort
  (#eq? @aside "os") (#match? @abort "^os\\.Exit\\b"))
((call_expression function: (selector_expression operand: (identifier) @aside field: (field_identifier))) @abort
  (#any-of? @aside "log" "logrus" "klog" "glog" "slog" "zap")
  (#match? @abort "^\\w+\\.(Fatal|Panic|Exit)(f|ln|w|Depth|DepthF)?\\("))

([
  (function_declaration result: (type_identifier) @function.fallible)
  (method_declaration result: (type_identifier) @function.fallible)
  (func_literal result: (type_identifier) @function.fallible)
  (function_declaration result: (parameter_list (parameter_declaration type: (type_identifier) @function.fallible)))
  (method_declaration result: (parameter_list (parameter_declaration type: (type_identifier) @function.fallible)))
  (func_literal result: (parameter_list (parameter_declaration type: (type_identifier) @function.fallible)))
] (#eq? @function.fallible "error"))
([
  (function_declaration result: (parameter_list (parameter_declaration
    name: (identifier) @function.result type: (type_identifier) @aside)))
  (method_declaration result: (parameter_list (parameter_declaration
    name: (identifier) @function.result type: (type_identifier) @aside)))
  (func_literal result: (parameter_list (parameter_declaration
    name: (identifier) @function.result type: (type_identifier) @aside)))
] (#eq? @aside "error"))

((function_declaration name: (identifier) @aside) @function.entry
  (#match? @aside "^(main|init|TestMain|(Test|Benchmark|Fuzz|Example)(\\P{Ll}\\w*)?)$"))
; Handlers of net/http.
([
  (function_declaration parameters: (parameter_list (parameter_declaration
    type: (qualified_type name: (type_identifier) @aside))))
  (method_declaration parameters: (parameter_list (parameter_declaration
    type: (qualified_type name: (type_identifier) @aside))))
  (func_literal parameters: (parameter_list (parameter_declaration
    type: (qualified_type name: (type_identifier) @aside))))
] @function.entry (#eq? @aside "ResponseWriter"))
((function_declaration name: (identifier) @aside) @function.public (#match? @aside "^\\p{Lu}"))
((method_declaration name: (field_identifier) @aside) @function.public (#match? @aside "^\\p{Lu}"))
