; What handles, raises, drops and awaits errors.
(catch_clause body: (statement_block) @handler.body)
(catch_clause parameter: (identifier) @handler.variable)
(finally_clause) @finally

; if (err) …: err is what Node's callbacks call it.
(if_statement
  condition: (parenthesized_expression (identifier) @handler.variable)
  consequence: (_) @handler.body
  (#any-of? @handler.variable "err" "er")) @handler.block

; Literals and their return do nothing without being marked.
[(break_statement) (continue_statement)] @statement.trivial @statement.jump
(return_statement) @statement.leave

(throw_statement) @throw
(throw_statement (new_expression) @throw.new)
; return Promise.reject (e)
(return_statement (call_expression
  function: (member_expression object: (identifier) @aside property: (property_identifier) @aside))
  (#any-of? @aside "Promise" "reject")) @throw
(return_statement (call_expression
  function: (member_expression object: (identifier) @aside property: (property_identifier) @aside)
  arguments: (arguments . (new_expression) @throw.new))
  (#any-of? @aside "Promise" "reject"))

(call_expression function: (_) @callee) @call.around
(new_expression constructor: (_) @callee)
(await_expression (call_expression function: (_) @callee.awaited))
(return_statement (call_expression function: (_) @callee.returned))
(arrow_function body: (call_expression function: (_) @callee.returned))
(unary_expression operator: "void" argument: (call_expression function: (_) @callee.voided))
(expression_statement . [(call_expression) @statement.call (binary_expression right: (call_expression) @statement.call)])
(arrow_function body: (call_expression) @statement.value)

(call_expression function: (member_expression) @aside
  (#any-of? @aside "process.exit" "process.abort" "process.reallyExit" "Deno.exit")) @abort

[
  (function_declaration "async")
  (generator_function_declaration "async")
  (function_expression "async")
  (arrow_function "async")
  (method_definition "async")
] @function.async
; A function that returns a promise at the end of its body is as good as async.
((_ body: (statement_block (return_statement [
    (new_expression constructor: (identifier) @aside)
    (call_expression function: [(identifier) @aside (member_expression property: (property_identifier) @aside)])])))
  @function.async (#any-of? @aside "Promise" "then" "fetch")
  (#kind? @function.async "function_declaration" "function_expression" "arrow_function" "method_definition"))
((_ body: [
    (new_expression constructor: (identifier) @aside)
    (call_expression function: [(identifier) @aside (member_expression property: (property_identifier) @aside)])])
  @function.async (#any-of? @aside "Promise" "then" "fetch") (#kind? @function.async "arrow_function"))

; An asynchronous function given to what waits for no promise: to an array, a timer, an emitter of events, or as the
; executor of a promise. Frameworks that hand over a context, a request, wait for what they call.
([(arrow_function "async") (function_expression "async")] @async
  (#after? @async "forEach(" "setTimeout(" "setInterval(" "setImmediate(" "queueMicrotask(" "nextTick(" "newPromise("))
((_ [(arrow_function "async") (function_expression "async")] @async) @aside.around
  (#behind? @aside.around "on" "once" "addListener" "addEventListener" "prependListener")
  (#not-match? @async "^async\\s*(function\\s*\\w*\\s*)?\\(?\\s*(ctx|context|c|req|request|\\{)"))
; A promise that is made and dropped.
((expression_statement . (new_expression constructor: (identifier) @aside) @async)
  (#eq? @aside "Promise") (#match? @async "^new Promise\\s*\\((?!\\s*async)[\\s\\S]*\\breject\\b"))
; process.on ('unhandledRejection', …)
((string) @errexit (#any-of? @errexit "'unhandledRejection'" "\"unhandledRejection\"" "'unhandledrejection'"
  "\"unhandledrejection\""))

(function_declaration name: (identifier) @aside (#eq? @aside "main")) @function.entry
; describe ('…', () => …), app.get ('/', (req, res) => …), emitter.on ('…', f)
(arguments . (string) @aside . [(arrow_function) (function_expression)] @function.entry)

((_ [(function_declaration) (generator_function_declaration) (function_expression) (arrow_function)] @function.public)
  @aside (#kind? @aside "export_statement"))
(export_statement declaration: (lexical_declaration
  (variable_declarator value: [(arrow_function) (function_expression)] @function.public)))
((_ (method_definition name: (property_identifier)) @function.public) @aside (#kind? @aside "class_body"))
(assignment_expression left: (member_expression) @aside
  right: [(arrow_function) (function_expression) (generator_function)] @function.public
  (#match? @aside "^(module\\.)?exports\\b"))
