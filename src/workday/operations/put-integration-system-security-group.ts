import type { ImplementedGroup } from "../../flows/ports/implementation.ts";
import { ok } from "../../result.ts";
import type { Element } from "../fields/element.ts";
import { implementationDomains } from "../fields/implementation-parts.ts";
import type { Operation } from "../fields/operation.ts";
import { toReferenceOf } from "../fields/typed-ids.ts";
import { toReferenceType } from "../wsdl/types.ts";

const requestType = `<xsd:complexType name="Put_Integration_System_Security_Group__Unconstrained__RequestType"><xsd:sequence>
<xsd:element name="Integration_System_Security_Group__Unconstrained__Data" type="wd:Integration_System_Security_Group__Unconstrained__DataType"/>
</xsd:sequence><xsd:attribute name="Add_Only" type="xsd:boolean"/><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Integration_System_Security_Group__Unconstrained__DataType"><xsd:sequence>
<xsd:element name="Name" type="xsd:string"/>
<xsd:element name="Comment" type="xsd:string" minOccurs="0"/>
<xsd:element name="Inactive" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="Integration_System_User_Reference" type="wd:System_UserObject" minOccurs="0" maxOccurs="unbounded"/>
</xsd:sequence><xsd:attribute name="ID" type="xsd:string"/></xsd:complexType>`;

/**
 * Writes a whole group under its id, members too. With `isNew` it is only made (`Add_Only`): Workday refuses
 * an id that exists. Otherwise repeating is the same as once.
 *
 * @see Workday Core_Implementation_Service v47.0, Put_Integration_System_Security_Group__Unconstrained_
 */
export const putIntegrationSystemSecurityGroup: Operation<
  { readonly group: ImplementedGroup; readonly isNew: boolean },
  undefined
> = {
  service: "Core_Implementation_Service",
  name: "Put_Integration_System_Security_Group__Unconstrained_",
  needs: implementationDomains,
  types: [requestType, toReferenceType("System_UserObject")],
  toRequest: ({ group, isNew }) => ({
    attributes: { "wd:Add_Only": String(isNew) },
    Integration_System_Security_Group__Unconstrained__Data: toData(group),
  }),
  parse: () => ok(undefined),
};

function toData({ id, name, comment, isInactive, members }: ImplementedGroup): Element {
  return {
    attributes: { "wd:ID": id },
    Name: name,
    ...(comment === "" ? {} : { Comment: comment }),
    Inactive: isInactive,
    Integration_System_User_Reference: members.map(({ ids }) => toReferenceOf(ids)),
  };
}
