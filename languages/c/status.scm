; C has conventions only: a handler is what follows a failure that the text alone shows: a variable named as a status
; and compared with failure, a call of POSIX compared with -1 or below zero; where an else goes on, nothing ended there.
(if_statement condition: (parenthesized_expression
    (binary_expression left: (identifier) @handler.variable operator: "<" right: (number_literal) @aside))
  consequence: (_) @handler.block @handler.body !alternative
  (#any-of? @handler.variable "rc" "ret" "rv" "retval" "err" "error" "errnum" "status") (#eq? @aside "0")) @try.block
(if_statement condition: (parenthesized_expression
    (binary_expression left: (identifier) @handler.variable operator: "==" right: (number_literal) @aside))
  consequence: (_) @handler.block @handler.body !alternative
  (#any-of? @handler.variable "rc" "ret" "rv" "retval" "err" "error" "errnum" "status") (#eq? @aside "-1")) @try.block
(if_statement condition: (parenthesized_expression
    (binary_expression left: (identifier) @handler.variable operator: "!=" right: (number_literal) @aside))
  consequence: (_) @handler.block @handler.body !alternative
  (#any-of? @handler.variable "rc" "err" "error" "errnum") (#eq? @aside "0")) @try.block
(if_statement condition: (parenthesized_expression (identifier) @handler.variable)
  consequence: (_) @handler.block @handler.body !alternative
  (#any-of? @handler.variable "rc" "err" "error" "errnum")) @try.block
([
  (if_statement condition: (parenthesized_expression (binary_expression
    left: (call_expression function: (identifier) @aside) operator: ["<" "=="] right: (number_literal) @aside))
    consequence: (_) @handler.block @handler.body !alternative)
  (if_statement condition: (parenthesized_expression (binary_expression
    left: (parenthesized_expression (assignment_expression right: (call_expression function: (identifier) @aside)))
    operator: ["<" "=="] right: (number_literal) @aside))
    consequence: (_) @handler.block @handler.body !alternative)
] @try.block
  (#any-of? @aside "0" "-1" "open" "openat" "creat" "close" "read" "write" "pread" "pwrite" "readv" "writev" "lseek" "fsync"
    "fdatasync" "ftruncate" "truncate" "rename" "renameat" "unlink" "unlinkat" "remove" "link" "symlink" "mkdir"
    "rmdir" "chdir" "fchdir" "chmod" "fchmod" "chown" "fchown" "lchown" "stat" "fstat" "lstat" "dup" "dup2" "pipe"
    "fcntl" "ioctl" "fork" "kill" "waitpid" "socket" "socketpair" "bind" "listen" "accept" "connect" "send" "sendto"
    "sendmsg" "recv" "recvfrom" "recvmsg" "setsockopt" "getsockopt" "shutdown" "getaddrinfo" "select" "poll" "munmap"
    "mprotect" "msync" "setuid" "setgid" "setrlimit" "sigaction" "fclose" "fflush" "fseek" "utime" "utimes")
  (#not-match? @try.block "^if *\\([^\n]*== *0\\)"))
; rc = f (); if (rc < 0) …: what stands before it is what is tried.
([
  (expression_statement (assignment_expression left: (identifier) @aside right: (call_expression)))
  (declaration declarator: (init_declarator declarator: (identifier) @aside value: (call_expression)))
] @try.block . (if_statement condition: (parenthesized_expression [
    (identifier) @aside
    (binary_expression left: (identifier) @aside)]))
  (#any-of? @aside "rc" "ret" "rv" "retval" "err" "error" "errnum" "status"))
