(field_definition property: (_) @function.name value: [(arrow_function) (function_expression) (generator_function)] @function.named)
