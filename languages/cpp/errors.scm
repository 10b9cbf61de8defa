; inherits: c
(catch_clause body: (compound_statement) @handler.body)
(catch_clause parameters: (parameter_list (parameter_declaration type: (_) @handler.type)))
(catch_clause parameters: (parameter_list (parameter_declaration declarator: [
  (identifier) @handler.variable
  (reference_declarator (identifier) @handler.variable)
  (pointer_declarator (identifier) @handler.variable)])))
(catch_clause parameters: (parameter_list "...")) @handler.all
((call_expression function: (qualified_identifier) @handler.use)
  (#any-of? @handler.use "std::current_exception" "std::rethrow_exception" "std::throw_with_nested"))

; In a handler of exceptions a constant is the end of the error, elsewhere a status that hands it on.
(catch_clause body: (compound_statement (return_statement) @statement.leave))
; std::cerr << e.what (); LOG (ERROR) << e.what ();
(expression_statement (binary_expression operator: "<<")) @statement.value
((binary_expression left: [(identifier) (qualified_identifier)] @callee operator: "<<")
  (#match? @callee "^(std::)?w?(cerr|cout|clog)$"))

(throw_statement) @throw
(throw_statement [(call_expression) (compound_literal_expression)] @throw.new)
((call_expression function: (_) @aside) @throw
  (#any-of? @aside "std::rethrow_exception" "std::throw_with_nested" "rethrow_exception" "throw_with_nested"))

(co_await_expression (call_expression function: (_) @callee.awaited))
((call_expression
  function: (template_function name: (identifier) @aside arguments: (template_argument_list
    (type_descriptor type: (primitive_type) @aside)))
  arguments: (argument_list . (call_expression function: (_) @callee.voided)))
  (#any-of? @aside "static_cast" "void"))
(assignment_expression left: (qualified_identifier) @aside right: (call_expression function: (_) @callee.voided)
  (#eq? @aside "std::ignore"))

; gtest, Catch2, doctest, Boost.Test: a macro that makes a function.
(function_definition !type declarator: (function_declarator declarator: (identifier) @aside)
  (#match? @aside "^(TYPED_|BOOST_AUTO_|BOOST_FIXTURE_|DOCTEST_)?TEST(_[FPM]|_CASE|_METHOD)?$|^FUZZ_TEST(_F)?$|^BENCHMARK")) @function.entry
