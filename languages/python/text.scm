(comment) @comment

; A string that stands alone documents what it stands in.
(module . (expression_statement . (string) @docstring .))
(class_definition body: (block . (expression_statement . (string) @docstring .)))
(function_definition body: (block . (expression_statement . (string) @docstring .)))

[(list) (dictionary) (set) (tuple)] @table
