import type { Callable } from "../fields/operation.ts";

/** The namespace of every Workday element and attribute, whatever the service. */
export const workdayNamespace = "urn:com.workday/bsvc";

/**
 * The WSDL of one operation, which holds only what this bot sends. The reply is declared without content, so
 * that every value arrives as the text it is and the operation's own schema judges it.
 *
 * The address is a place that cannot exist: the endpoint always comes from the configuration.
 */
export function toWsdl({ service, name, types }: Callable): string {
  const own = `${workdayNamespace}/${service}`;
  return `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions name="${service}" targetNamespace="${own}" xmlns:own="${own}"
  xmlns:wd="${workdayNamespace}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soapbind="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<wsdl:types>
<xsd:schema elementFormDefault="qualified" attributeFormDefault="qualified" targetNamespace="${workdayNamespace}">
<xsd:element name="${name}_Request" type="wd:${name}_RequestType"/>
<xsd:element name="${name}_Response" type="wd:Any_Reply"/>
<xsd:complexType name="Any_Reply"/>
${types.join("\n")}
</xsd:schema>
</wsdl:types>
<wsdl:message name="${name}_Input"><wsdl:part name="body" element="wd:${name}_Request"/></wsdl:message>
<wsdl:message name="${name}_Output"><wsdl:part name="body" element="wd:${name}_Response"/></wsdl:message>
<wsdl:portType name="${service}Port">
<wsdl:operation name="${name}"><wsdl:input message="own:${name}_Input"/><wsdl:output message="own:${name}_Output"/></wsdl:operation>
</wsdl:portType>
<wsdl:binding name="${service}Binding" type="own:${service}Port">
<soapbind:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
<wsdl:operation name="${name}"><soapbind:operation style="document"/>
<wsdl:input><soapbind:body use="literal"/></wsdl:input><wsdl:output><soapbind:body use="literal"/></wsdl:output></wsdl:operation>
</wsdl:binding>
<wsdl:service name="${service}Service">
<wsdl:port name="${service}" binding="own:${service}Binding"><soapbind:address location="https://workday.invalid/"/></wsdl:port>
</wsdl:service>
</wsdl:definitions>`;
}
