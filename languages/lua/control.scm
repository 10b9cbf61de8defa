(if_statement) @if
(if_statement condition: (_) @condition)
(elseif_statement "elseif" @else) @elseif
(elseif_statement condition: (_) @condition)
(else_statement "else" @else)

[(for_statement) (while_statement) (repeat_statement)] @loop

(goto_statement) @jump

(binary_expression) @logical
(parenthesized_expression) @parenthesis

(function_call name: [(identifier) (dot_index_expression)] @call)
