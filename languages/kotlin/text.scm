[(line_comment) (block_comment)] @comment
(collection_literal) @table
; Kotlin's literals of lists and maps are calls.
(call_expression . (identifier) @aside (value_arguments) @table (#any-of? @aside
  "listOf" "mutableListOf" "arrayListOf" "setOf" "mutableSetOf" "hashSetOf" "linkedSetOf" "mapOf" "mutableMapOf"
  "hashMapOf" "linkedMapOf" "arrayOf" "intArrayOf" "longArrayOf" "shortArrayOf" "byteArrayOf" "charArrayOf"
  "floatArrayOf" "doubleArrayOf" "booleanArrayOf" "sequenceOf"))
