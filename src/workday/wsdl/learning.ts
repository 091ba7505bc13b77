import { responseFilterType, toReferenceType, toWsdl } from "./document.ts";

const kinds = [
  {
    name: "Learning_Topic",
    plural: "Learning_Topics",
    data: '<xsd:element name="Learning_Topic_Name" type="xsd:string"/>',
  },
  {
    name: "Learning_Security_Category",
    plural: "Learning_Security_Categories",
    data: '<xsd:element name="Name" type="xsd:string"/>',
  },
  {
    name: "Learning_Topic_Security_Segment",
    plural: "Learning_Topic_Security_Segments",
    data: `<xsd:element name="ID" type="xsd:string"/>
<xsd:element name="Learning_Topic_Reference" type="wd:Learning_TopicObject" maxOccurs="unbounded"/>`,
  },
] as const;

/**
 * The part of the service Learning that the bot uses: the read that a probe makes, and what content is
 * segmented by.
 * @see Workday Learning v31.2
 */
export const learningWsdl = toWsdl({
  service: "Learning",
  operations: kinds.flatMap(({ name, plural }) => [`Get_${plural}`, `Put_${name}`]),
  types: [...kinds.map(toTypes), toReferenceType("Learning_TopicObject"), responseFilterType].join(
    "\n",
  ),
});

function toTypes({ name, plural, data }: (typeof kinds)[number]): string {
  return `<xsd:complexType name="Get_${plural}_RequestType"><xsd:sequence>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Put_${name}_RequestType"><xsd:sequence>
<xsd:element name="${name}_Data" type="wd:${name}_DataType"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="${name}_DataType"><xsd:sequence>
${data}
</xsd:sequence></xsd:complexType>`;
}
