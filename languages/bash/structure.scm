((command name: (command_name (word) @aside) . argument: (_) @import.path) @import (#any-of? @aside "source" "."))
; bats' own.
((command name: (command_name (word) @aside) . argument: (_) @import.path) @import (#any-of? @aside "load"))

(function_definition name: (_) @definition)
(function_definition body: (compound_statement "{" . "}")) @function.abstract
((function_definition ")" @aside) @function.entry (#any-of? @aside "\"" "'"))
((function_definition name: (word) @aside) @function.entry
  (#any-of? @aside "main" "setup" "teardown" "setup_file" "teardown_file" "setup_suite" "teardown_suite"))
(function_definition) @function.public
