(using_directive) @import
(using_directive !name [(identifier) (qualified_name) (alias_qualified_name) (generic_name)] @import.path)
; using A = B.C;
(using_directive name: (identifier) "=" . (_) @import.path)
(extern_alias_directive) @import
(namespace_declaration name: (_) @package)
(file_scoped_namespace_declaration name: (_) @package) @import

[(class_declaration name: (identifier) @definition)
 (struct_declaration name: (identifier) @definition)
 (interface_declaration name: (identifier) @definition)
 (enum_declaration name: (identifier) @definition)
 (record_declaration name: (identifier) @definition)
 (delegate_declaration name: (identifier) @definition)]
(interface_declaration name: (identifier) @definition.abstract)
(class_declaration (modifier) @aside name: (identifier) @definition.abstract (#eq? @aside "abstract"))
([(class_declaration (modifier) @aside name: (identifier) @definition.public)
  (struct_declaration (modifier) @aside name: (identifier) @definition.public)
  (interface_declaration (modifier) @aside name: (identifier) @definition.public)
  (enum_declaration (modifier) @aside name: (identifier) @definition.public)
  (record_declaration (modifier) @aside name: (identifier) @definition.public)
  (delegate_declaration (modifier) @aside name: (identifier) @definition.public)]
  (#any-of? @aside "public" "protected"))

(_ type: (identifier) @reference)
(_ returns: (identifier) @reference)
(as_expression right: (identifier) @reference)
(is_expression right: (identifier) @reference)
(generic_name . (identifier) @reference)
(type_argument_list (identifier) @reference)
(qualified_name) @reference
(type_parameter_constraint type: (identifier) @reference)
(attribute name: [(identifier) (generic_name . (identifier))] @reference)
(member_access_expression expression: (identifier) @reference)
(base_list [(identifier) (qualified_name)] @reference @reference.base)
(base_list (generic_name . (identifier) @reference @reference.base))

[(delegate_declaration) (enum_member_declaration_list) (event_field_declaration) (attribute_list)] @declarations
(method_declaration !body) @declarations
(field_declaration (variable_declaration (variable_declarator name: (identifier) .))) @declarations
(property_declaration accessors: (accessor_list . (accessor_declaration !body))) @declarations

[(method_declaration parameters: (parameter_list (parameter name: (identifier) @parameter.name)))
 (constructor_declaration parameters: (parameter_list (parameter name: (identifier) @parameter.name)))
 (local_function_statement parameters: (parameter_list (parameter name: (identifier) @parameter.name)))
 (method_declaration parameters: (parameter_list name: (identifier) @parameter.name))
 (constructor_declaration parameters: (parameter_list name: (identifier) @parameter.name))
 (local_function_statement parameters: (parameter_list name: (identifier) @parameter.name))]

((method_declaration (modifier) @aside) @function.fixed
  (#any-of? @aside "override" "virtual" "abstract" "extern" "partial"))
(method_declaration (explicit_interface_specifier)) @function.fixed
; With a base or an interface, a method may be what it asks for.
([(class_declaration (base_list) body: (declaration_list (method_declaration (modifier) @aside) @function.fixed))
  (struct_declaration (base_list) body: (declaration_list (method_declaration (modifier) @aside) @function.fixed))
  (record_declaration (base_list) body: (declaration_list (method_declaration (modifier) @aside) @function.fixed))]
  (#eq? @aside "public"))
(interface_declaration body: (declaration_list (method_declaration) @function.fixed))
[(operator_declaration) (conversion_operator_declaration) (accessor_declaration)] @function.fixed
; A handler of events.
((method_declaration parameters: (parameter_list . (parameter name: (identifier) @aside))) @function.fixed
  (#any-of? @aside "sender" "_"))

(method_declaration body: (block "{" . (comment)* . "}")) @function.abstract
(constructor_declaration body: (block "{" . (comment)* . "}")) @function.abstract
; => Task.CompletedTask
(method_declaration body: (arrow_expression_clause [(member_access_expression) (null_literal) (boolean_literal)
  (default_expression) (integer_literal) (string_literal)])) @function.abstract
(method_declaration body: (block . (throw_statement) .)) @function.abstract
(method_declaration body: (arrow_expression_clause (throw_expression))) @function.abstract

((method_declaration name: (identifier) @aside) @function.entry @function.fixed (#eq? @aside "Main"))
((method_declaration (attribute_list (attribute name: (identifier) @aside))) @function.entry @function.fixed
  (#any-of? @aside "Fact" "Theory" "Test" "TestCase" "TestCaseSource" "TestMethod" "DataTestMethod" "SetUp" "TearDown"
    "OneTimeSetUp" "OneTimeTearDown" "TestInitialize" "TestCleanup" "ClassInitialize" "ClassCleanup"
    "AssemblyInitialize" "Benchmark" "GlobalSetup" "GlobalCleanup" "IterationSetup" "IterationCleanup" "Property"
    "HttpGet" "HttpPost" "HttpPut" "HttpDelete" "HttpPatch" "Route" "JSInvokable" "UnmanagedCallersOnly"
    "ModuleInitializer" "OnSerializing" "OnSerialized" "OnDeserializing" "OnDeserialized" "Function" "FunctionName"))
((method_declaration (modifier) @aside) @function.public (#any-of? @aside "public" "protected"))
((constructor_declaration (modifier) @aside) @function.public (#any-of? @aside "public" "protected"))
