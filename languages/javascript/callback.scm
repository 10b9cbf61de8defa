; Functions that are given an error; TypeScript's parameters have other nodes.
; No pattern begins at a call: in a chain of calls it would wait at every link. None begins at arguments, of which there are
; many: what they are and where in them a function stands is told from the text.

; promise.catch (e => …)
((_ (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body) @handler.block) @try.arguments @callee.handles
  (#behind? @try.arguments "catch") (#after? @handler.block "("))
((_ (arrow_function parameters: (formal_parameters . [(identifier) @handler.variable ")" (object_pattern)]) body: (_) @handler.body) @handler.block) @try.arguments @callee.handles
  (#behind? @try.arguments "catch") (#after? @handler.block "("))
((_ (function_expression parameters: (formal_parameters . [(identifier) @handler.variable ")"]) body: (_) @handler.body) @handler.block) @try.arguments @callee.handles
  (#behind? @try.arguments "catch") (#after? @handler.block "("))

; .catch (noop), .catch (console.error)
((arguments . [(identifier) (member_expression)] @statement.trivial @handler.body @handler.block) @try.arguments @callee.handles
  (#behind? @try.arguments "catch") (#match? @statement.trivial "^([\\w$]+\\.)?_?(noop|NOOP|identity)$"))
((arguments . (member_expression (identifier) @handler.use) @handler.block @handler.body @statement.value .)
  @try.arguments @callee.handles
  (#behind? @try.arguments "catch") (#eq? @handler.use "console"))
(arguments . (member_expression object: (identifier) @aside) @callee . (#eq? @aside "console"))

; promise.then (f, e => …)
((_ (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body) @handler.block) @try.arguments @callee.handles
  (#behind? @try.arguments "then") (#after? @handler.block ",") (#before? @handler.block ")"))
((_ (arrow_function parameters: (formal_parameters . [(identifier) @handler.variable ")" (object_pattern)]) body: (_) @handler.body) @handler.block) @try.arguments @callee.handles
  (#behind? @try.arguments "then") (#after? @handler.block ",") (#before? @handler.block ")"))
((_ (function_expression parameters: (formal_parameters . [(identifier) @handler.variable ")"]) body: (_) @handler.body) @handler.block) @try.arguments @callee.handles
  (#behind? @try.arguments "then") (#after? @handler.block ",") (#before? @handler.block ")"))

; emitter.on ('error', e => …)
((_ (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body) @handler.block) @try.arguments
  (#behind? @try.arguments "on" "once" "addListener") (#after? @handler.block "('error'," "(\"error\","))
((_ (arrow_function parameters: (formal_parameters . [(identifier) @handler.variable ")" (object_pattern)]) body: (_) @handler.body) @handler.block) @try.arguments
  (#behind? @try.arguments "on" "once" "addListener") (#after? @handler.block "('error'," "(\"error\","))
((_ (function_expression parameters: (formal_parameters . [(identifier) @handler.variable ")"]) body: (_) @handler.body) @handler.block) @try.arguments
  (#behind? @try.arguments "on" "once" "addListener") (#after? @handler.block "('error'," "(\"error\","))

; Node's callbacks: read (path, (err, data) => …), remove (path, err => …).
((_ (arrow_function parameters: (formal_parameters . (identifier) @handler.variable . (_)) body: (_) @handler.body) @handler.block @handler.either) @try.arguments
  (#any-of? @handler.variable "err" "error" "er") (#kind? @try.arguments "arguments") (#not-behind? @try.arguments "catch") (#before? @handler.block ")"))
((_ (function_expression parameters: (formal_parameters . (identifier) @handler.variable . (_)) body: (_) @handler.body) @handler.block @handler.either) @try.arguments
  (#any-of? @handler.variable "err" "error" "er") (#kind? @try.arguments "arguments") (#not-behind? @try.arguments "catch") (#before? @handler.block ")"))

((_ (arrow_function parameter: (identifier) @handler.variable body: (_) @handler.body) @handler.block @handler.either) @try.arguments
  (#any-of? @handler.variable "err" "er") (#kind? @try.arguments "arguments") (#not-behind? @try.arguments "catch") (#after? @handler.block ",") (#before? @handler.block ")"))
((_ (arrow_function parameters: (formal_parameters . (identifier) @handler.variable .) body: (_) @handler.body) @handler.block @handler.either) @try.arguments
  (#any-of? @handler.variable "err" "er") (#kind? @try.arguments "arguments") (#not-behind? @try.arguments "catch") (#after? @handler.block ",") (#before? @handler.block ")"))
((_ (function_expression parameters: (formal_parameters . (identifier) @handler.variable .) body: (_) @handler.body) @handler.block @handler.either) @try.arguments
  (#any-of? @handler.variable "err" "er") (#kind? @try.arguments "arguments") (#not-behind? @try.arguments "catch") (#after? @handler.block ",") (#before? @handler.block ")"))
