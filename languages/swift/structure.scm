(import_declaration (identifier) @import.path @import.system) @import

(class_declaration declaration_kind: ["class" "struct" "enum" "actor"] name: (_) @definition)
(protocol_declaration name: (_) @definition @definition.abstract)
(typealias_declaration name: (type_identifier) @definition)
(class_declaration (modifiers (visibility_modifier ["public" "open" "package"])) name: (_) @definition.public)
(protocol_declaration (modifiers (visibility_modifier ["public" "open" "package"])) name: (_) @definition.public)

(user_type) @reference
((call_expression . (simple_identifier) @reference) (#match? @reference "^[A-Z]"))
((navigation_expression target: (simple_identifier) @reference) (#match? @reference "^[A-Z]"))
(class_declaration declaration_kind: "extension" name: (_) @reference)
(inheritance_specifier inherits_from: (user_type) @reference.base)

[(protocol_function_declaration) (protocol_property_declaration) (enum_entry) (associatedtype_declaration)]
  @declarations

(function_declaration (parameter name: (simple_identifier) @parameter.name))
(init_declaration (parameter name: (simple_identifier) @parameter.name))

(function_declaration (modifiers (member_modifier "override"))) @function.fixed
(init_declaration (modifiers (member_modifier ["override" "required"]))) @function.fixed
(function_declaration (modifiers (visibility_modifier "open"))) @function.fixed
(function_declaration (modifiers (attribute (user_type (type_identifier) @aside)))
  (#any-of? @aside "objc" "IBAction" "available" "inlinable" "_spi")) @function.fixed
; What conforms may be asked for by the protocol; operators are.
(class_declaration (inheritance_specifier) body: (_ [(function_declaration) (init_declaration)] @function.fixed))
(function_declaration name: ["==" "!=" "<" ">" "<=" ">=" "+" "-" "*" "/" (custom_operator)]) @function.fixed
; So may the methods of an extension of a protocol, which others replace.
(class_declaration declaration_kind: "extension" (type_constraints) body: (_ (function_declaration) @function.fixed))

(function_declaration body: (function_body "{" . "}")) @function.abstract
(init_declaration body: (function_body "{" . "}")) @function.abstract
((function_declaration body: (function_body (statements . (call_expression . (simple_identifier) @aside) .)))
  @function.abstract (#any-of? @aside "fatalError" "preconditionFailure"))
((init_declaration body: (function_body (statements . (call_expression . (simple_identifier) @aside) .)))
  @function.abstract @function.fixed (#any-of? @aside "fatalError" "preconditionFailure"))
((function_declaration name: (simple_identifier) @aside) @function.entry (#eq? @aside "main"))
((function_declaration (modifiers (attribute (user_type (type_identifier) @aside)))) @function.entry
  (#any-of? @aside "Test" "IBAction"))
((class_declaration (inheritance_specifier inherits_from: (user_type (type_identifier) @aside))
  body: (class_body (function_declaration) @function.entry)) (#match? @aside "Test(s|Case|Cases)?$"))
; Seen in its module unless it says otherwise.
(function_declaration . "func") @function.public
((function_declaration (modifiers) @aside) @function.public (#not-match? @aside "\\b(file)?private\\b"))
(init_declaration . name: "init") @function.public
((init_declaration (modifiers) @aside) @function.public (#not-match? @aside "\\b(file)?private\\b"))
