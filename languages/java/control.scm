(if_statement) @if
(if_statement condition: (_) @condition)
(if_statement "else" @else)
(if_statement alternative: (if_statement) @elseif)

[(for_statement) (enhanced_for_statement) (while_statement) (do_statement)] @loop

(switch_expression) @switch
(switch_label "case" @decision)
; case null, default is the default.
(switch_label "case" @decision.none (identifier) @aside (#eq? @aside "default"))
(guard "when" @decision)

[(try_statement) (try_with_resources_statement)] @try
(catch_clause) @handler

(ternary_expression) @ternary

(break_statement (identifier)) @jump
(continue_statement (identifier)) @jump

(binary_expression) @logical
(parenthesized_expression) @parenthesis

(method_invocation !object name: (identifier) @call)
(method_invocation object: (this) name: (identifier) @call)
