import { responseFilterType, toReferenceType, toWsdl } from "./document.ts";

const putUser = `<xsd:complexType name="Put_Integration_System_User_RequestType"><xsd:sequence>
<xsd:element name="Integration_System_Reference" type="wd:Integration_System__Audited_Object" minOccurs="0"/>
<xsd:element name="Integration_System_User_Data" type="wd:Integration_System_User_DataType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Integration_System_User_DataType"><xsd:sequence>
<xsd:element name="Integration_System_Reference" type="wd:Integration_System__Audited_Object" minOccurs="0"/>
<xsd:element name="User_Name" type="xsd:string" minOccurs="0"/>
<xsd:choice>
<xsd:element name="Password" type="xsd:string" minOccurs="0"/>
<xsd:element name="Generate_Random_Password" type="xsd:boolean" minOccurs="0"/>
</xsd:choice>
<xsd:element name="Require_New_Password_At_Next_Sign_In" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="Session_Timeout_Minutes" type="xsd:decimal" minOccurs="0"/>
<xsd:element name="Do_Not_Allow_UI_Sessions" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="Web_Service_Security_Configuration_Data" type="wd:Web_Service_Security_Configuration_DataType" minOccurs="0" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>
<xsd:complexType name="Web_Service_Security_Configuration_DataType"><xsd:sequence>
<xsd:element name="Enable_x509_Token_Authentication" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="X509_Public_Key_Reference" type="wd:x509_Public_KeyObject" minOccurs="0"/>
<xsd:element name="Enable_SAML_Authentication" type="xsd:boolean" minOccurs="0"/>
<xsd:element name="SAML_Issuer" type="xsd:string" minOccurs="0"/>
<xsd:element name="Identity_Provider_Public_Key_Reference" type="wd:x509_Public_KeyObject" minOccurs="0"/>
<xsd:element name="Holder-of-Key_Public_Key_Reference" type="wd:x509_Public_KeyObject" minOccurs="0"/>
</xsd:sequence></xsd:complexType>`;

const getUsers = `<xsd:complexType name="Get_Integration_System_Users_RequestType"><xsd:sequence>
<xsd:element name="Request_References" type="wd:Integration_System_Request_ReferencesType" minOccurs="0"/>
<xsd:element name="Integration_System_Request_Criteria" type="wd:Integration_System_User_CriteriaType" minOccurs="0"/>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Integration_System_User_CriteriaType"><xsd:sequence>
<xsd:element name="System_User_Reference" type="wd:System_UserObject" minOccurs="0" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>`;

const putSystem = `<xsd:complexType name="Put_Integration_System_RequestType"><xsd:sequence>
<xsd:element name="Integration_System_Reference" type="wd:Integration_System__Audited_Object" minOccurs="0"/>
<xsd:element name="Integration_System_Data" type="wd:Integration_System_DataType"/>
</xsd:sequence><xsd:attribute name="Add_Only" type="xsd:boolean"/><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Integration_System_DataType"><xsd:sequence>
<xsd:element name="Integration_System_ID" type="xsd:string" minOccurs="0"/>
<xsd:element name="Integration_System_Name" type="xsd:string" minOccurs="0"/>
<xsd:element name="Integration_Template_Reference" type="wd:Integration_TemplateObject" minOccurs="0"/>
</xsd:sequence></xsd:complexType>`;

const getSystems = `<xsd:complexType name="Get_Integration_Systems_RequestType"><xsd:sequence>
<xsd:element name="Request_References" type="wd:Integration_System_Request_ReferencesType" minOccurs="0"/>
<xsd:element name="Response_Filter" type="wd:Response_FilterType" minOccurs="0"/>
</xsd:sequence><xsd:attribute name="version" type="xsd:string"/></xsd:complexType>
<xsd:complexType name="Integration_System_Request_ReferencesType"><xsd:sequence>
<xsd:element name="Integration_System_Reference" type="wd:Integration_System__Audited_Object" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType>`;

/**
 * The part of the service Integrations that the bot uses.
 *
 * @see Workday Integrations v31.2, Put_Integration_System_User, Get_Integration_System_Users,
 * Put_Integration_System, Get_Integration_Systems
 */
export const integrationsWsdl = toWsdl({
  service: "Integrations",
  operations: [
    "Put_Integration_System_User",
    "Get_Integration_System_Users",
    "Put_Integration_System",
    "Get_Integration_Systems",
  ],
  types: [
    putUser,
    getUsers,
    putSystem,
    getSystems,
    responseFilterType,
    toReferenceType("Integration_System__Audited_Object"),
    toReferenceType("System_UserObject"),
    toReferenceType("Integration_TemplateObject"),
    toReferenceType("x509_Public_KeyObject"),
  ].join("\n"),
});
