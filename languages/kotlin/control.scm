(if_expression) @if
(if_expression condition: (_) @condition)
(if_expression "else" @else)
(if_expression "else" . (if_expression) @elseif)

[(for_statement) (while_statement) (do_while_statement)] @loop

(when_expression) @switch
(when_entry condition: (_) "->" @decision)

(try_expression) @try
(catch_block) @handler

(labeled_expression . (label) @aside (#any-of? @aside "break@" "continue@")) @jump

(binary_expression) @logical
(parenthesized_expression) @parenthesis

(call_expression . (identifier) @call)
(call_expression . (navigation_expression . (this_expression) . (identifier) @call .))
