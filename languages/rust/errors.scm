; What handles, raises, drops and awaits errors. An error is a value: match and if let handle it.
(match_expression body: (match_block (match_arm pattern: (match_pattern
  [(tuple_struct_pattern type: (identifier) @aside)
   (or_pattern (tuple_struct_pattern type: (identifier) @aside))]))) (#eq? @aside "Err")) @try.block
((match_arm
  pattern: (match_pattern [
    (tuple_struct_pattern type: (identifier) @aside)
    (or_pattern (tuple_struct_pattern type: (identifier) @aside))
  ])
  value: (_) @handler.body) (#eq? @aside "Err")) @handler.block
; The name or the type in Err (…), and what a guard asks of it.
(match_pattern (tuple_struct_pattern type: (identifier) @aside [
  (identifier) @handler.variable
  (ref_pattern (identifier) @handler.variable)
  (mut_pattern (identifier) @handler.variable)
  (captured_pattern . (identifier) @handler.variable)
  (scoped_identifier) @handler.type
  (tuple_struct_pattern type: (_) @handler.type)
  (tuple_struct_pattern type: (_) (identifier) @handler.variable)
  (struct_pattern type: (_) @handler.type)
]) (#eq? @aside "Err"))
((match_pattern (tuple_struct_pattern type: (identifier) @aside) condition: (_) @handler.type @handler.guard) (#eq? @aside "Err"))

((if_expression
  condition: (let_condition pattern: (tuple_struct_pattern type: (identifier) @aside))
  consequence: (block) @handler.block @handler.body) (#eq? @aside "Err")) @try.block
((let_condition pattern: (tuple_struct_pattern type: (identifier) @aside [
  (identifier) @handler.variable
  (ref_pattern (identifier) @handler.variable)
  (mut_pattern (identifier) @handler.variable)
  (scoped_identifier) @handler.type
  (tuple_struct_pattern type: (_) @handler.type)
  (struct_pattern type: (_) @handler.type)
])) (#eq? @aside "Err"))

(continue_expression) @statement.trivial
(break_expression "break" . (label)? .) @statement.trivial
(return_expression "return" .) @statement.trivial
(empty_statement) @statement.trivial
((_ [(return_expression) (continue_expression) (break_expression)] ";" @statement.trivial) @aside.around
  (#kind? @aside.around "expression_statement"))
(unit_expression) @statement.trivial
(return_expression [(boolean_literal) (integer_literal) (string_literal) (unary_expression (integer_literal))
  (unit_expression)]) @statement.constant
(return_expression (identifier) @aside (#eq? @aside "None")) @statement.constant
(return_expression (call_expression function: (identifier) @aside
  arguments: (arguments . [(unit_expression) (boolean_literal) (integer_literal)] .))
  (#any-of? @aside "Ok" "Some")) @statement.constant
(return_expression (call_expression function: (scoped_identifier) @aside arguments: (arguments "(" . ")"))
  (#any-of? @aside "Vec::new" "String::new" "Default::default" "HashMap::new" "Self::default")) @statement.constant
; The same as the value of a block or an arm. Blocks are asked from below: what began at one would wait until it ends.
(match_arm value: [(boolean_literal) (integer_literal) (string_literal) (unary_expression (integer_literal))]
  @statement.constant)
(match_arm value: (identifier) @statement.constant (#eq? @statement.constant "None"))
((_ [(boolean_literal) (integer_literal) (string_literal) (unary_expression (integer_literal))] @statement.constant)
  @aside.around (#kind? @aside.around "block") (#before? @statement.constant "}"))
((_ (identifier) @statement.constant) @aside.around
  (#eq? @statement.constant "None") (#kind? @aside.around "block") (#before? @statement.constant "}"))
((match_arm value: (call_expression function: (identifier) @aside
  arguments: (arguments . [(unit_expression) (boolean_literal) (integer_literal)] .)) @statement.constant)
  (#any-of? @aside "Ok" "Some"))
((_ (call_expression function: (identifier) @aside
  arguments: (arguments . [(unit_expression) (boolean_literal) (integer_literal)] .)) @statement.constant) @aside.around
  (#any-of? @aside "Ok" "Some") (#kind? @aside.around "block") (#before? @statement.constant "}"))
((match_arm value: (call_expression function: (scoped_identifier) @aside arguments: (arguments "(" . ")"))
  @statement.constant)
  (#any-of? @aside "Vec::new" "String::new" "Default::default" "HashMap::new" "Self::default"))
((_ (call_expression function: (scoped_identifier) @aside arguments: (arguments "(" . ")")) @statement.constant)
  @aside.around
  (#any-of? @aside "Vec::new" "String::new" "Default::default" "HashMap::new" "Self::default")
  (#kind? @aside.around "block") (#before? @statement.constant "}"))

(return_expression) @statement.leave
[(break_expression) (continue_expression)] @statement.jump

; return Err (…), Err (…)? and Err (…) as the value of a block or an arm.
((return_expression (call_expression function: (identifier) @aside)) @throw (#eq? @aside "Err"))
((try_expression (call_expression function: (identifier) @aside)) @throw (#eq? @aside "Err"))
((match_arm value: (call_expression function: (identifier) @aside) @throw) (#eq? @aside "Err"))
((_ (call_expression function: (identifier) @aside) @throw) @aside.around
  (#eq? @aside "Err") (#kind? @aside.around "block") (#before? @throw "}"))
((macro_invocation macro: [(identifier) @aside (scoped_identifier name: (identifier) @aside)]) @throw @throw.new
  (#any-of? @aside "bail" "ensure" "yeet"))
; What makes an error of nothing: a variant or a text, not a call that may wrap one.
((call_expression function: (identifier) @aside
  arguments: (arguments . [(scoped_identifier) (string_literal) (struct_expression) (call_expression)
    (macro_invocation)] @throw.new)) (#eq? @aside "Err"))

(call_expression function: (_) @callee)
(call_expression function: (generic_function function: (_) @callee))
(await_expression (call_expression function: (_) @callee.awaited))
(let_declaration pattern: "_" value: (call_expression function: (_) @callee.voided))
(let_declaration pattern: "_" value: (await_expression (call_expression function: (_) @callee.voided)))
(expression_statement . (call_expression)) @statement.call
(expression_statement . (await_expression (call_expression))) @statement.call
(macro_invocation) @callee.whole
(macro_invocation (token_tree) @callee.arguments)
(expression_statement . (macro_invocation)) @statement.call
((_ [(macro_invocation) (call_expression)] @statement.value) @aside.around
  (#kind? @aside.around "block") (#before? @statement.value "}"))
(match_arm value: [(macro_invocation) (call_expression)] @statement.value)

; x.ok (); says that its error is dropped.
((expression_statement . (call_expression function: (field_expression field: (field_identifier) @aside)
  arguments: (arguments "(" . ")")) @ignored) (#eq? @aside "ok"))
((let_declaration pattern: "_" value: (call_expression function: (field_expression field: (field_identifier) @aside)
  arguments: (arguments "(" . ")")) @ignored) (#eq? @aside "ok"))

((call_expression function: (field_expression field: (field_identifier) @aside)) @abort
  (#any-of? @aside "unwrap" "expect" "unwrap_err" "expect_err"))
((macro_invocation macro: (identifier) @aside) @abort (#any-of? @aside "panic" "unreachable" "todo" "unimplemented"))
((call_expression function: (scoped_identifier) @aside) @abort
  (#any-of? @aside "process::exit" "std::process::exit" "process::abort" "std::process::abort"))

; A task or thread in which ? hands an error to whoever keeps its handle: nobody.
((expression_statement . (call_expression
  function: (scoped_identifier) @aside
  arguments: (arguments . [
    (async_block (block [(expression_statement (try_expression)) (let_declaration value: (try_expression))]))
    (closure_expression
      body: (block [(expression_statement (try_expression)) (let_declaration value: (try_expression))]))
  ] .)) @async)
  (#any-of? @aside "tokio::spawn" "tokio::task::spawn" "task::spawn" "async_std::task::spawn" "smol::spawn"
    "actix_rt::spawn" "actix_web::rt::spawn" "thread::spawn" "std::thread::spawn" "tokio::task::spawn_blocking"))
; One that is nothing but a call, whose Result nobody keeps.
((expression_statement . (call_expression
  function: (scoped_identifier) @aside
  arguments: (arguments . [(call_expression) (async_block (block . (await_expression (call_expression)) .))] .)) @async)
  (#any-of? @aside "tokio::spawn" "tokio::task::spawn" "task::spawn" "async_std::task::spawn" "smol::spawn"
    "actix_rt::spawn" "actix_web::rt::spawn"))

; #[tokio::main] makes a function wait for its end by itself.
((function_item (function_modifiers "async")) @function.async
  (#not-after? @function.async "::main]" "(flavor=\"current_thread\")]" "(flavor=\"multi_thread\")]"))
((_ return_type: (generic_type type: [
  (type_identifier) @aside
  (scoped_type_identifier name: (type_identifier) @aside)
])) @function.fallible (#kind? @function.fallible "function_item") (#any-of? @aside "Result" "IoResult"))
((_ return_type: [
  (type_identifier) @aside
  (scoped_type_identifier name: (type_identifier) @aside)
]) @function.fallible (#kind? @function.fallible "function_item") (#any-of? @aside "Result" "IoResult"))
