[(comment) (multiline_comment)] @comment
[(array_literal) (dictionary_literal)] @table
