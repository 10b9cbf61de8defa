[(comment) (block_comment)] @comment
; Scala's literals of collections are calls.
(call_expression function: (identifier) @aside arguments: (arguments) @table (#any-of? @aside
  "Array" "IndexedSeq" "List" "ListMap" "Map" "Seq" "Set" "SortedMap" "SortedSet" "TreeMap" "Vector"))
