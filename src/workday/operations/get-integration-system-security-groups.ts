import { z } from "zod";
import type { ImplementedGroup } from "../../flows/ports/implementation.ts";
import { err, ok } from "../../result.ts";
import { type DataItem, readDataItems } from "../fields/data-items.ts";
import { toResponseFilter } from "../fields/element.ts";
import { implementationDomains } from "../fields/implementation-parts.ts";
import type { Operation, Parsed } from "../fields/operation.ts";
import { Labels, listOf, Text } from "../fields/reply-parts.ts";
import { idOf, TypedIds } from "../fields/typed-ids.ts";
import { responseFilterType } from "../wsdl/types.ts";

const requestType = `<xsd:complexType name="Get_Integration_System_Security_Groups__Unconstrained__RequestType"><xsd:sequence>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>`;

type Listed = ImplementedGroup & { readonly wid: string };

/** A group that cannot be read whole is named and no more. */
type ListedGroup =
  | { readonly kind: "readable"; readonly group: Listed }
  | { readonly kind: "unreadable"; readonly labels: readonly string[] };

/** A field that is not here would be lost by the next write, so it makes the group unreadable. */
const Data = z.strictObject({
  attributes: z.record(z.string(), z.string()).optional(),
  Name: Text,
  Comment: Text,
  Inactive: Text,
  Integration_System_User_Reference: listOf(TypedIds),
});

const pageSize = 100;

/**
 * Reads one page of the Integration System Security Groups (Unconstrained). A group that cannot be read whole is listed
 * as unreadable: nothing of it is written, and the others are none the worse for it.
 *
 * @see Workday Core_Implementation_Service v47.0, Get_Integration_System_Security_Groups__Unconstrained_
 */
export const getIntegrationSystemSecurityGroups: Operation<
  { readonly page: number },
  readonly ListedGroup[]
> = {
  service: "Core_Implementation_Service",
  name: "Get_Integration_System_Security_Groups__Unconstrained_",
  needs: implementationDomains,
  types: [requestType, responseFilterType],
  toRequest: ({ page }) => ({ Response_Filter: toResponseFilter(page, pageSize) }),
  parse,
};

function parse(reply: object): Parsed<readonly ListedGroup[]> {
  const items = readDataItems(reply);
  if (items === undefined) return err("unreadable");
  return ok(
    items.map((item) => {
      const group = toGroup(item);
      return group === undefined
        ? { kind: "unreadable", labels: listLabels(item) }
        : { kind: "readable", group };
    }),
  );
}

/** Whatever names it: its name, its descriptor, its ids. */
function listLabels({ reference, data }: DataItem): readonly string[] {
  const labels = Labels.safeParse(reference);
  const named = z.object({ Name: Text }).safeParse(data);
  return [
    ...(named.success && named.data.Name !== "" ? [named.data.Name] : []),
    ...(labels.success ? labels.data : []),
  ];
}

function toGroup({ reference, data }: DataItem): Listed | undefined {
  const ids = TypedIds.safeParse(reference);
  const parsed = Data.safeParse(data);
  if (!ids.success || !parsed.success) return undefined;
  const wid = idOf(ids.data, "WID");
  const id = idOf(ids.data, "Tenant_Security_Group_ID");
  const { Name, Comment, Inactive, Integration_System_User_Reference } = parsed.data;
  if (wid === undefined || id === undefined || Name === "") return undefined;
  const members: Listed["members"][number][] = [];
  for (const member of Integration_System_User_Reference) {
    const account = idOf(member, "WorkdayUserName", "System_User_ID");
    if (account === undefined) return undefined;
    members.push({ account, ids: member });
  }
  const isInactive = ["1", "true"].includes(Inactive.trim());
  return { wid, id, name: Name, comment: Comment, isInactive, members };
}
