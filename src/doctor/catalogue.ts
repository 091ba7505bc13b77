import { readCatalogue } from "../catalogue.ts";
import { type Catalogue, createCatalogue } from "../flows/tenant/catalogue.ts";
import { type Finding, findingsOf } from "./finding.ts";

/** Reads the catalogue as `npm start` does; an empty one goes on where that one cannot be read. */
export function checkCatalogue(folders: readonly string[]): {
  readonly catalogue: Catalogue;
  readonly findings: readonly Finding[];
} {
  const { ok, failed } = findingsOf("catalogue");
  const read = readCatalogue(folders);
  if (!read.ok) {
    const remedy = "Correct the file: docs/reference/catalogue.schema.json has its form.";
    const findings = read.error.map((problem) => failed("file", problem, remedy));
    return { catalogue: createCatalogue([]), findings };
  }
  const { domains } = read.value;
  const marked = domains.filter(({ administersSecurity }) => administersSecurity).length;
  const words = `${domains.length} domains are known, ${marked} of them administer security.`;
  return { catalogue: read.value, findings: [ok("files", words)] };
}
