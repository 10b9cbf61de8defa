(namespace_use_declaration) @import
; With its alias: A\B as C.
(namespace_use_declaration (namespace_use_clause) @import.path)
; use A\{B, C as D};
(namespace_use_declaration (namespace_name) @import.path)
(namespace_use_group (namespace_use_clause) @import.name)
; require __DIR__ . '/a.php';
(include_expression [(string) (encapsed_string)] @import.path)
(include_once_expression [(string) (encapsed_string)] @import.path)
(require_expression [(string) (encapsed_string)] @import.path)
(require_once_expression [(string) (encapsed_string)] @import.path)
(include_expression (binary_expression right: [(string) (encapsed_string)] @import.path))
(include_once_expression (binary_expression right: [(string) (encapsed_string)] @import.path))
(require_expression (binary_expression right: [(string) (encapsed_string)] @import.path))
(require_once_expression (binary_expression right: [(string) (encapsed_string)] @import.path))
(expression_statement [(include_expression) (include_once_expression) (require_expression) (require_once_expression)])
  @import

(namespace_definition name: (namespace_name) @package)
(namespace_definition !body) @import
(declare_statement) @import

[(class_declaration name: (name) @definition @definition.public)
 (interface_declaration name: (name) @definition @definition.public)
 (trait_declaration name: (name) @definition @definition.public)
 (enum_declaration name: (name) @definition @definition.public)]
(interface_declaration name: (name) @definition.abstract)
(class_declaration (abstract_modifier) name: (name) @definition.abstract)

(named_type [(name) (qualified_name)] @reference)
(object_creation_expression [(name) (qualified_name)] @reference)
(scoped_call_expression scope: [(name) (qualified_name)] @reference)
(scoped_property_access_expression scope: [(name) (qualified_name)] @reference)
(class_constant_access_expression . [(name) (qualified_name)] @reference)
(binary_expression operator: "instanceof" right: [(name) (qualified_name)] @reference)
(attribute [(name) (qualified_name)] @reference)
(base_clause [(name) (qualified_name)] @reference @reference.base)
(class_interface_clause [(name) (qualified_name)] @reference @reference.base)
(use_declaration [(name) (qualified_name)] @reference @reference.base)

[(property_declaration) (const_declaration) (enum_case) (use_declaration) (global_declaration)] @declarations
(method_declaration !body) @declarations

(simple_parameter name: (variable_name (name) @parameter.name))
(variadic_parameter name: (variable_name (name) @parameter.name))

; What sees all variables without naming them.
((function_call_expression function: (name) @function.fixed)
  (#any-of? @function.fixed "func_get_args" "func_get_arg" "get_defined_vars" "compact" "extract" "eval"))
[(include_expression) (include_once_expression) (require_expression) (require_once_expression)
 (dynamic_variable_name)] @function.fixed
; With a parent or an interface, a method may be an override.
([(class_declaration [(base_clause) (class_interface_clause)]
    body: (declaration_list (method_declaration (visibility_modifier) @aside) @function.fixed))]
  (#any-of? @aside "public" "protected"))
(class_declaration [(base_clause) (class_interface_clause)]
  body: (declaration_list (method_declaration . (static_modifier)? . "function") @function.fixed))
(anonymous_class [(base_clause) (class_interface_clause)]
  body: (declaration_list (method_declaration) @function.fixed))
(enum_declaration (class_interface_clause) body: (enum_declaration_list (method_declaration) @function.fixed))
(trait_declaration body: (declaration_list (method_declaration) @function.fixed))
(interface_declaration body: (declaration_list (method_declaration) @function.fixed))
(property_hook) @function.fixed
((method_declaration name: (name) @aside) @function.fixed
  (#any-of? @aside "__call" "__callStatic" "__get" "__set" "__isset" "__unset" "__invoke" "__set_state" "__unserialize"
    "__wakeup" "__clone"))

(method_declaration body: (compound_statement "{" . "}")) @function.abstract
(method_declaration body: (compound_statement . (expression_statement (throw_expression)) .)) @function.abstract
(function_definition body: (compound_statement "{" . "}")) @function.abstract

((method_declaration name: (name) @aside) @function.entry
  (#any-of? @aside "setUp" "tearDown" "setUpBeforeClass" "tearDownAfterClass"))
((method_declaration attributes: (attribute_list (attribute_group (attribute (name) @aside))))
  @function.entry @function.fixed
  (#any-of? @aside "Test" "DataProvider" "Before" "After" "Route" "AsEventListener" "AsMessageHandler" "Required"))

(method_declaration (visibility_modifier) @aside (#eq? @aside "public")) @function.public
(function_definition) @function.public
