import { responseFilterType, toWsdl } from "./document.ts";

/**
 * The one read of the service Learning that a probe makes.
 * @see Workday Learning v31.2, Get_Learning_Topics
 */
export const learningWsdl = toWsdl({
  service: "Learning",
  operations: ["Get_Learning_Topics"],
  types: `<xsd:complexType name="Get_Learning_Topics_RequestType"><xsd:sequence>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
${responseFilterType}`,
});
