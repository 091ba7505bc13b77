import { z } from "zod";
import type { IntegrationSystem } from "../../flows/ports/workday.ts";
import { err, ok } from "../../result.ts";
import { toReference, toResponseFilter } from "../fields/element.ts";
import type { Operation, Parsed, Probing } from "../fields/operation.ts";
import { listOf, Reference, Text } from "../fields/reply-parts.ts";
import { responseFilterType, systemReferencesType, toReferenceType } from "../wsdl/types.ts";

const requestType = `<xsd:complexType name="Get_Integration_Systems_RequestType"><xsd:sequence>
<xsd:element name="Request_References" type="wd:Integration_System_Request_ReferencesType" minOccurs="0"/>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>`;

const Reply = z.object({
  Response_Data: z
    .object({
      Integration_System: listOf(
        z.object({
          Integration_System_Reference: Reference,
          Integration_System_Data: z.object({ Integration_System_Name: Text }).nullish(),
        }),
      ),
    })
    .nullish(),
});

/** A page may hold a system's whole set-up, so it is kept well below the 999 that Workday allows. */
const pageSize = 100;

type Asked =
  | { readonly page: number }
  | { readonly id: string; readonly type: "WID" | "Integration_System_ID" };

/**
 * Reads integration systems: one page of all, or the one with an id. An id that the tenant does not know is
 * the failure `invalid-id`. That *Integration Build* guards it is what practitioners write.
 *
 * @see Workday Integrations v31.2, Get_Integration_Systems
 */
export const getIntegrationSystems: Probing<Operation<Asked, readonly IntegrationSystem[]>> = {
  service: "Integrations",
  name: "Get_Integration_Systems",
  needs: "Get on the domain Integration Build",
  types: [
    requestType,
    systemReferencesType,
    responseFilterType,
    toReferenceType("Integration_System__Audited_Object"),
  ],
  toRequest: (asked) =>
    "page" in asked
      ? { Response_Filter: toResponseFilter(asked.page, pageSize) }
      : {
          Request_References: {
            Integration_System_Reference: toReference(asked.type, asked.id),
          },
        },
  parse,
  probe: { Response_Filter: toResponseFilter(1, 1) },
};

function parse(reply: object): Parsed<readonly IntegrationSystem[]> {
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) return err("unreadable");
  const systems: IntegrationSystem[] = [];
  for (const item of parsed.data.Response_Data?.Integration_System ?? []) {
    const wid = item.Integration_System_Reference.get("WID");
    const id = item.Integration_System_Reference.get("Integration_System_ID");
    if (wid === undefined || id === undefined) return err("unreadable");
    const name = item.Integration_System_Data?.Integration_System_Name ?? "";
    systems.push({ wid, id, name: name === "" ? id : name });
  }
  return ok(systems);
}
