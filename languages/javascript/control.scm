(if_statement) @if
(if_statement condition: (_) @condition)
(else_clause "else" @else)
(else_clause (if_statement) @elseif)

[(for_statement) (for_in_statement) (while_statement) (do_statement)] @loop

(switch_statement) @switch
(switch_case) @decision

(try_statement) @try
(catch_clause) @handler

(ternary_expression) @ternary

(break_statement label: (_)) @jump
(continue_statement label: (_)) @jump

(binary_expression) @logical
; a ||= b is a || (a = b).
(augmented_assignment_expression) @logical
(parenthesized_expression) @parenthesis

(call_expression function: (identifier) @call)
(call_expression function: (member_expression object: (this) property: (property_identifier) @call))
