(document) @document
(block_mapping_pair key: (_) @key) @pair
(flow_pair key: (_) @key) @pair
(flow_mapping (flow_node) @key @pair)
(block_sequence_item) @element
(flow_sequence (flow_node) @element)
[(plain_scalar) (double_quote_scalar) (single_quote_scalar) (block_scalar)] @value
(anchor (anchor_name) @anchor)
(alias (alias_name) @alias)
