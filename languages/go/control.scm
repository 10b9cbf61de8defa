(if_statement) @if
(if_statement condition: (_) @condition)
(if_statement "else" @else)
(if_statement alternative: (if_statement) @elseif)

(for_statement) @loop

[(expression_switch_statement) (type_switch_statement) (select_statement)] @switch
[(expression_case) (type_case) (communication_case)] @decision

(break_statement (label_name)) @jump
(continue_statement (label_name)) @jump
(goto_statement) @jump

(binary_expression) @logical
(parenthesized_expression) @parenthesis

(call_expression function: (identifier) @call)
