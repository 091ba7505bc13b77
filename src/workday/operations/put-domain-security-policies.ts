import type { Fault } from "../../flows/model/fault.ts";
import type { DomainPolicy, PolicyPart } from "../../flows/ports/implementation.ts";
import { ok } from "../../result.ts";
import { type Element, findUnsendable } from "../fields/element.ts";
import { implementationDomains } from "../fields/implementation-parts.ts";
import type { Operation } from "../fields/operation.ts";
import { toReferenceOf } from "../fields/typed-ids.ts";
import { toHandBack } from "../wire/foreign-tree.ts";
import { toReferenceType } from "../wsdl/types.ts";

/**
 * What stands below `Security_Subpolicy_Data` was not read: it goes back in the order in which it came.
 * `Disabled` goes back in the spelling that it came in.
 */
const requestType = `<xsd:complexType name="Put_Domain_Security_Policies_RequestType"><xsd:sequence>
<xsd:element name="Domain_Security_Policy_Data" type="wd:Domain_Security_Policy_DataType" maxOccurs="unbounded"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Domain_Security_Policy_DataType"><xsd:sequence>
<xsd:element name="Domain_Reference" type="wd:DomainObject"/>
<xsd:element name="Domain_Name" type="xsd:string" minOccurs="0"/>
<xsd:element name="Disabled" type="xsd:string" minOccurs="0"/>
<xsd:element name="Notes" type="xsd:string" minOccurs="0"/>
<xsd:element name="Security_Policy_Permission_Data" type="wd:Security_Policy_Permission_DataType" minOccurs="0" maxOccurs="unbounded"/>
<xsd:element name="Security_Subpolicy_Data" type="wd:Security_Subpolicy_DataType" minOccurs="0" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="Security_Policy_Permission_DataType"><xsd:sequence>
<xsd:element name="Security_Group_Reference" type="wd:Security_GroupObject" minOccurs="0" maxOccurs="unbounded"/>
<xsd:element name="Security_Operation_Reference" type="wd:Security_OperationObject"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="Security_Subpolicy_DataType"/>`;

/**
 * Writes one whole policy, pending until somebody activates it. Repeating is the same as once. Sends nothing
 * where a text could not go back exactly as it came.
 *
 * @see Workday Core_Implementation_Service v47.0, Put_Domain_Security_Policies
 */
export const putDomainSecurityPolicies: Operation<DomainPolicy, undefined> = {
  service: "Core_Implementation_Service",
  name: "Put_Domain_Security_Policies",
  needs: implementationDomains,
  types: [
    requestType,
    toReferenceType("DomainObject"),
    toReferenceType("Security_GroupObject"),
    toReferenceType("Security_OperationObject"),
  ],
  refuse,
  toRequest,
  parse: () => ok(undefined),
};

function refuse(policy: DomainPolicy): Fault | undefined {
  const unsendable = findLost(policy.rest) ?? findUnsendable(toRequest(policy));
  if (unsendable === undefined) return undefined;
  const words = `The policy of ${policy.name} holds characters in its ${unsendable.replaceAll("_", " ")} that the bot cannot send back unchanged, so it wrote nothing. A person has to change this policy.`;
  return { kind: "rejected", outside: "Workday", words };
}

function findLost(rest: readonly PolicyPart[]): string | undefined {
  return rest.find((part) => toPart(part) === undefined)?.what;
}

function toPart({ text }: PolicyPart): Element | undefined {
  return toHandBack(JSON.parse(text));
}

function toRequest({ domainIds, name, permissions, rest }: DomainPolicy): Element {
  return {
    Domain_Security_Policy_Data: {
      Domain_Reference: toReferenceOf(domainIds),
      Domain_Name: name,
      ...toParts(rest, "Disabled"),
      ...toParts(rest, "Notes"),
      Security_Policy_Permission_Data: permissions.map(({ groups, operationIds }) => ({
        Security_Group_Reference: groups.map(({ ids }) => toReferenceOf(ids)),
        Security_Operation_Reference: toReferenceOf(operationIds),
      })),
      ...toParts(rest, "Security_Subpolicy_Data"),
    },
  };
}

function toParts(rest: readonly PolicyPart[], name: string): Element {
  const parts = rest.filter(({ what }) => what === name);
  const values = parts.map(toPart).filter((value) => value !== undefined);
  return values.length === 0 ? {} : { [name]: values };
}
