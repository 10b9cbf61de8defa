(if_statement) @if
(if_statement condition: (_) @condition)
(if_statement (else) @else)
(if_statement (else) . (if_statement) @elseif)
(guard_statement) @if
(guard_statement condition: (_) @condition)

[(for_statement) (while_statement) (repeat_while_statement)] @loop
(where_clause (where_keyword) @decision)

(switch_statement) @switch
(switch_entry "case" @decision)
(switch_entry (where_keyword) @decision)

(do_statement (catch_block)) @try
(catch_block) @handler

(ternary_expression) @ternary

(control_transfer_statement ["break" "continue"] result: (_)) @jump

[(conjunction_expression) (disjunction_expression)] @logical
; The grammar reads a == 1 && b as a == (1 && b).
[(tuple_expression) (comparison_expression) (equality_expression)] @parenthesis

(call_expression . (simple_identifier) @call)
; self.init (…) is another initializer.
(call_expression . (navigation_expression target: [(self_expression) (simple_identifier)] @aside
  suffix: (navigation_suffix suffix: (simple_identifier) @call)) (#any-of? @aside "self" "Self")
  (#not-eq? @call "init"))
