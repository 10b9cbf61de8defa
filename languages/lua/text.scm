(comment) @comment
(table_constructor) @table
