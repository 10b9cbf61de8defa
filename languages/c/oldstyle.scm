; Before C89: f (a, b) int a; char *b; { … }
(parameter_list (identifier) @parameter)
