; What drops and returns errors; conventions that make a handler are in status.scm.
; perror and friends tell errno.
((call_expression function: (identifier) @handler.use)
  (#any-of? @handler.use "perror" "strerror" "strerror_r" "warn" "err" "__errno_location" "WSAGetLastError" "GetLastError"))

; A constant that is returned is a status in C: it hands the failure on.
; break with a status in hand takes it to what stands behind the loop: no statement of nothing.
 @statement.jump

(call_expression function: (_) @callee)
(cast_expression type: (type_descriptor type: (primitive_type) @aside) value: (call_expression function: (_) @callee.voided)
  (#eq? @aside "void"))
; What goes to a terminal is dropped on purpose.
(call_expression function: (_) @callee.voided arguments: (argument_list (identifier) @aside .)
  (#any-of? @aside "stdout" "stderr"))
(call_expression function: (identifier) @callee.voided
  arguments: (argument_list . [(identifier) (number_literal)] @aside)
  (#any-of? @callee.voided "write" "dprintf" "vdprintf")
  (#any-of? @aside "STDOUT_FILENO" "STDERR_FILENO" "1" "2"))
; So is what goes to a log, or wakes who waits at a pipe.
(call_expression function: (identifier) @callee.voided
  arguments: (argument_list . [(identifier) (field_expression) (subscript_expression)] @aside)
  (#any-of? @callee.voided "write" "writev" "dprintf" "chown" "fchown" "lchown")
  (#match? @aside "(?i)log|dbg|debug|trace|stderr|stdout|tty|term|wake|notif|event|evfd|efd|sig|self"))
; The root is always there.
(call_expression function: (identifier) @callee.voided arguments: (argument_list . (string_literal) @aside .)
  (#eq? @callee.voided "chdir") (#eq? @aside "\"/\""))
(expression_statement (call_expression)) @statement.call

((call_expression function: (_) @aside) @abort
  (#match? @aside "^(std::|::)?(abort|exit|_exit|_Exit|quick_exit|terminate)$"))

; A status: declared as one that must be looked at, or told by what is returned.
(function_definition (attribute_declaration (attribute name: (identifier) @aside))
  (#any-of? @aside "nodiscard" "warn_unused_result")) @function.fallible
(function_definition (attribute_specifier (argument_list (identifier) @aside))
  (#any-of? @aside "warn_unused_result" "__warn_unused_result__")) @function.fallible
((return_statement (number_literal) @function.fallible) (#match? @function.fallible "^-[1-9]"))
((return_statement (unary_expression operator: "-" argument: (identifier) @function.fallible))
  (#match? @function.fallible "^E[A-Z0-9]+$"))

(function_definition declarator: (function_declarator declarator: (identifier) @aside)
  (#any-of? @aside "main" "wmain" "WinMain" "wWinMain" "DllMain" "LLVMFuzzerTestOneInput" "cmd_main")) @function.entry
(function_definition . type: (_)) @function.public
(function_definition . (storage_class_specifier) @aside (#eq? @aside "extern")) @function.public

; A macro in place of a function that gives memory: who wrote it looks there.
((preproc_function_def name: (identifier) @errexit)
  (#any-of? @errexit "malloc" "calloc" "realloc" "strdup" "strndup" "fopen" "opendir"))
((preproc_def name: (identifier) @errexit)
  (#any-of? @errexit "malloc" "calloc" "realloc" "strdup" "strndup" "fopen" "opendir"))
