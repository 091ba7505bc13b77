import { z } from "zod";
import type { Fault } from "../../flows/model/fault.ts";
import type { IntegrationSystem } from "../../flows/ports/workday.ts";
import { err, ok } from "../../result.ts";
import type { Secret } from "../../secret.ts";
import { type Element, toReference } from "../fields/element.ts";
import type { Operation, Parsed } from "../fields/operation.ts";
import { Reference } from "../fields/reply-parts.ts";
import { quoteForeign } from "../wire/foreign-text.ts";
import { toReferenceType } from "../wsdl/types.ts";

const requestType = `<xsd:complexType name="Put_Integration_System_RequestType"><xsd:sequence>
<xsd:element name="Integration_System_Reference" type="wd:Integration_System__Audited_Object" minOccurs="0"/>
<xsd:element name="Integration_System_Data" type="wd:Integration_System_DataType"/>
</xsd:sequence><xsd:attribute name="Add_Only" type="xsd:boolean"/><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Integration_System_DataType"><xsd:sequence>
<xsd:element name="Integration_System_ID" type="xsd:string" minOccurs="0"/>
<xsd:element name="Integration_System_Name" type="xsd:string" minOccurs="0"/>
<xsd:element name="Integration_Template_Reference" type="wd:Integration_TemplateObject" minOccurs="0"/>
</xsd:sequence></xsd:complexType>`;

interface NewSystem {
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
 * (`rejected`). That *Integration Build* guards it is what practitioners write.
 *
 * @see Workday Integrations v31.2, Put_Integration_System
 */
export const putIntegrationSystem: Operation<NewSystem, IntegrationSystem> = {
  service: "Integrations",
  name: "Put_Integration_System",
  needs: "Put on the domain Integration Build",
  types: [
    requestType,
    toReferenceType("Integration_System__Audited_Object"),
    toReferenceType("Integration_TemplateObject"),
  ],
  toRequest,
  parse,
};

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

function parse(
  reply: object,
  asked: { readonly request: NewSystem; readonly secrets: readonly Secret[] },
): Parsed<IntegrationSystem> {
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) return err("unreadable");
  const { Integration_System_Reference: reference, Exceptions_Response_Data } = parsed.data;
  const wid = reference?.get("WID");
  const exceptions = listTexts(Exceptions_Response_Data);
  if (exceptions.length > 0) {
    const quoted = quoteForeign(exceptions.join(" "), asked.secrets) ?? "it gives no reason";
    return err(toException(quoted, wid !== undefined));
  }
  if (wid === undefined) return err("unreadable");
  const { id, name } = asked.request;
  return ok({ wid, id: reference?.get("Integration_System_ID") ?? id, name });
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
