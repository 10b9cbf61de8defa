(if_statement) @if
(if_statement condition: (_) @condition)
(if_statement "else" @else)
(if_statement alternative: (if_statement) @elseif)

[(for_statement) (foreach_statement) (while_statement) (do_statement)] @loop

[(switch_statement) (switch_expression)] @switch
(switch_section "case" @decision)
(switch_section "case" @decision.none . (discard) . ":")
(switch_expression_arm) @decision
(switch_expression_arm . (discard) . "=>") @decision.none
[(when_clause) (catch_filter_clause)] @decision

(try_statement) @try
(catch_clause) @handler

(conditional_expression) @ternary
(goto_statement) @jump

; from x in y where z: as the for and if of a comprehension.
[(from_clause) (where_clause)] @decision

(binary_expression) @logical
; x is > 0 and < 9. In a case they are its labels.
(is_pattern_expression pattern: [(and_pattern) (or_pattern)] @logical)
(is_pattern_expression pattern: (_ left: [(and_pattern) (or_pattern)] @logical))
(is_pattern_expression pattern: (_ left: (_ left: [(and_pattern) (or_pattern)] @logical)))
(is_pattern_expression pattern: (_ right: [(and_pattern) (or_pattern)] @logical))
[(parenthesized_expression) (parenthesized_pattern)] @parenthesis

; #if A && B decides nothing in the program that runs.
(preproc_if condition: (_) @directive)
(preproc_elif condition: (_) @directive)

(invocation_expression function: (identifier) @call)
(invocation_expression function: (member_access_expression expression: "this" name: (identifier) @call))
