import { responseFilterType, toWsdl } from "./document.ts";

/**
 * The one read of the service Human_Resources that a probe makes.
 * @see Workday Human_Resources v31.2, Get_Workers
 */
export const humanResourcesWsdl = toWsdl({
  service: "Human_Resources",
  operations: ["Get_Workers"],
  types: `<xsd:complexType name="Get_Workers_RequestType"><xsd:sequence>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
<xsd:element name="Response_Group" type="wd:Worker_Response_GroupType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Worker_Response_GroupType"><xsd:sequence>
<xsd:element name="Include_Reference" type="xsd:boolean" minOccurs="0"/>
</xsd:sequence></xsd:complexType>
${responseFilterType}`,
});
