(comment) @comment
[(array) (hash) (string_array) (symbol_array)] @table
