(comment) @comment
[(initializer_expression) (collection_expression)] @table
