; What handles, raises, drops and awaits errors.
(except_clause (block) @handler.body)
(except_clause (as_pattern alias: (as_pattern_target (identifier) @handler.variable)))
(except_clause (as_pattern . [(identifier) (attribute)] @handler.type))
(except_clause (as_pattern . (tuple [(identifier) (attribute)] @handler.type)))
(except_clause . "except" . [(identifier) (attribute)] @handler.type)
(except_clause . "except" . (tuple [(identifier) (attribute)] @handler.type))
(except_clause . "except" . (block)) @handler.all
(except_clause . "except" . ":" . (block)) @handler.all
(finally_clause) @finally
; The error at hand by other means than its name.
((call function: [(attribute attribute: (identifier) @aside) (identifier) @aside]) @handler.use
  (#any-of? @aside "exception" "exc_info" "print_exc" "format_exc" "print_exception" "format_exception" "print_last"
    "captureException" "capture_exception"))
(call arguments: (argument_list (keyword_argument name: (identifier) @handler.use (#eq? @handler.use "exc_info"))))

; Literals and their return do nothing without being marked.
(pass_statement) @statement.trivial
[(break_statement) (continue_statement)] @statement.trivial @statement.jump
(expression_statement [(ellipsis) (string) (none)]) @statement.trivial
(return_statement) @statement.leave

(raise_statement) @throw
(raise_statement . "raise" . (call) @throw.new)
((raise_statement . "raise" . (identifier) @throw.new) (#match? @throw.new "^[A-Z]"))
((raise_statement . "raise" . (attribute attribute: (identifier) @throw.new)) (#match? @throw.new "^[A-Z]"))

; subprocess.run (…, check=True) raises; what opens, clears, signals or tells is run by the way.
(call function: (_) @callee.voided arguments: (argument_list (keyword_argument name: (identifier) @aside))
  (#any-of? @callee.voided "subprocess.run" "subprocess.call") (#eq? @aside "check"))
(call function: (_) @callee.voided arguments: (argument_list . (_) @aside)
  (#any-of? @callee.voided "subprocess.run" "subprocess.call")
  (#match? @aside "(?i)open|start|explorer|clear|cls|notify|kill|stop|say|play|tput|stty|echo|pause|rm|help|true|version"))
(call function: (_) @callee)
(await (call function: (_) @callee.awaited))
(expression_statement . (call) .) @statement.call
(print_statement) @statement.call
(print_statement "print" @callee)
; with suppress (Exception): …
(with_statement (with_clause (with_item value: (call
  function: [(identifier) @aside (attribute attribute: (identifier) @aside)]
  arguments: (argument_list (identifier) @aside)) @ignored))
  (#any-of? @aside "suppress" "Exception" "BaseException"))

((call function: [(identifier) (attribute)] @aside) @abort
  (#any-of? @aside "sys.exit" "os._exit" "os.abort" "exit" "quit"))
(raise_statement [(identifier) @aside (call function: (identifier) @aside)] (#eq? @aside "SystemExit")) @abort

; With a decorator its value is what the decorator makes of it; these change nothing.
(module (function_definition "async") @function.async)
(block (function_definition "async") @function.async)
(decorated_definition . (decorator (identifier) @aside) . definition: (function_definition "async") @function.async
  (#any-of? @aside "staticmethod" "classmethod" "abstractmethod" "override" "final" "overload"))
(function_definition name: (identifier) @aside (#match? @aside "^(main|test_\\w+|test[A-Z]\\w*)$")) @function.entry
; @app.route ('/'), @cli.command (), @pytest.fixture
(decorated_definition
  (decorator [
    (call function: (attribute attribute: (identifier) @aside))
    (call function: (identifier) @aside)
    (attribute attribute: (identifier) @aside)])
  definition: (function_definition) @function.entry
  (#match? @aside "^(\\w*route|get|post|put|patch|delete|head|options|websocket|\\w*command|group|\\w*task|fixture|on_event|(before|after|teardown)_\\w+|errorhandler|exception_handler|middleware|handler|receiver|listener|listen|listens_for|event|cron|job|scheduled_job|hookimpl|api_view|require_\\w+|subscribe|callback)$"))
((function_definition name: (identifier) @aside) @function.public (#match? @aside "^([^_]|__\\w+__$)"))
