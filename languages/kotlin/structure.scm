(import) @import @import.path
(package_header (qualified_identifier) @package) @import

(class_declaration name: (identifier) @definition)
(object_declaration name: (identifier) @definition)
(type_alias type: (identifier) @definition)

(class_declaration "interface" name: (identifier) @definition.abstract
  (class_body (function_declaration . "fun" name: (_) (function_value_parameters) .)
    . [(line_comment) (block_comment)]* . (function_declaration . "fun" name: (_) (function_value_parameters) .)))
(class_declaration (modifiers (inheritance_modifier "abstract")) name: (identifier) @definition.abstract)
(class_declaration . ["class" "interface"] name: (identifier) @definition.public)
((class_declaration (modifiers) @aside name: (identifier) @definition.public)
  (#not-match? @aside "\\b(private|internal)\\b"))
(object_declaration . "object" name: (identifier) @definition.public)

(user_type) @reference
(call_expression . (identifier) @reference)
((navigation_expression . (identifier) @reference) (#match? @reference "^[A-Z]"))
(delegation_specifier [
  (user_type) @reference.base
  (constructor_invocation (user_type) @reference.base)
  (explicit_delegation (user_type) @reference.base)
])

(class_body (function_declaration (function_value_parameters) .) @declarations)
(class_body (property_declaration (variable_declaration) .) @declarations)
(enum_entry) @declarations

(function_value_parameters (parameter . (identifier) @parameter.name))

(function_declaration (modifiers [
  (member_modifier "override")
  (inheritance_modifier ["open" "abstract"])
  (function_modifier ["operator" "external"])
  (platform_modifier)
])) @function.fixed
(class_declaration "interface" (class_body (function_declaration) @function.fixed))
((function_declaration (modifiers (annotation [
  (user_type (identifier) @aside .)
  (constructor_invocation (user_type (identifier) @aside .))
]))) @function.fixed (#any-of? @aside "Deprecated" "JvmStatic" "JvmName" "JsName"))
(function_declaration (function_body (block "{" . "}"))) @function.abstract
(function_declaration (function_body (block "{" . (throw_expression) . "}"))) @function.abstract
((function_declaration (function_body (call_expression . (identifier) @aside))) @function.abstract
  (#any-of? @aside "TODO" "error"))
; The script in js ("…") names the parameters.
((function_declaration (function_body [
  (call_expression . (identifier) @aside)
  (block (call_expression . (identifier) @aside))
])) @function.fixed (#eq? @aside "js"))
((function_declaration name: (identifier) @aside) @function.entry @function.fixed (#eq? @aside "main"))
((function_declaration (modifiers (annotation [
  (user_type (identifier) @aside .)
  (constructor_invocation (user_type (identifier) @aside .))
]))) @function.entry @function.fixed (#any-of? @aside "Test" "ParameterizedTest" "RepeatedTest" "TestFactory" "Before"
    "After" "BeforeTest" "AfterTest" "BeforeEach" "AfterEach" "BeforeAll" "AfterAll" "BeforeClass" "AfterClass" "Bean"
    "PostConstruct" "PreDestroy" "EventListener" "Scheduled" "GetMapping" "PostMapping" "PutMapping" "DeleteMapping"
    "PatchMapping" "RequestMapping" "ExceptionHandler" "KafkaListener" "RabbitListener" "Provides" "Benchmark"
    "Subscribe"))
; Public unless it says otherwise.
(function_declaration . "fun") @function.public
((function_declaration (modifiers) @aside) @function.public (#not-match? @aside "\\bprivate\\b"))
