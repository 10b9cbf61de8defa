(function_definition name: (_) @function.name) @function
; A test of bats, shown to the parser as a function, is named as its author wrote it: the last quote stands for ")".
(function_definition name: (word) @function.name ")" @function.name @aside (#any-of? @aside "\"" "'")) @function.named
