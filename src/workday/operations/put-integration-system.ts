import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { IntegrationSystem } from "../../flows/ports/ports.ts";
import { err, ok, type Result } from "../../result.ts";
import { type Element, toReference } from "../fields/element.ts";
import { Reference } from "../fields/reply-parts.ts";
import { quoteForeign } from "../wire/foreign-text.ts";
import type { Call } from "../wire/soap.ts";
import { unreadable } from "../wire/unreadable.ts";
import type { Credentials } from "../wire/username-token.ts";

export interface NewSystem {
  readonly id: string;
  readonly name: string;
  /** An Integration_Template_Name; whether Workday insists on one is unverified, so the tenant says. */
  readonly template?: string;
}

const Reply = z.object({
  Integration_System_Reference: Reference.nullish(),
  Exceptions_Response_Data: z.unknown().optional(),
});

/**
 * Creates an integration system, and never changes one (`Add_Only`). A reply may carry exceptions although
 * it is a 200: with a reference beside them the system may be there (`unknown`), without one it is not
 * (`rejected`).
 *
 * @see Workday Integrations v31.2, Put_Integration_System
 */
export async function putIntegrationSystem(
  call: Call,
  as: Credentials,
  system: NewSystem,
): Promise<Result<IntegrationSystem, Fault>> {
  const operation = "Put_Integration_System";
  const answer = await call({ operation, request: toRequest(system) }, as);
  return answer.ok ? fromReply(answer.value, system, as) : err(answer.error.fault);
}

function toRequest({ id, name, template }: NewSystem): Element {
  return {
    attributes: { "wd:Add_Only": "true" },
    Integration_System_Data: {
      Integration_System_ID: id,
      Integration_System_Name: name,
      ...(template === undefined
        ? {}
        : { Integration_Template_Reference: toReference("Integration_Template_Name", template) }),
    },
  };
}

function fromReply(
  response: object,
  system: NewSystem,
  { password }: Credentials,
): Result<IntegrationSystem, Fault> {
  const parsed = Reply.safeParse(response);
  if (!parsed.success) return err(unreadable("Put_Integration_System"));
  const { Integration_System_Reference: reference, Exceptions_Response_Data } = parsed.data;
  const wid = reference?.get("WID");
  const exceptions = listTexts(Exceptions_Response_Data);
  if (exceptions.length > 0) {
    const quoted = quoteForeign(exceptions.join(" "), [password]) ?? "it gives no reason";
    return err(toException(quoted, wid !== undefined));
  }
  if (wid === undefined) return err(unreadable("Put_Integration_System"));
  return ok({ wid, id: reference?.get("Integration_System_ID") ?? system.id, name: system.name });
}

function toException(quoted: string, hasReference: boolean): Fault {
  return hasReference
    ? {
        kind: "unknown",
        outside: "Workday",
        words: `Workday answered with a system and with exceptions, so it may be incomplete: ${quoted}`,
      }
    : { kind: "rejected", outside: "Workday", words: `Workday made no system: ${quoted}` };
}

/** Every text in a tree whose shape below `Exceptions_Response_Data` is not relied on. */
function listTexts(tree: unknown): readonly string[] {
  if (typeof tree === "string") return [tree];
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === "attributes" ? [] : listTexts(value),
  );
}
