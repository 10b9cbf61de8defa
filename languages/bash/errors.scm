; What drops errors, and what stops at them.
((list "||" . (command name: (command_name (word) @aside) !argument)) @ignored (#any-of? @aside "true" ":"))

(command name: (command_name) @callee)
; Up and back is always there.
(command name: (command_name (word) @aside) @callee.voided argument: (word) @aside
  (#any-of? @aside "cd" ".." "../" "../.." "../../.." "-" "/" "/tmp" "~"))
; So is the folder of the script, of the work tree, or the one it was in.
(command name: (command_name (word) @aside) @callee.voided argument: (_) @aside
  (#match? @aside "(?i)^cd$|^pushd$|dirname|BASH_SOURCE|[$]{?0|[$]{?HOME|[$]{?(OLD)?PWD|[(]pwd|rev-parse|(script|base|root|top|here|repo|project|source)_?(dir|root|path)|^([.][.]/?)+$|^[\"]?[.][\"]?$"))
; cd a || exit 1; make || { echo no; exit 1; }
((list "||" . (command name: (command_name (word) @aside))) @abort (#match? @aside "^(exit|return|die|fail|fatal|abort|bail|err|panic)"))
((list "||" . (compound_statement (command name: (command_name (word) @aside)) . "}")) @abort
  (#match? @aside "^(exit|return|die|fail|fatal|abort|bail|err|panic)"))
; [ $? -ne 0 ] and status=$? look at it too.
((simple_expansion (special_variable_name) @abort) (#eq? @abort "?"))
; A command whose status nobody looks at: not the last of a function, which is the function's.
(program (command) @statement.call)
(compound_statement (command) @statement.call . (_))
(subshell (command) @statement.call . (_))
(do_group (command) @statement.call . (_))
(if_statement "then" (command) @statement.call . (_))
(elif_clause "then" (command) @statement.call . (_))
(else_clause (command) @statement.call . (_))
(case_item (command) @statement.call . (_))

; set -e, set -euo pipefail, set -o errexit, trap … ERR; or the first line says it.
((command name: (command_name (word) @aside) argument: (word) @errexit) (#eq? @aside "set")
  (#match? @errexit "^(-[A-Za-z]*e[A-Za-z]*|errexit)$"))
((command name: (command_name (word) @aside) argument: (word) @errexit) (#eq? @aside "trap") (#eq? @errexit "ERR"))
((program . (comment) @errexit) (#match? @errexit "^#!.*(sh|bats)\\s+(\\S+\\s+)*-[A-Za-z]*e"))
