[(if) (unless) (if_modifier) (unless_modifier)] @if
(if condition: (_) @condition)
(unless condition: (_) @condition)
(if_modifier condition: (_) @condition)
(unless_modifier condition: (_) @condition)
(elsif "elsif" @else) @elseif
(elsif condition: (_) @condition)
(if alternative: (else "else" @else))
(unless alternative: (else "else" @else))
(elsif alternative: (else "else" @else))

[(while) (until) (for) (while_modifier) (until_modifier)] @loop
; loop do … end is a method to the grammar.
(call !receiver method: (identifier) @aside block: (_) @loop (#eq? @aside "loop"))

[(case) (case_match)] @switch
(when) @decision
(in_clause) @decision
(in_clause pattern: (identifier) @aside !guard (#eq? @aside "_")) @decision.none
[(if_guard) (unless_guard)] @decision

(begin [(rescue) (ensure)]) @try
(rescue) @handler
; x rescue y: y is the other branch.
(rescue_modifier handler: (_) @ternary)

(conditional) @ternary

(binary) @logical
; a ||= b is a || (a = b).
(operator_assignment) @logical
(parenthesized_statements) @parenthesis

(call !receiver method: (identifier) @call)
(call receiver: (self) method: (identifier) @call)
