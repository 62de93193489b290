// Copies the schemas that documents of ours can name: `schemas.mjs FROM TO`. They go without their examples, which VS Code
// would propose as values beside all those that ksb knows.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [from, to] = process.argv.slice(2);

/** A part of a schema without examples. `properties` is a table of names, of which one may be `examples`. */
function withoutExamples(part, isTable = false) {
  if (Array.isArray(part)) return part.map((one) => withoutExamples(one));
  if (part === null || typeof part !== 'object') return part;
  const kept = Object.entries(part).filter(([name, value]) => isTable || name !== 'examples' || !Array.isArray(value));
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutExamples(value, !isTable && (name === 'properties' || name === '$defs'))]));
}

for (const name of readdirSync(from).filter((one) => one.endsWith('.schema.json'))) {
  const schema = JSON.parse(readFileSync(join(from, name), 'utf8'));
  if (schema.$id.startsWith('urn:ksb:')) writeFileSync(join(to, name), `${JSON.stringify(withoutExamples(schema), null, 2)}\n`);
}
