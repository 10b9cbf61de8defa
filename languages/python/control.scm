(if_statement) @if
(if_statement condition: (_) @condition)
(elif_clause condition: (_) @condition)
(elif_clause "elif" @else) @elseif
(if_statement alternative: (else_clause "else" @else))

[(for_statement) (while_statement)] @loop
(for_statement alternative: (else_clause "else" @else))
(while_statement alternative: (else_clause "else" @else))

(match_statement) @switch
(case_clause (case_pattern) @decision)
(case_clause (case_pattern) @decision.none (#eq? @decision.none "_"))

(try_statement) @try
(except_clause) @handler

(conditional_expression) @ternary

(for_in_clause) @decision
(if_clause) @decision

(boolean_operator) @logical
(parenthesized_expression) @parenthesis

(call function: (identifier) @call)
(call function: (attribute object: (identifier) @aside attribute: (identifier) @call) (#any-of? @aside "self" "cls"))
