(if_statement) @if
(if_statement condition: (_) @condition)
(else_if_clause "elseif" @else) @elseif
(else_if_clause condition: (_) @condition)
(else_clause "else" @else)
(else_clause body: (if_statement) @elseif)

[(for_statement) (foreach_statement) (while_statement) (do_statement)] @loop

[(switch_statement) (match_expression)] @switch
[(case_statement) (match_conditional_expression)] @decision

(try_statement) @try
(catch_clause) @handler

; a ?: b too.
(conditional_expression) @ternary

(goto_statement) @jump
; break 2
(break_statement (integer)) @jump
(continue_statement (integer)) @jump

(binary_expression) @logical
(parenthesized_expression) @parenthesis

(function_call_expression function: (name) @call)
(member_call_expression object: (variable_name) @aside name: (name) @call (#eq? @aside "$this"))
(scoped_call_expression scope: (relative_scope) @aside name: (name) @call (#any-of? @aside "self" "static"))
