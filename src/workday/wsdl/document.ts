/** What one service's description is made of: the schema's own lines, and the operations it offers. */
export interface ServiceDescription {
  readonly service: string;
  readonly operations: readonly string[];
  /** Named types of the schema, among them one `<operation>_RequestType` for each operation. */
  readonly types: string;
}

/** The namespace of every Workday element and attribute, whatever the service. */
export const workdayNamespace = "urn:com.workday/bsvc";

/**
 * Joins a service's types to a WSDL that holds only what this bot sends. Replies are declared without
 * content, so that every value arrives as the text it is and our own schemas judge it.
 *
 * The address is a place that cannot exist: the endpoint always comes from the configuration.
 */
export function toWsdl({ service, operations, types }: ServiceDescription): string {
  const own = `${workdayNamespace}/${service}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions name="${service}" targetNamespace="${own}" xmlns:own="${own}"
  xmlns:wd="${workdayNamespace}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soapbind="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<wsdl:types>
<xsd:schema elementFormDefault="qualified" attributeFormDefault="qualified" targetNamespace="${workdayNamespace}">
${operations.map(toElements).join("\n")}
<xsd:complexType name="Any_Reply"/>
${types}
</xsd:schema>
</wsdl:types>
${operations.map(toMessages).join("\n")}
<wsdl:portType name="${service}Port">
${operations.map(toOperation).join("\n")}
</wsdl:portType>
<wsdl:binding name="${service}Binding" type="own:${service}Port">
<soapbind:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
${operations.map(toBoundOperation).join("\n")}
</wsdl:binding>
<wsdl:service name="${service}Service">
<wsdl:port name="${service}" binding="own:${service}Binding"><soapbind:address location="https://workday.invalid/"/></wsdl:port>
</wsdl:service>
</wsdl:definitions>`;
}

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

function toElements(operation: string): string {
  return `<xsd:element name="${operation}_Request" type="wd:${operation}_RequestType"/>
<xsd:element name="${operation}_Response" type="wd:Any_Reply"/>`;
}

function toMessages(operation: string): string {
  return `<wsdl:message name="${operation}_Input"><wsdl:part name="body" element="wd:${operation}_Request"/></wsdl:message>
<wsdl:message name="${operation}_Output"><wsdl:part name="body" element="wd:${operation}_Response"/></wsdl:message>`;
}

function toOperation(operation: string): string {
  return `<wsdl:operation name="${operation}"><wsdl:input message="own:${operation}_Input"/><wsdl:output message="own:${operation}_Output"/></wsdl:operation>`;
}

function toBoundOperation(operation: string): string {
  return `<wsdl:operation name="${operation}"><soapbind:operation style="document"/>
<wsdl:input><soapbind:body use="literal"/></wsdl:input><wsdl:output><soapbind:body use="literal"/></wsdl:output></wsdl:operation>`;
}
