import type { SignOn } from "../../flows/model/sign-on.ts";
import { accountOf } from "../../flows/request/draft.ts";
import type { Request } from "../../flows/request/request.ts";
import type { AccountReferences } from "../../flows/request/step-facts.ts";
import { listSignOn } from "../../flows/wording/describe-sign-on.ts";
import { type Block, plainSection, section } from "../blocks/block.ts";
import { cutToWeight } from "../blocks/slack-limits.ts";

/** The settings that differ from a plain account; no block where none does. */
export function showSignOn(signOn: SignOn, most: number): Block[] {
  const lines = listSignOn(signOn);
  return lines.length === 0 ? [] : [plainSection(cutToWeight(lines.join("\n"), most))];
}

/** Why there is no secret, where that is so on purpose. */
export function showNoSecret({ draft }: Request): Block[] {
  if (accountOf(draft)?.passwordFrom !== "workday") return [];
  return [
    section(
      "*Nobody knows the password.* Workday made it, and no secret is stored. The user signs on with x509 or SAML, or not at all until a rotation issues a password.",
    ),
  ];
}

/** Both references of Workday's response, each id by its type. */
export function showReferences(references: AccountReferences | undefined, most: number): Block[] {
  if (references === undefined) return [];
  const { system, user } = references;
  const lines = [
    "In Workday:",
    `Integration system: ${listIds(system)}`,
    `Integration system user: ${listIds(user)}`,
  ];
  return [plainSection(cutToWeight(lines.join("\n"), most))];
}

function listIds(ids: AccountReferences["user"]): string {
  return ids.length === 0 ? "none" : ids.map(({ type, id }) => `${type} ${id}`).join(", ");
}
