(if_statement) @if
(if_statement condition: (_) @condition)
(elif_clause "elif" @else) @elseif
(elif_clause . "elif" . (_) @condition)
(else_clause "else" @else)

[(for_statement) (c_style_for_statement) (while_statement)] @loop

(case_statement) @switch
(case_item . value: (_) @decision)
(case_item . value: (_) @decision.none (#eq? @decision.none "*"))

(ternary_expression) @ternary

; Out of more than one loop.
(command name: (command_name (word) @aside) argument: (number) (#any-of? @aside "break" "continue")) @jump

[(list) (binary_expression)] @logical
(parenthesized_expression) @parenthesis

(command_name (word) @call)
