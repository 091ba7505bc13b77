import { type Access, accesses } from "../../flows/model/permissions.ts";
import type { FieldProblems, RawDraft } from "../../flows/request/draft.ts";
import { type Block, plainContext } from "../blocks/block.ts";
import { listField, problemOf, searchField } from "../blocks/form-fields.ts";
import { accessHints } from "../blocks/permissions.ts";
import { actions } from "../payloads/action-ids.ts";
import { chosenLimit, chosenOption, isOffered } from "./domain-options.ts";

type Asked = Pick<RawDraft, "domains" | "otherDomains">;

/** A search for each access, and one field for tables that are pasted. */
export function askDomains(raw: Asked, problems: FieldProblems): Block[] {
  return [
    plainContext(
      "Domain security policies: type to search, or open a list to browse. Vendors' lists are often out of date: check with View Security for Securable Item in Workday.",
    ),
    ...accesses.flatMap((access) => [askAccess(access, raw), ...problemOf(access, problems)]),
    ...listField(
      {
        field: "otherDomains",
        label: "More domains",
        hint: "For a vendor's table: paste it here. One domain on each line, such as “Get: Worker Data: Workers”; or an access alone on a line, and its domains on the lines below it.",
        value: pastedOf(raw),
        isOptional: true,
        isMultiline: true,
      },
      problems,
    ),
  ];
}

function askAccess(access: Access, { domains }: Asked): Block {
  return searchField({
    block: access,
    label: accessHints[access],
    action: actions.domains,
    chosen: divide(domains[access]).chosen.map(chosenOption),
    most: chosenLimit,
  });
}

/** What a list cannot hold, since a name is too long for it, stands in the field below. */
function pastedOf({ domains, otherDomains = "" }: Asked): string {
  const rest = accesses.flatMap((access) =>
    divide(domains[access]).rest.map((domain) => `${access}: ${domain}`),
  );
  return [...(otherDomains === "" ? [] : [otherDomains]), ...rest].join("\n");
}

interface Divided {
  readonly chosen: readonly string[];
  readonly rest: readonly string[];
}

function divide(list: string): Divided {
  const lines = list.split("\n").map((line) => line.trim());
  const named = [...new Set(lines)].filter((line) => line !== "");
  const chosen = named.filter(isOffered).slice(0, chosenLimit);
  return { chosen, rest: named.filter((domain) => !chosen.includes(domain)) };
}
