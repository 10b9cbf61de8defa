[(pair) (table)] @pair
(table_array_element) @pair @element
[(bare_key) (quoted_key)] @key
(pair [(string) (integer) (float) (boolean) (local_date) (local_time) (local_date_time) (offset_date_time)] @value)
(array
  [(string) (integer) (float) (boolean) (local_date) (local_time) (local_date_time) (offset_date_time)] @element @value)
(array [(array) (inline_table)] @element)
