// Shows what the JSON service of VS Code finds in each file, with no schemas other than those that a document names by
// a URI.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";

const { getLanguageService, TextDocument } = createRequire(import.meta.url)("vscode-json-languageservice");
const service = getLanguageService({
  schemaRequestService: (uri) => Promise.reject(new Error(`nobody knows ${uri}`)),
});
service.configure({ validate: true, schemas: [] });
for (const file of process.argv.slice(2)) {
  const document = TextDocument.create(pathToFileURL(file).href, "json", 1, readFileSync(file, "utf8"));
  const found = await service.doValidation(document, service.parseJSONDocument(document));
  found.forEach((one) => console.log(`${file}: ${one.message}`));
}
