(comment) @comment
[(object) (array)] @table
