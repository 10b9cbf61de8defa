// node tests/agree/validate.mjs SCHEMA FILE…
// Holds JSON files to a JSON Schema (2020-12) with ajv. Prints every violation; exit status 1 when there is one, 2 when
// a file cannot be read.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const [schemaPath, ...paths] = process.argv.slice(2);

if (!schemaPath || paths.length === 0) {
  console.error("usage: node tests/agree/validate.mjs SCHEMA FILE…");
  process.exit(2);
}

function read(path) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    console.error(`${path}: ${error.message}`);
    process.exit(2);
  }
}

const validate = new Ajv({ allErrors: false, strict: true, allowUnionTypes: true }).compile(read(schemaPath));
let failed = 0;

for (const path of paths) {
  if (validate(read(path))) {
    console.log(`${path}: valid`);
    continue;
  }
  failed++;
  for (const { instancePath, message, params } of validate.errors)
    console.error(`${path}: ${instancePath || "/"} ${message} ${JSON.stringify(params)}`);
}
process.exit(failed ? 1 : 0);
