(if_expression) @if
(if_expression condition: (_) @condition)
(if_expression "else" @else)
(if_expression alternative: (if_expression) @elseif)

[(for_expression) (while_expression) (do_while_expression)] @loop
; A further generator is a loop in the loop.
(enumerators (enumerator) @aside . (enumerator "<-" @decision))
(guard "if" @decision)

(match_expression) @switch
(case_clause "case" @decision)
(case_clause "case" @decision.none . pattern: (wildcard))
; { case (a, b) => … } only takes its argument apart.
(call_expression arguments: (case_block . (case_clause "case" @decision.none) .))
; { case 1 => … case 2 => … } is a match of it.
(call_expression arguments: (case_block . (case_clause) . (case_clause)) @switch)

(try_expression) @try
(catch_clause (case_block (case_clause "case" @decision.none) @handler))
; catch f hands all errors to a function: it counts like a handler, and nothing is known of what it does.
(catch_clause "catch" . [(identifier) (call_expression) (field_expression) (generic_function)]) @ternary
(catch_clause (indented_cases (case_clause "case" @decision.none) @handler))

(infix_expression operator: (operator_identifier)) @logical
; The grammar reads a == 1 || b == 2 as ((a == 1) || b) == 2.
[(infix_expression) (parenthesized_expression)] @parenthesis

; this (…) is another constructor.
((call_expression function: (identifier) @call) (#not-eq? @call "this"))
(call_expression function: (generic_function function: (identifier) @call))
(call_expression function: (field_expression value: (identifier) @aside field: (identifier) @call)
  (#eq? @aside "this"))
