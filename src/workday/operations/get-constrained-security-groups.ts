import { z } from "zod";
import type { ShownConstrainedGroup } from "../../flows/ports/implementation.ts";
import { err, ok } from "../../result.ts";
import { readDataItems } from "../fields/data-items.ts";
import { toResponseFilter } from "../fields/element.ts";
import { implementationDomains } from "../fields/implementation-parts.ts";
import type { Operation, Parsed } from "../fields/operation.ts";
import { Labels, listOf, Text } from "../fields/reply-parts.ts";
import { idOf, TypedIds } from "../fields/typed-ids.ts";
import { responseFilterType } from "../wsdl/types.ts";

const requestType = `<xsd:complexType name="Get_Integration_System_Security_Groups__Constrained__RequestType"><xsd:sequence>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>`;

const Data = z.object({
  Name: Text,
  Inactive: Text,
  Integration_System_User_Reference: listOf(TypedIds),
  Organization_Reference: listOf(Labels),
  Applies_to_Current_Organization_Only: Text,
  Applies_to_Current_Organization_And_All_Subordinates: Text,
});

const pageSize = 100;

/**
 * Reads one page of the Integration System Security Groups (Constrained), to compare them: the bot writes none. One
 * that says nothing, or several things, of itself is left out.
 *
 * @see Workday Core_Implementation_Service v47.0, Get_Integration_System_Security_Groups__Constrained_
 */
export const getConstrainedSecurityGroups: Operation<
  { readonly page: number },
  readonly ShownConstrainedGroup[]
> = {
  service: "Core_Implementation_Service",
  name: "Get_Integration_System_Security_Groups__Constrained_",
  needs: implementationDomains,
  types: [requestType, responseFilterType],
  toRequest: ({ page }) => ({ Response_Filter: toResponseFilter(page, pageSize) }),
  parse,
};

function parse(reply: object): Parsed<readonly ShownConstrainedGroup[]> {
  const items = readDataItems(reply);
  if (items === undefined) return err("unreadable");
  const groups: ShownConstrainedGroup[] = [];
  for (const { data } of items.filter((item) => item.data !== undefined)) {
    const parsed = Data.safeParse(data);
    if (!parsed.success) return err("unreadable");
    groups.push(toGroup(parsed.data));
  }
  return ok(groups);
}

function toGroup(data: z.infer<typeof Data>): ShownConstrainedGroup {
  const scope = toScope(data);
  return {
    name: data.Name,
    isInactive: isTrue(data.Inactive),
    members: data.Integration_System_User_Reference.map(
      (ids) => idOf(ids, "WorkdayUserName", "System_User_ID") ?? "somebody",
    ),
    organizations: data.Organization_Reference,
    ...(scope && { scope }),
  };
}

function toScope(data: z.infer<typeof Data>): ShownConstrainedGroup["scope"] {
  if (isTrue(data.Applies_to_Current_Organization_And_All_Subordinates)) return "subordinates";
  return isTrue(data.Applies_to_Current_Organization_Only) ? "current" : undefined;
}

function isTrue(text: string): boolean {
  return ["1", "true"].includes(text.trim());
}
