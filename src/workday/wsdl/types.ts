/** A reference type: any number of `ID`, each with a `wd:type`. */
export function toReferenceType(name: string): string {
  return `<xsd:complexType name="${name}"><xsd:sequence>
<xsd:element name="ID" type="wd:${name}_ID" minOccurs="0" maxOccurs="unbounded"/>
</xsd:sequence><xsd:attribute name="Descriptor" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="${name}_ID"><xsd:simpleContent><xsd:extension base="xsd:string">
<xsd:attribute name="type" type="xsd:string" use="required"/>
</xsd:extension></xsd:simpleContent></xsd:complexType>`;
}

/** The page asked for: every Get of these services takes it. */
export const responseFilterType = `<xsd:complexType name="Response_FilterType"><xsd:sequence>
<xsd:element name="As_Of_Effective_Date" type="xsd:date" minOccurs="0"/>
<xsd:element name="As_Of_Entry_DateTime" type="xsd:dateTime" minOccurs="0"/>
<xsd:element name="Page" type="xsd:decimal" minOccurs="0"/>
<xsd:element name="Count" type="xsd:decimal" minOccurs="0"/>
</xsd:sequence></xsd:complexType>`;

/** The integration systems that a Get of the service Integrations is about. */
export const systemReferencesType = `<xsd:complexType name="Integration_System_Request_ReferencesType"><xsd:sequence>
<xsd:element name="Integration_System_Reference" type="wd:Integration_System__Audited_Object" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>`;
