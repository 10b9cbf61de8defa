; As written, braces and all: use a::{b, c::d};
(use_declaration argument: (_) @import.path) @import
(extern_crate_declaration name: (identifier) @import.path) @import
; mod a; is another file.
(mod_item name: (identifier) @import.path !body) @import

[(struct_item name: (type_identifier) @definition)
 (enum_item name: (type_identifier) @definition)
 (union_item name: (type_identifier) @definition)
 (type_item name: (type_identifier) @definition)
 (trait_item name: (type_identifier) @definition)
 (mod_item name: (identifier) @definition body: (_))
 (macro_definition name: (identifier) @definition)]
(trait_item name: (_) @definition.abstract)
[(struct_item (visibility_modifier) name: (type_identifier) @definition.public)
 (enum_item (visibility_modifier) name: (type_identifier) @definition.public)
 (union_item (visibility_modifier) name: (type_identifier) @definition.public)
 (type_item (visibility_modifier) name: (type_identifier) @definition.public)
 (trait_item (visibility_modifier) name: (type_identifier) @definition.public)
 (mod_item (visibility_modifier) name: (identifier) @definition.public body: (_))]

(type_identifier) @reference
(scoped_type_identifier) @reference
(call_expression function: (scoped_identifier) @reference)
(macro_invocation macro: (scoped_identifier) @reference)
(impl_item trait: [
  (type_identifier) @reference.base
  (scoped_type_identifier) @reference.base
  (generic_type type: [(type_identifier) (scoped_type_identifier)] @reference.base)
])

[(field_declaration_list) (ordered_field_declaration_list) (enum_variant_list) (function_signature_item)
 (foreign_mod_item) (const_item) (static_item) (type_item) (associated_type)] @declarations
(attribute_item) @declarations

(function_item parameters: (parameters (parameter pattern: (identifier) @parameter.name)))

(impl_item trait: (_) body: (declaration_list (function_item) @function.fixed))
(trait_item body: (declaration_list (function_item) @function.fixed))
(function_item (function_modifiers (extern_modifier))) @function.fixed
(function_item (visibility_modifier)) @function.public

(function_item body: (block "{" . "}")) @function.abstract
(function_item body: (block . [
  (macro_invocation macro: (identifier) @aside)
  (expression_statement (macro_invocation macro: (identifier) @aside))
] .) (#any-of? @aside "todo" "unimplemented" "unreachable" "panic")) @function.abstract

(function_item name: (identifier) @aside (#eq? @aside "main")) @function.entry
((attribute_item (attribute [(identifier) (scoped_identifier)] @aside))
  . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]?
  . (function_item) @function.entry @function.fixed
  (#any-of? @aside "test" "bench" "tokio::test" "async_std::test" "actix_rt::test" "actix_web::test" "rstest"
    "test_case" "quickcheck" "proptest" "wasm_bindgen_test" "no_mangle" "export_name" "wasm_bindgen" "pyfunction"
    "pymethods" "proc_macro" "proc_macro_derive" "proc_macro_attribute" "panic_handler" "global_allocator"
    "tauri::command" "command" "get" "post" "put" "delete" "patch"))
; One of several for several systems.
((attribute_item (attribute (identifier) @aside))
  . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]?
  . (function_item) @function.fixed
  (#eq? @aside "cfg"))
((attribute_item (attribute [(identifier) (scoped_identifier)] @aside))
  . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]?
  . (function_item) @function.test
  (#any-of? @aside "test" "bench" "tokio::test" "async_std::test" "actix_rt::test" "actix_web::test" "rstest"
    "test_case" "quickcheck" "proptest" "wasm_bindgen_test"))
((attribute_item (attribute (identifier) @aside arguments: (token_tree) @aside))
  . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]?
  . [(mod_item) (impl_item) (function_item)] @function.test
  (#match? @aside "^(cfg|\\(test\\)|\\((all|any)\\(test\\b.*)$"))
; All of a module of tests.
((attribute_item (attribute (identifier) @aside arguments: (token_tree) @aside))
  . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]? . [(attribute_item) (line_comment)]?
  . (mod_item body: (declaration_list [
    (function_item) @function.entry
    (impl_item body: (declaration_list (function_item) @function.entry))
  ])) (#match? @aside "^(cfg|\\(test\\)|\\((all|any)\\(test\\b.*)$"))
