import { hash } from "node:crypto";
import {
  type BusinessProcess,
  describeProcess,
  hasProcess,
  parseProcess,
  writeProcess,
} from "../../flows/model/business-process.ts";
import { isSameName } from "../../flows/model/names.ts";
import {
  type Catalogue,
  type CatalogueProcess,
  describeSpelling,
} from "../../flows/tenant/catalogue.ts";
import { searchProcesses, shelve } from "../../flows/tenant/search-catalogue.ts";
import { plain } from "../blocks/block.ts";
import {
  type Group,
  type Option,
  offerTyped,
  optionLength,
  optionLimit,
} from "../blocks/search-options.ts";

type Known = Pick<Catalogue, "businessProcesses">;

/** The field below the list, for what the list cannot hold. */
export const moreProcesses = "More business processes";

/** What fits into an option whole; every other has to be typed. */
export function isOfferedProcess(process: BusinessProcess): boolean {
  return writeProcess(process).length <= optionLength;
}

/** A business process to choose, or one that is chosen already. */
export function processOption(process: BusinessProcess): Option {
  return { text: plain(describeProcess(process), optionLength), value: valueOf(process) };
}

/** Where a policy and its action are longer than a value may be, a digest stands for both. */
function valueOf(process: BusinessProcess): string {
  const written = writeProcess(process);
  return isOfferedProcess(process) ? written : `…${hash("sha256", written, "base64url")}`;
}

/**
 * The business processes that answer what was typed, by functional area; and the typed text itself where it is another
 * one.
 */
export function suggestProcesses(catalogue: Known, typed: string): Group[] {
  const own = asTyped(catalogue, typed);
  const found = searchProcesses(catalogue, typed).slice(0, optionLimit - own.length);
  const shelves = shelve({ domains: [], businessProcesses: found });
  const groups = shelves.map(({ label, businessProcesses }) => ({
    label: plain(label, optionLength),
    options: businessProcesses.map(knownOption),
  }));
  return [...groups, ...own];
}

function knownOption(process: CatalogueProcess): Option {
  const [spelling = process.description] = describeSpelling(process);
  const note = process.administersSecurity ? "Administers security" : spelling;
  return {
    ...processOption(process),
    ...(note !== undefined && { description: plain(note, optionLength) }),
  };
}

/** Nothing for a text that is no business process, and for one of the catalogue, also as it is shown. */
function asTyped({ businessProcesses }: Known, typed: string): Group[] {
  const process = parseProcess(typed);
  const isShown = businessProcesses.some((one) => isSameName(describeProcess(one), typed));
  if (!process.ok || isShown || hasProcess(businessProcesses, process.value)) return [];
  const option = { text: describeProcess(process.value), value: writeProcess(process.value) };
  return [offerTyped(option, moreProcesses)];
}

/** The line that an option's value stands for; absent where nothing in the catalogue has that digest. */
export function readProcess(value: string, { businessProcesses }: Known): string | undefined {
  if (!value.startsWith("…")) return value;
  const found = businessProcesses.find((process) => valueOf(process) === value);
  return found && writeProcess(found);
}
