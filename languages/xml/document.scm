(element) @pair
(STag . (Name) @key)
(EmptyElemTag . (Name) @key)
(Attribute (Name) @key (AttValue) @value) @attribute
(content) @value
