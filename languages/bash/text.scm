(comment) @comment
(array) @table
