import { type Access, accesses } from "../../flows/model/permissions.ts";
import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Block } from "../blocks/block.ts";
import { listField, problemOf, searchField } from "../blocks/form-fields.ts";
import { messages } from "../blocks/messages.ts";
import { accessHints } from "../blocks/permissions.ts";
import { actions } from "../payloads/action-ids.ts";
import { chosenIn } from "../payloads/parse-payload.ts";
import { chosenLimit, chosenOption, isOffered, readOption } from "./domain-options.ts";
import type { Entered, FieldOf } from "./field.ts";
import { listIn } from "./read-inputs.ts";

type Asked = Pick<RawDraft, "domains" | "otherDomains">;

const label = "More domains";

/** A search for each access, and one field for tables that are pasted. */
export const permittedDomains: FieldOf<
  RawDraft,
  "domains" | "otherDomains",
  Access | "otherDomains"
> = {
  labels: { Get: "Get", Put: "Put", View: "View", Modify: "Modify", otherDomains: label },
  show: ({ raw }, problems) => [
    ...accesses.flatMap((access) => [askAccess(access, raw), ...problemOf(access, problems)]),
    ...listField(
      {
        field: "otherDomains",
        label,
        hint: "Paste a vendor's list, or type “Get: Payroll”. Vendors' lists are often out of date.",
        value: pastedOf(raw),
        isOptional: true,
        isMultiline: true,
      },
      problems,
    ),
  ],
  read: (entered) => {
    const otherDomains = listIn(entered.inputs, "otherDomains");
    return {
      domains: {
        Get: domainsOf(entered, "Get"),
        Put: domainsOf(entered, "Put"),
        View: domainsOf(entered, "View"),
        Modify: domainsOf(entered, "Modify"),
      },
      ...(otherDomains === "" ? {} : { otherDomains }),
    };
  },
  findProblems: ({ inputs, catalogue }) => {
    const wrong = accesses.filter((access) =>
      chosenIn(inputs, access).some((value) => readOption(value, catalogue) === undefined),
    );
    return Object.fromEntries(wrong.map((access) => [access, messages.cutDomain]));
  },
};

export function keepDomains({
  domains,
  otherDomains,
}: Asked): Pick<RawDraft, "domains" | "otherDomains"> {
  return { domains, ...(otherDomains !== undefined && { otherDomains }) };
}

/** What was chosen, and what a window from before there was a list to choose from holds as text. */
function domainsOf({ inputs, catalogue }: Entered, access: Access): string {
  const chosen = chosenIn(inputs, access).flatMap((value) => readOption(value, catalogue) ?? []);
  const typed = listIn(inputs, access);
  return [...chosen, ...(typed === "" ? [] : [typed])].join("\n");
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
