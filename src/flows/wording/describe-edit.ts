import { describeProcess } from "../model/business-process.ts";
import { listPermissions, noPermissions, type Permissions } from "../model/permissions.ts";
import { isSameValue } from "../model/same-value.ts";
import type { TitledList } from "../model/titled-list.ts";
import { accountOf, type Draft } from "../request/draft.ts";
import type { LastEdit } from "../request/edited.ts";
import { truncate } from "../text/truncate.ts";

/** Told line by line instead, or with what the request asks for. */
const listed: ReadonlySet<string> = new Set([
  "permissions",
  "businessProcesses",
  "segmented.permissions",
  "segmented.moved",
  "restored",
  "otherWays",
]);

const words: ReadonlyMap<string, string> = new Map([
  ["segmented.segments", "segments"],
  ["segmented.groupName", "segment-based group"],
  ["segmented.content", "learning content"],
  ["segmented.isInactive", "segment-based group is inactive"],
]);

/** What differs between two drafts of one request, a line each: what it is, old and new. Nothing where both ask the same. */
export function listEdited(before: Draft, after: Draft): readonly string[] {
  return [
    ...listFields(before, after),
    ...listDifference("domain", listDomains(before), listDomains(after)),
    ...listDifference("business process", listProcesses(before), listProcesses(after)),
  ];
}

/** Which fields of two drafts differ, however they are written down. */
export function listEditedFields(before: Draft, after: Draft): readonly string[] {
  const [old, now] = [toValues(before), toValues(after)];
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].filter((key) => !isSameValue(old.get(key), now.get(key)));
}

function listFields(before: Draft, after: Draft): readonly string[] {
  const [old, now] = [toValues(before), toValues(after)];
  const fields = listEditedFields(before, after).filter((field) => !listed.has(field));
  return fields.map((field) => {
    const [was, is] = [old.get(field), now.get(field)].map((value) => show(field, value));
    return `${toWords(field)}: ${was} → ${is}`;
  });
}

/** `userName` as `user name`. */
function toWords(field: string): string {
  return (
    words.get(field) ?? field.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  );
}

/** The fields of a draft; what is behind segments is a field each, such as `segmented.content`. */
function toValues(draft: Draft): ReadonlyMap<string, unknown> {
  const own = Object.entries(draft).filter(([field]) => field !== "segmented");
  const inSegments = Object.entries(accountOf(draft)?.segmented ?? {});
  return new Map([
    ...own,
    ...inSegments.map(([part, value]) => [`segmented.${part}`, value] as const),
  ]);
}

/** What is done in segments is not what is done for everything. */
function listDomains(draft: Draft): readonly string[] {
  const { permissions = noPermissions, segmented } = accountOf(draft) ?? {};
  return [
    ...describePermissions(permissions),
    ...describePermissions(segmented?.permissions ?? noPermissions).map(
      (line) => `${line} in the segments`,
    ),
  ];
}

function describePermissions(permissions: Permissions): readonly string[] {
  return listPermissions(permissions).map(({ access, domain }) => `${access}: ${domain}`);
}

function listProcesses(draft: Draft): readonly string[] {
  return (accountOf(draft)?.businessProcesses ?? []).map(describeProcess);
}

function listDifference(
  what: string,
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `${what} taken out: ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `${what} added: ${line}`),
  ];
}

const mostShown = 300;

function show(key: string, value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return "nothing";
  // People have names in Slack only; the request's message mentions them.
  if (key === "tell" && Array.isArray(value)) return `${value.length} named`;
  return truncate(toText(value), mostShown);
}

/** For people. */
function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(toText).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${toText(part)}`)
    .join("; ");
}

/** What an approver sees of the last edit; nothing where there was none. */
export function listLastEdit({
  lastEdit,
}: {
  readonly lastEdit?: LastEdit;
}): readonly TitledList[] {
  if (lastEdit === undefined) return [];
  const { changes } = lastEdit;
  const title = `Edited since it was asked for, old → new (${changes.length}):`;
  return [{ title, lines: changes }];
}
