import type { RawGroup } from "../../flows/model/group-settings.ts";
import { type Access, accesses } from "../../flows/model/permissions.ts";
import type { RawSignOn } from "../../flows/model/sign-on.ts";
import type { Field, FieldProblems, RawDraft } from "../../flows/request/draft.ts";
import type { Catalogue } from "../../flows/tenant/catalogue.ts";
import { listUndecided, type OpenChoice } from "../../flows/tenant/recipe-choices.ts";
import { messages } from "../blocks/messages.ts";
import type { FormMetadata } from "../payloads/metadata.ts";
import type { Input, Submission } from "../payloads/parse-payload.ts";
import { readOption } from "./domain-options.ts";
import { uiSessionsBlock } from "./form.ts";
import { processesBlock } from "./process-field.ts";
import { readProcess } from "./process-options.ts";
import { choicePrefixes } from "./recipe-choices.ts";

/** Stands in the list of systems while it is loading; no id contains a space. */
export const loadingOption = "still loading";

type Inputs = Submission["inputs"];
type Known = Pick<Catalogue, "domains" | "businessProcesses">;

/** What the form holds, as it was typed. */
export function readForm(
  inputs: Inputs,
  { tenant, recipe }: FormMetadata,
  catalogue: Known,
): { readonly raw: RawDraft; readonly problems: FieldProblems } {
  const { system, isLoading } = readSystem(inputs);
  const otherDomains = listOf(inputs, "otherDomains");
  return {
    problems: {
      ...(isLoading ? { existingSystem: messages.stillLoading } : {}),
      ...findCut(inputs, catalogue),
    },
    raw: {
      kind: "create",
      tenant,
      recipe,
      userName: textOf(inputs, "userName"),
      ...system,
      newSystem: textOf(inputs, "newSystem"),
      sessionTimeoutMinutes: textOf(inputs, "sessionTimeoutMinutes"),
      doNotAllowUiSessions: isChecked(inputs.get(uiSessionsBlock)),
      groupName: textOf(inputs, "groupName"),
      domains: {
        Get: domainsOf(inputs, "Get", catalogue),
        Put: domainsOf(inputs, "Put", catalogue),
        View: domainsOf(inputs, "View", catalogue),
        Modify: domainsOf(inputs, "Modify", catalogue),
      },
      ...(otherDomains === "" ? {} : { otherDomains }),
      ...readProcesses(inputs, catalogue),
      ...readChoices(inputs),
      ...readWhy(inputs),
      ...readSettings(inputs),
    },
  };
}

function readSystem(inputs: Inputs): {
  readonly system: Pick<RawDraft, "existingSystem">;
  readonly isLoading: boolean;
} {
  const chosen = inputs.get("existingSystem")?.selected_option ?? undefined;
  const isLoading = chosen?.value === loadingOption;
  if (chosen === undefined || isLoading) return { system: {}, isLoading };
  return { system: { existingSystem: toSystem(chosen.value, chosen.text.text) }, isLoading };
}

/** One that was searched for by its WID carries it behind its id: no id contains a space. */
function toSystem(value: string, name: string): NonNullable<RawDraft["existingSystem"]> {
  const [id = "", wid] = value.split(" ");
  return { id, name, ...(wid !== undefined && { wid }) };
}

function readWhy(inputs: Inputs): Pick<RawDraft, "reason" | "ticket"> {
  return { reason: textOf(inputs, "reason"), ticket: textOf(inputs, "ticket") };
}

/** What is there only where somebody asked for it. */
function readSettings(inputs: Inputs): Pick<RawDraft, "signOn" | "group"> {
  const signOn = readSignOn(inputs);
  const group = readGroup(inputs);
  return { ...(signOn && { signOn }), ...(group && { group }) };
}

/** What was chosen, and what was typed below the list, one a line. */
function readProcesses(inputs: Inputs, catalogue: Known): Pick<RawDraft, "businessProcesses"> {
  const chosen = chosenIn(inputs, processesBlock).flatMap(
    (value) => readProcess(value, catalogue) ?? [],
  );
  const typed = listOf(inputs, "businessProcesses");
  const businessProcesses = [...chosen, ...(typed === "" ? [] : [typed])].join("\n");
  return businessProcesses === "" ? {} : { businessProcesses };
}

