(variable_assignment name: (word) @key) @pair
(variable_assignment value: (text) @value)
(shell_assignment name: (word) @key value: (shell_command) @value) @pair
(define_directive name: (word) @key) @pair
(define_directive value: (raw_text) @value)
(rule (targets) @key) @pair
(rule normal: (prerequisites) @value)
(recipe_line) @element
(recipe_line (shell_text) @value)
