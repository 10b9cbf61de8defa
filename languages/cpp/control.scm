; inherits: c
(for_range_loop) @loop
(try_statement) @try
(catch_clause) @handler
(call_expression function: (field_expression argument: (this) field: (field_identifier) @call))
