import { z } from "zod";
import { err, ok } from "../../../src/result.ts";
import { toResponseFilter } from "../../../src/workday/fields/element.ts";
import type { Operation, Parsed } from "../../../src/workday/fields/operation.ts";
import { listOf, Text } from "../../../src/workday/fields/reply-parts.ts";
import { responseFilterType } from "../../../src/workday/wsdl/types.ts";

const requestType = `<xsd:complexType name="Get_Organizations_RequestType"><xsd:sequence>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>`;

const Organization = z.object({ Organization_Data: z.object({ Name: Text }) });
const Reply = z.object({
  Response_Data: z.object({ Organization: listOf(Organization) }).nullish(),
});

/**
 * Reads the names of organizations, page by page.
 * @see Workday Human_Resources v31.2, Get_Organizations
 */
export const getOrganizations: Operation<{ readonly page: number }, readonly string[]> = {
  service: "Human_Resources",
  name: "Get_Organizations",
  needs: "Get on the domain Manage: Organization",
  types: [requestType, responseFilterType],
  toRequest: ({ page }) => ({ Response_Filter: toResponseFilter(page, 100) }),
  parse,
};

function parse(reply: object): Parsed<readonly string[]> {
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) return err("unreadable");
  const found = parsed.data.Response_Data?.Organization ?? [];
  return ok(found.map(({ Organization_Data: { Name } }) => Name));
}
