(pair key: (string) @key) @pair
(pair value: [(string) (number) (true) (false) (null)] @value)
(array [(object) (array)] @element)
(array [(string) (number) (true) (false) (null)] @element @value)
