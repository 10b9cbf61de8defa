(comment) @comment
(composite_literal) @table
