; What handles, raises and drops errors.
(catch_clause body: (block) @handler.body)
(catch_formal_parameter name: (identifier) @handler.variable)
(catch_type (_) @handler.type)
(finally_clause) @finally

; future.exceptionally (e -> null), flux.onErrorResume (e -> Mono.empty ())
(method_invocation name: (identifier) @aside
  arguments: (argument_list . (lambda_expression body: (_) @handler.body) @handler.block .)
  (#any-of? @aside "exceptionally" "onErrorResume" "onErrorContinue" "onErrorReturn")) @try.block @callee.handles
(method_invocation name: (identifier) @aside
  arguments: (argument_list . (lambda_expression parameters: (identifier) @handler.variable) .)
  (#any-of? @aside "exceptionally" "onErrorResume" "onErrorContinue" "onErrorReturn"))
(lambda_expression body: (method_invocation) @statement.value)

; Literals and their return do nothing without being marked.
[(break_statement) (continue_statement)] @statement.trivial @statement.jump
(return_statement (method_invocation object: (identifier) @aside name: (identifier) @aside
  arguments: (argument_list . "(" . ")"))
  (#any-of? @aside "Optional" "OptionalInt" "OptionalLong" "OptionalDouble" "Collections" "List" "Set" "Map" "Stream"
    "Mono" "Flux" "empty" "emptyList" "emptyMap" "emptySet" "of")) @statement.constant
(return_statement) @statement.leave

(throw_statement) @throw
(throw_statement (object_creation_expression) @throw.new)

; latch.await () has no answer.
(method_invocation name: (identifier) @aside arguments: (argument_list . "(" . ")") (#eq? @aside "await")) @callee.voided
(method_invocation arguments: (argument_list) @callee.arguments) @callee.whole
(object_creation_expression type: (_) @callee)
; In an arm of a switch that has a value the call is that value.
((_ (expression_statement (method_invocation)) @statement.call) @aside.around
  (#kind? @aside.around "program" "block" "constructor_body" "if_statement" "for_statement" "enhanced_for_statement"
    "while_statement" "do_statement" "labeled_statement" "switch_block_statement_group"))
((_ (switch_expression
  (switch_block (switch_rule (expression_statement (method_invocation)) @statement.call)))) @aside.around
  (#kind? @aside.around "block" "switch_block_statement_group"))

(method_invocation object: (_) @aside name: (identifier) @aside
  (#any-of? @aside "System" "exit" "Runtime.getRuntime()" "halt")) @abort

((_ (modifiers [(marker_annotation name: (identifier) @aside) (annotation name: (identifier) @aside)])) @function.fallible
  (#kind? @function.fallible "method_declaration") (#any-of? @aside "CheckReturnValue" "CheckResult"))
(method_declaration type: (generic_type (type_identifier) @aside)
  (#any-of? @aside "CompletableFuture" "CompletionStage" "ListenableFuture" "Future" "Mono" "Flux" "Completable"
    "Uni")) @function.async
(method_declaration type: (type_identifier) @aside (#any-of? @aside "Completable")) @function.async

(method_declaration name: (identifier) @aside (#eq? @aside "main")) @function.entry
((_ (modifiers [(marker_annotation name: (identifier) @aside) (annotation name: (identifier) @aside)])) @function.entry
  (#kind? @function.entry "method_declaration")
  (#match? @aside "^(\\w*Test|TestFactory|TestTemplate|Benchmark|(Before|After)(Each|All|Class)?|\\w*Mapping|\\w*Listener|Scheduled|PostConstruct|PreDestroy|Bean|Produces|Provides|Path|GET|POST|PUT|DELETE|PATCH|Subscribe|Handler|FXML|EventHandler|ExceptionHandler|OnClick|JavascriptInterface|Observes)$"))
((_ (modifiers "public")) @function.public (#kind? @function.public "method_declaration" "constructor_declaration"))
(interface_body (method_declaration) @function.public)
