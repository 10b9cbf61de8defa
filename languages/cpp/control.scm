; inherits: c
(for_range_loop) @loop
(try_statement) @try
(catch_clause) @handler
(binary_expression operator: "and" @and) @logical
(binary_expression operator: "or" @or) @logical
(call_expression function: (field_expression argument: (this) field: (field_identifier) @call))
