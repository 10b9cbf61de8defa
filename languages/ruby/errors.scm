; What handles, raises, drops and awaits errors.
; A method or a block may have its own rescue.
((_ [(rescue) (ensure)]) @try.block (#kind? @try.block "body_statement"))
(rescue body: (then) @handler.body)
(exceptions (_) @handler.type)
; Commas and arrows do nothing either.
[(exceptions) (exception_variable)] @statement.trivial
(exception_variable (_) @handler.variable)
(exceptions [(constant) (scope_resolution)] @handler.all (#any-of? @handler.all "Exception" "::Exception"))
((global_variable) @handler.use (#any-of? @handler.use "$!" "$@" "$ERROR_INFO" "$ERROR_POSITION"))
(ensure) @finally

(next "next" .) @statement.trivial
(break "break" .) @statement.trivial
(return "return" .) @statement.trivial
(empty_statement) @statement.trivial
(return (argument_list . [(nil) (true) (false) (integer) (float) (simple_symbol) (unary (integer))
  (string "\"" . (string_content)? . "\"") (array "[" . "]") (hash "{" . "}")] .)) @statement.constant
(next (argument_list . [(nil) (true) (false) (integer) (simple_symbol) (array "[" . "]")
  (hash "{" . "}")] .)) @statement.constant
(then [(nil) (true) (false) (integer) (float) (simple_symbol) (unary (integer))
  (string "\"" . (string_content)? . "\"") (array "[" . "]") (hash "{" . "}")] @statement.constant)
(return) @statement.leave
[(next) (break) (redo) (retry)] @statement.jump

((call) @throw (#match? @throw "^(raise|fail)\\b(?![.!?:])"))
((call) @throw.new (#match? @throw.new "^(raise|fail)\\b[ (]+([A-Z:\"']|[\\w:.]+\\.new\\b)"))
; raise alone is a name to the grammar.
((then (identifier) @throw) (#eq? @throw "raise"))
((body_statement (identifier) @throw) (#eq? @throw "raise"))
((else (identifier) @throw) (#eq? @throw "raise"))
((if_modifier body: (identifier) @throw) (#eq? @throw "raise"))
((unless_modifier body: (identifier) @throw) (#eq? @throw "raise"))

; system (…, exception: true) raises; what opens, clears, signals or tells is run by the way.
(call !receiver method: (identifier) @aside arguments: (argument_list (pair key: (_) @aside.argument))
  (#eq? @aside "system") (#match? @aside.argument "exception")) @callee.voided
(call !receiver method: (identifier) @aside arguments: (argument_list . (_) @aside.argument)
  (#eq? @aside "system") (#match? @aside.argument "(?i)open|start|explorer|clear|cls|notify|kill|stop|say|play|tput|stty|echo|pause|rm |help|true|version|which"))
  @callee.voided
(call) @callee.whole
(call arguments: (_) @callee.arguments)
(call !arguments block: (_) @callee.arguments)
; The last value of a body is its result: only what another statement follows is dropped.
; Bodies are asked from below: what began at one would wait until it ends.
((_ (call) @statement.call . (_statement)) @aside.around
  (#kind? @aside.around "body_statement" "block_body" "then" "else" "begin"))
(program (call) @statement.call)
(ensure (call) @statement.call)
(rescue body: (then (call) @statement.value .))

; x rescue nil
(rescue_modifier handler: [(nil) (true) (false) (integer) (float) (simple_symbol)
  (string "\"" . (string_content)? . "\"") (array "[" . "]") (hash "{" . "}")]) @ignored

((call) @abort (#match? @abort "^((Process|Kernel)\\.)?(exit!?|abort)(?![\\w.!?=:])"))
((then (identifier) @abort) (#any-of? @abort "exit" "abort"))
((body_statement (identifier) @abort) (#any-of? @abort "exit" "abort"))
((if_modifier body: (identifier) @abort) (#any-of? @abort "exit" "abort"))

