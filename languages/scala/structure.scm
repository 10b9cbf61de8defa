(import_declaration) @import @import.path
(package_clause "package" @import name: (package_identifier) @package @import)

(class_definition name: (_) @definition)
(object_definition name: (_) @definition)
(trait_definition name: (_) @definition)
(enum_definition name: (_) @definition)
(package_object name: (_) @definition)
(type_definition name: (type_identifier) @definition)
(given_definition name: (_) @definition)

(trait_definition name: (_) @definition.abstract body: (template_body (function_declaration) .
  [(comment) (block_comment)]* . (function_declaration)))
(class_definition (modifiers "abstract") name: (_) @definition.abstract)
(class_definition . "class" name: (_) @definition.public)
((class_definition (modifiers) @aside name: (_) @definition.public) (#not-match? @aside "\\bprivate\\b"))
(class_definition . "case" name: (_) @definition.public)
(object_definition . "object" name: (_) @definition.public)
(trait_definition . "trait" name: (_) @definition.public)

(type_identifier) @reference
(stable_type_identifier) @reference
(call_expression function: (identifier) @reference)
((field_expression value: (identifier) @reference) (#match? @reference "^[A-Z]"))
((stable_identifier . (identifier) @reference) (#match? @reference "^[A-Z]"))
(extends_clause type: [
  (type_identifier) @reference.base
  (stable_type_identifier) @reference.base
  (generic_type type: (_) @reference.base)
])
(instance_expression (type_identifier) @reference.base (template_body))

(function_declaration) @declarations
[(val_declaration) (var_declaration) (simple_enum_case) (full_enum_case)] @declarations

(function_definition (parameters (parameter name: (identifier) @parameter.name)))

(function_definition (modifiers "override")) @function.fixed
(function_definition (modifiers (access_modifier "protected"))) @function.fixed
; The compiler fills the list: a parameter may be there to be found.
(function_definition (parameters ["implicit" "using"])) @function.fixed
(trait_definition body: (template_body (function_definition) @function.fixed))
(instance_expression (template_body (function_definition) @function.fixed))
(given_definition body: (with_template_body (function_definition) @function.fixed))
(class_definition (modifiers "abstract") body: (template_body (function_definition) @function.fixed))
((function_definition (annotation name: (type_identifier) @aside)) @function.fixed (#eq? @aside "deprecated"))
(function_definition body: (operator_identifier)) @function.abstract
(function_definition body: (unit)) @function.abstract
(function_definition body: (block "{" . "}")) @function.abstract
(function_definition body: (throw_expression)) @function.abstract
((object_definition body: (template_body (function_definition name: (identifier) @aside) @function.entry
  @function.fixed)) (#eq? @aside "main"))
((function_definition (annotation name: (type_identifier) @aside)) @function.entry
  (#any-of? @aside "main" "Test" "Before" "After" "BeforeClass" "AfterClass" "Benchmark"))
; Public unless it says otherwise.
(function_definition . "def") @function.public
(function_definition . (annotation) . "def") @function.public
((function_definition (modifiers) @aside) @function.public (#not-match? @aside "\\bprivate\\b"))
