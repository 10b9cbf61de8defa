(block [(identifier) (string_lit)] @key) @pair
(attribute (identifier) @key (expression) @value) @pair
(object_elem key: (expression) @key val: (expression) @value) @pair
(tuple (expression) @element @value)
