(if_statement) @if
(if_statement condition: (_) @condition)
(else_clause "else" @else)
(else_clause (if_statement) @elseif)

[(for_statement) (while_statement) (do_statement)] @loop

(switch_statement) @switch
(case_statement "case" @decision)

(seh_try_statement) @try
(seh_except_clause) @handler

(conditional_expression) @ternary
; #if A && B decides nothing in the program that runs.
(preproc_if condition: (_) @directive)
(preproc_elif condition: (_) @directive)
(goto_statement) @jump

(binary_expression) @logical
(parenthesized_expression) @parenthesis

(call_expression function: (identifier) @call)
