(function_definition name: (_) @function.name) @function
