(import_declaration [(identifier) (scoped_identifier)] @import.path) @import
(import_declaration (asterisk) @import.name)
(package_declaration [(identifier) (scoped_identifier)] @package) @import

[(class_declaration name: (identifier) @definition)
 (interface_declaration name: (identifier) @definition)
 (enum_declaration name: (identifier) @definition)
 (record_declaration name: (identifier) @definition)
 (annotation_type_declaration name: (identifier) @definition)]

; One method alone may be a lambda anywhere: an interface with two in a row is written to be implemented by classes.
(interface_declaration name: (identifier) @definition.abstract
  body: (interface_body (method_declaration !body) . [(line_comment) (block_comment)]* . (method_declaration !body)))
(class_declaration (modifiers "abstract") name: (identifier) @definition.abstract)
(class_declaration (modifiers ["public" "protected"]) name: (identifier) @definition.public)
(interface_declaration (modifiers ["public" "protected"]) name: (identifier) @definition.public)
(enum_declaration (modifiers ["public" "protected"]) name: (identifier) @definition.public)
(record_declaration (modifiers ["public" "protected"]) name: (identifier) @definition.public)
(interface_body (interface_declaration name: (identifier) @definition.public))

(type_identifier) @reference
(scoped_type_identifier) @reference
(marker_annotation name: [(identifier) (scoped_identifier)] @reference)
(annotation name: [(identifier) (scoped_identifier)] @reference)
(method_invocation object: (identifier) @reference)
(field_access object: (identifier) @reference)
(method_reference . (identifier) @reference)

(superclass [(type_identifier) @reference.base (generic_type . (type_identifier) @reference.base)])
(super_interfaces (type_list [(type_identifier) @reference.base (generic_type . (type_identifier) @reference.base)]))
(extends_interfaces (type_list [(type_identifier) @reference.base (generic_type . (type_identifier) @reference.base)]))
(object_creation_expression
  type: [(type_identifier) @reference.base (generic_type . (type_identifier) @reference.base)] (class_body))

(field_declaration declarator: (variable_declarator !value)) @declarations
(method_declaration !body) @declarations
[(enum_constant) (annotation_type_element_declaration) (constant_declaration)] @declarations

(formal_parameter name: (identifier) @parameter.name)
(spread_parameter (variable_declarator name: (identifier) @parameter.name))

(method_declaration (modifiers (marker_annotation name: (identifier) @aside (#eq? @aside "Override")))) @function.fixed
(interface_body (method_declaration body: (block)) @function.fixed)
(object_creation_expression (class_body (method_declaration) @function.fixed))
(enum_constant body: (class_body (method_declaration) @function.fixed))
(method_declaration body: (block . (throw_statement) .)) @function.abstract
(method_declaration body: (block "{" . "}")) @function.abstract
(constructor_declaration body: (constructor_body "{" . "}")) @function.abstract
(method_declaration (modifiers "static") name: (identifier) @aside (#eq? @aside "main")) @function.entry @function.fixed
(method_declaration (modifiers [(marker_annotation name: (identifier) @aside) (annotation name: (identifier) @aside)])
  (#any-of? @aside "Test" "ParameterizedTest" "RepeatedTest" "TestFactory" "TestTemplate" "Before" "After" "BeforeClass"
    "AfterClass" "BeforeEach" "AfterEach" "BeforeAll" "AfterAll" "Theory" "DataProvider" "Bean" "PostConstruct"
    "PreDestroy" "EventListener" "Scheduled" "GetMapping" "PostMapping" "PutMapping" "DeleteMapping" "PatchMapping"
    "RequestMapping" "ExceptionHandler" "MessageMapping" "KafkaListener" "RabbitListener" "JmsListener" "GET" "POST"
    "PUT" "DELETE" "PATCH" "Produces" "Provides" "Subscribe" "Benchmark")) @function.entry @function.fixed
(method_declaration (modifiers ["public" "protected"])) @function.public
(constructor_declaration (modifiers ["public" "protected"])) @function.public
