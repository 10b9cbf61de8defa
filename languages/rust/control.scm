(if_expression) @if
(if_expression condition: (_) @condition)
(else_clause "else" @else)
(else_clause (if_expression) @elseif)
; let Some(x) = y else { … } is an if that leaves.
(let_declaration alternative: (block) @if)

[(for_expression) (while_expression) (loop_expression)] @loop

(match_expression) @switch
(match_arm) @decision
(match_arm pattern: (match_pattern) @aside (#eq? @aside "_")) @decision.none
(match_pattern condition: (_) @decision)

(break_expression (label)) @jump
(continue_expression (label)) @jump

(binary_expression) @logical
; if let Some(x) = a && b: its && are tokens of one flat node, and one sequence.
(let_chain "&&" @decision)
(let_chain) @jump
(parenthesized_expression) @parenthesis

(call_expression function: (identifier) @call)
(call_expression function: (field_expression value: (self) field: (field_identifier) @call))
(call_expression function: (scoped_identifier path: (identifier) @aside name: (identifier) @call) (#eq? @aside "Self"))
