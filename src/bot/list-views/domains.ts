import { describeProcess } from "../../flows/model/business-process.ts";
import {
  type Catalogue,
  type CatalogueDomain,
  type CatalogueProcess,
  describeSpelling,
} from "../../flows/tenant/catalogue.ts";
import {
  findShelf,
  type Shelf,
  searchDomains,
  searchProcesses,
  shelve,
} from "../../flows/tenant/search-catalogue.ts";
import { count } from "../../flows/text/count.ts";
import { truncate } from "../../flows/text/truncate.ts";
import { context, type Message, plainSection, plainSections, section } from "../blocks/block.ts";
import { code, escape } from "../blocks/mrkdwn.ts";
import { cutLines, fitLines } from "../blocks/slack-limits.ts";

/** Characters of a list, so that the whole message stays within Slack's limit. */
const listLimit = 8_000;
const areasLimit = 2_900;

const next = "`/workday-isu domains` with an area or a part of a name shows more.";

/** The catalogue to look through: its functional areas, or what stands in one, or what a search finds. */
export function browseDomains(catalogue: Catalogue, typed: string): Message {
  const text = typed.trim();
  const shelves = shelve(catalogue);
  if (text === "") return listShelves(catalogue, shelves);
  const shelf = findShelf(shelves, text) ?? {
    label: `Found for “${truncate(text, 100)}”`,
    domains: searchDomains(catalogue, text),
    businessProcesses: searchProcesses(catalogue, text),
  };
  if (countOn(shelf) > 0) return listShelf(shelf);
  const words = `The catalogue has no domain and no business process for ${code(truncate(text, 100))}. ${next} The forms take any name all the same.`;
  return { text: words, blocks: [section(words)] };
}

function countOn({ domains, businessProcesses }: Shelf): number {
  return domains.length + businessProcesses.length;
}

function listShelves(
  { domains, businessProcesses }: Catalogue,
  shelves: readonly Shelf[],
): Message {
  const lines = shelves
    .toSorted((one, other) => one.label.localeCompare(other.label))
    .map((shelf) => `${shelf.label} (${countOn(shelf)})`);
  const title = `${count(domains.length, "domain")} and ${countProcesses(businessProcesses)} in the catalogue, by functional area`;
  return {
    text: title,
    blocks: [
      plainSection(title),
      plainSection(cutLines(lines, areasLimit, "search for them by name")),
      context(
        `${next} Where no guide states the area, domains stand together by the first part of their names.`,
      ),
    ],
  };
}

function countProcesses({ length }: readonly unknown[]): string {
  return `${length} business process${length === 1 ? "" : "es"}`;
}

function listShelf(shelf: Shelf): Message {
  const { label, domains, businessProcesses } = shelf;
  const lines = [...domains.map(describeDomain), ...businessProcesses.map(describeKnown)];
  const { text, left } = fitLines(lines, listLimit);
  const heading = `${label} (${lines.length})`;
  return {
    text: escape(heading),
    blocks: [
      ...plainSections([heading, ...text.split("\n")]),
      ...(left === 0 ? [] : [plainSection(`And ${left} more: type more of the name.`)]),
      context(next),
    ],
  };
}

function describeDomain(domain: CatalogueDomain): string {
  const { name, aliases, administersSecurity, seenWith, description } = domain;
  return describeEntry(name, [
    ...(administersSecurity ? ["administers security"] : []),
    ...(seenWith.length > 0 ? [`seen with ${seenWith.join(", ")}`] : []),
    ...(aliases.length > 0 ? [`also “${aliases.join("”, “")}”`] : []),
    ...(description === undefined ? [] : [description]),
  ]);
}

function describeKnown(process: CatalogueProcess): string {
  const { description } = process;
  return describeEntry(describeProcess(process), [
    "business process",
    ...describeSpelling(process),
    ...(description === undefined ? [] : [description]),
  ]);
}

function describeEntry(name: string, notes: readonly string[]): string {
  return truncate(`• ${name}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`, 600);
}
