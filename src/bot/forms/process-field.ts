import {
  type BusinessProcess,
  hasProcess,
  mostProcesses,
  parseProcess,
  writeProcess,
} from "../../flows/model/business-process.ts";
import type { RawDraft } from "../../flows/request/raw-draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import { listField, searchField } from "../blocks/form-fields.ts";
import { messages } from "../blocks/messages.ts";
import { actions } from "../payloads/action-ids.ts";
import { chosenIn } from "../payloads/parse-payload.ts";
import type { FieldOf } from "./field.ts";
import { isOfferedProcess, moreProcesses, processOption, readProcess } from "./process-options.ts";
import { listIn } from "./read-inputs.ts";

/** Holds what was chosen; the field of what was typed is the one that has the problems of both. */
export const processesBlock = "chosenProcesses";

/** Holds what was typed. */
export const typedProcessesBlock = "businessProcesses";

const label = "Business processes to initiate by web service";

/** What the account may initiate by web service: a search, and a field for what the list cannot hold. */
export const processes: FieldOf<
  RawDraft,
  "businessProcesses",
  "businessProcesses",
  { readonly hintOfProcesses: string }
> = {
  labels: { businessProcesses: label },
  show: ({ raw: { businessProcesses = "" }, hintOfProcesses: hint }, problems) => {
    const { chosen, rest } = divide(businessProcesses);
    return [
      searchField({
        block: processesBlock,
        label,
        hint,
        action: actions.processes,
        chosen: chosen.map(processOption),
        most: mostProcesses,
      }),
      ...listField(
        {
          field: typedProcessesBlock,
          label: moreProcesses,
          hint: "One on each line, with its action: “Hire | Import Hire (Web Service)”.",
          value: rest.join("\n"),
          isOptional: true,
          isMultiline: true,
        },
        problems,
      ),
    ];
  },
  // What was chosen, and what was typed below the list, one a line.
  read: ({ inputs, catalogue }) => {
    const chosen = chosenIn(inputs, processesBlock).flatMap(
      (value) => readProcess(value, catalogue) ?? [],
    );
    const typed = listIn(inputs, typedProcessesBlock);
    const businessProcesses = [...chosen, ...(typed === "" ? [] : [typed])].join("\n");
    return businessProcesses === "" ? {} : { businessProcesses };
  },
  findProblems: ({ inputs, catalogue }) =>
    chosenIn(inputs, processesBlock).some((value) => readProcess(value, catalogue) === undefined)
      ? { businessProcesses: messages.cutProcess }
      : {},
};

/** How many are asked for, and how many more the recipe offers, in sentences. */
export function tellProcesses({
  raw: { businessProcesses = "" },
  recipe,
}: {
  readonly raw: Pick<RawDraft, "businessProcesses">;
  readonly recipe?: Pick<Recipe, "businessProcesses">;
}): string | undefined {
  const asked = businessProcesses.split("\n").filter((line) => line.trim() !== "");
  const offered = (recipe?.businessProcesses ?? []).filter(
    (one) => one.optional !== undefined && !asked.includes(writeProcess(one)),
  );
  if (asked.length + offered.length === 0) return undefined;
  const more = offered.length === 0 ? "" : `, ${offered.length} optional`;
  return `Business processes: ${asked.length} asked for${more}.`;
}

export function keepProcesses({
  businessProcesses: kept,
}: Pick<RawDraft, "businessProcesses">): Pick<RawDraft, "businessProcesses"> {
  return kept === undefined ? {} : { businessProcesses: kept };
}

/** How to choose, with what the recipe marks as optional. */
export function hintOfRecipe(needed: NonNullable<Recipe["businessProcesses"]>): string {
  const optional = needed.flatMap((one) =>
    one.optional === undefined ? [] : [`${writeProcess(one)} (${one.optional})`],
  );
  const also = optional.length === 0 ? "" : ` Optional here: ${optional.join("; ")}.`;
  return `The names are those of vendors' guides: your tenant may spell them differently.${also}`;
}

/** A line that cannot be read, or is too long for an option, stays as it was typed. */
function divide(list: string): {
  readonly chosen: readonly BusinessProcess[];
  readonly rest: readonly string[];
} {
  const chosen: BusinessProcess[] = [];
  const rest: string[] = [];
  for (const line of list.split("\n").filter((one) => one.trim() !== "")) {
    const process = parseProcess(line);
    if (!process.ok || !isOfferedProcess(process.value) || chosen.length === mostProcesses) {
      rest.push(line);
    } else if (!hasProcess(chosen, process.value)) chosen.push(process.value);
  }
  return { chosen, rest };
}
