import {
  type BusinessProcess,
  hasProcess,
  mostProcesses,
  parseProcess,
  writeProcess,
} from "../../flows/model/business-process.ts";
import type { FieldProblems, RawDraft } from "../../flows/request/draft.ts";
import type { Recipe } from "../../flows/tenant/recipe.ts";
import type { Block } from "../blocks/block.ts";
import { listField, searchField } from "../blocks/form-fields.ts";
import { actions } from "../payloads/action-ids.ts";
import { isOfferedProcess, moreProcesses, processOption } from "./process-options.ts";

/** Holds what was chosen; the field of what was typed is the one that has the problems of both. */
export const processesBlock = "chosenProcesses";

/** What the account may initiate by web service: a search, and a field for what the list cannot hold. */
export function askProcesses(
  { businessProcesses = "" }: Pick<RawDraft, "businessProcesses">,
  hint: string,
  problems: FieldProblems,
): Block[] {
  const { chosen, rest } = divide(businessProcesses);
  return [
    searchField({
      block: processesBlock,
      label: "Business processes to initiate by web service",
      hint,
      action: actions.processes,
      chosen: chosen.map(processOption),
      most: mostProcesses,
    }),
    ...listField(
      {
        field: "businessProcesses",
        label: moreProcesses,
        hint: "For what the list does not have or cannot hold. One on each line, with its action where you know it, such as “Work Contact Change | Change Work Contact Information (Web Service)”.",
        value: rest.join("\n"),
        isOptional: true,
        isMultiline: true,
      },
      problems,
    ),
  ];
}

/** How to choose, with what the recipe marks as optional. */
export function hintOfRecipe(needed: NonNullable<Recipe["businessProcesses"]>): string {
  const optional = needed.flatMap((one) =>
    one.optional === undefined ? [] : [`${writeProcess(one)} (${one.optional})`],
  );
  const also = optional.length === 0 ? "" : ` Optional here: ${optional.join("; ")}.`;
  return `Type to search, or open the list to browse. The names are those of vendors' guides: your tenant may spell them otherwise.${also}`;
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
