(comment) @comment
(array_creation_expression) @table
