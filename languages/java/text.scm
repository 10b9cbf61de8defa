[(line_comment) (block_comment)] @comment
(array_initializer) @table