/** Slack sends every field of the window, filled or not: without the first there are no further settings. */
function readSignOn(inputs: Inputs): RawSignOn | undefined {
  const passwordFrom = inputs.get("passwordFrom");
  if (passwordFrom === undefined) return undefined;
  return {
    passwordFrom: passwordFrom.selected_option?.value === "workday" ? "workday" : "bot",
    requireNewPassword: isChecked(inputs.get("requireNewPassword")),
    exemptFromPasswordExpiry: isChecked(inputs.get("exemptFromPasswordExpiry")),
    x509: isChecked(inputs.get("x509")),
    x509Key: textOf(inputs, "x509Key"),
    saml: isChecked(inputs.get("saml")),
    samlIssuer: textOf(inputs, "samlIssuer"),
    identityProviderKey: textOf(inputs, "identityProviderKey"),
    holderOfKeyKey: textOf(inputs, "holderOfKeyKey"),
  };
}

/** In the same way. */
function readGroup(inputs: Inputs): RawGroup | undefined {
  const kind = inputs.get("groupType")?.selected_option?.value;
  if (kind === undefined) return undefined;
  return {
    groupType: kind === "constrained" || kind === "existing" ? kind : "unconstrained",
    organizations: textOf(inputs, "organizations"),
    groupScope:
      inputs.get("groupScope")?.selected_option?.value === "subordinates"
        ? "subordinates"
        : "current",
    groupInactive: isChecked(inputs.get("groupInactive")),
  };
}

/** Nothing where the form asked nothing of this kind. */
function readChoices(inputs: Inputs): Pick<RawDraft, "choices"> {
  const optional: Partial<Record<Access, readonly string[]>> = {};
  const open: OpenChoice[] = [];
  let isAsked = false;
  for (const [block, input] of inputs) {
    const access = accesses.find((one) => block === `${choicePrefixes.optional}${one}`);
    const isOpen = block.startsWith(choicePrefixes.open);
    isAsked ||= isOpen || access !== undefined;
    if (access !== undefined) optional[access] = valuesOf(input);
    if (!isOpen) continue;
    const domain = block.slice(choicePrefixes.open.length);
    open.push({ domain, choice: input.selected_option?.value ?? "" });
  }
  return isAsked ? { choices: { optional, open } } : {};
}

function valuesOf(input: Input): readonly string[] {
  return (input.selected_options ?? []).map(({ value }) => value);
}

function textOf(inputs: Inputs, field: Field): string {
  return inputs.get(field)?.value ?? "";
}

/** What was chosen, and what a window from before there was a list to choose from holds as text. */
function domainsOf(inputs: Inputs, access: Access, catalogue: Known): string {
  const chosen = chosenIn(inputs, access).flatMap((value) => readOption(value, catalogue) ?? []);
  const typed = listOf(inputs, access);
  return [...chosen, ...(typed === "" ? [] : [typed])].join("\n");
}

function chosenIn(inputs: Inputs, block: string): readonly string[] {
  return (inputs.get(block)?.selected_options ?? []).map(({ value }) => value);
}

function findCut(inputs: Inputs, catalogue: Known): FieldProblems {
  const wrong = accesses.filter((access) =>
    chosenIn(inputs, access).some((value) => readOption(value, catalogue) === undefined),
  );
  const isWrong = chosenIn(inputs, processesBlock).some(
    (value) => readProcess(value, catalogue) === undefined,
  );
  return {
    ...Object.fromEntries(wrong.map((access) => [access, messages.cutDomain])),
    ...(isWrong && { businessProcesses: messages.cutProcess }),
  };
}

/** A long list goes on in further fields: `x`, `x-2`, `x-3`. Slack names them in any order. */
function listOf(inputs: Inputs, field: Field): string {
  const pieces: { readonly at: number; readonly text: string }[] = [];
  for (const [block, { value }] of inputs) {
    const [name, at = "1"] = block.split("-");
    if (name === field && typeof value === "string") pieces.push({ at: Number(at), text: value });
  }
  return pieces
    .toSorted((one, other) => one.at - other.at)
    .map(({ text }) => text)
    .join("\n");
}

function isChecked(input: Input | undefined): boolean {
  return (input?.selected_options ?? []).length > 0;
}

/** Problems by the block that shows them. Slack refuses errors on blocks that are no inputs. */
export function toErrors(
  { tenant, open, ...problems }: FieldProblems,
  { choices }: Pick<RawDraft, "choices"> = {},
): Record<string, string> {
  const [undecided] = choices === undefined ? [] : listUndecided(choices);
  return {
    ...problems,
    ...(tenant === undefined ? {} : { userName: tenant }),
    ...(open === undefined || undecided === undefined
      ? {}
      : { [`${choicePrefixes.open}${undecided}`]: open }),
  };
}
