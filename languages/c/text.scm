(comment) @comment
(initializer_list) @table
