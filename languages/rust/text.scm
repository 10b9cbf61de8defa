[(line_comment) (block_comment)] @comment
[(array_expression) (field_initializer_list)] @table
(macro_invocation macro: (identifier) @aside (token_tree) @table (#any-of? @aside "vec" "json"))
