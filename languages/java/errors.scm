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
([
  (program (expression_statement (method_invocation)) @statement.call)
  (block (expression_statement (method_invocation)) @statement.call)
  (constructor_body (expression_statement (method_invocation)) @statement.call)
  (if_statement (expression_statement (method_invocation)) @statement.call)
  (for_statement (expression_statement (method_invocation)) @statement.call)
  (enhanced_for_statement (expression_statement (method_invocation)) @statement.call)
  (while_statement (expression_statement (method_invocation)) @statement.call)
  (do_statement (expression_statement (method_invocation)) @statement.call)
  (labeled_statement (expression_statement (method_invocation)) @statement.call)
  (switch_block_statement_group (expression_statement (method_invocation)) @statement.call)
])
(block (switch_expression
  (switch_block (switch_rule (expression_statement (method_invocation)) @statement.call))))
(switch_block_statement_group (switch_expression
  (switch_block (switch_rule (expression_statement (method_invocation)) @statement.call))))

(method_invocation object: (_) @aside name: (identifier) @aside
  (#any-of? @aside "System" "exit" "Runtime.getRuntime()" "halt")) @abort

(method_declaration (modifiers [(marker_annotation name: (identifier) @aside) (annotation name: (identifier) @aside)])
  (#any-of? @aside "CheckReturnValue" "CheckResult")) @function.fallible
(method_declaration type: (generic_type (type_identifier) @aside)
  (#any-of? @aside "CompletableFuture" "CompletionStage" "ListenableFuture" "Future" "Mono" "Flux" "Completable"
    "Uni")) @function.async
(method_declaration type: (type_identifier) @aside (#any-of? @aside "Completable")) @function.async

(method_declaration name: (identifier) @aside (#eq? @aside "main")) @function.entry
(method_declaration (modifiers [(marker_annotation name: (identifier) @aside) (annotation name: (identifier) @aside)])
  (#match? @aside "^(\\w*Test|TestFactory|TestTemplate|Benchmark|(Before|After)(Each|All|Class)?|\\w*Mapping|\\w*Listener|Scheduled|PostConstruct|PreDestroy|Bean|Produces|Provides|Path|GET|POST|PUT|DELETE|PATCH|Subscribe|Handler|FXML|EventHandler|ExceptionHandler|OnClick|JavascriptInterface|Observes)$"))
  @function.entry
(method_declaration (modifiers "public")) @function.public
(constructor_declaration (modifiers "public")) @function.public
(interface_body (method_declaration) @function.public)
