const wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
const passwordText =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

export interface Caller {
  readonly userName: string;
  readonly password: string;
}

export const bot: Caller = { userName: "ISU_Bot@acme", password: "Bot-password-1" };

/** A SOAP envelope around a request element written by hand. */
export function anEnvelope(request: string, { userName, password }: Caller = bot): string {
  return `<?xml version="1.0" encoding="utf-8"?>
    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wd="urn:com.workday/bsvc">
      <soap:Header>
        <wsse:Security xmlns:wsse="${wsse}">
          <wsse:UsernameToken>
            <wsse:Username>${userName}</wsse:Username>
            <wsse:Password Type="${passwordText}">${password}</wsse:Password>
          </wsse:UsernameToken>
        </wsse:Security>
      </soap:Header>
      <soap:Body>${request}</soap:Body>
    </soap:Envelope>`;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The fault string, "" when there is none. */
  readonly fault: string;
}

/** Posts an envelope to `Service/version` of the tenant acme. */
export async function post(
  workday: { readonly url: string },
  path: string,
  envelope: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${workday.url}/ccx/service/acme/${path}`, {
    method: "POST",
    headers: { "content-type": "text/xml; charset=utf-8", ...headers },
    body: envelope,
  });
  const body = await response.text();
  const fault = /<faultstring>([^<]*)<\/faultstring>/.exec(body)?.[1] ?? "";
  return { status: response.status, body, fault: fault.replaceAll("&apos;", "'") };
}

export function call(
  workday: { readonly url: string },
  request: string,
  caller: Caller = bot,
): Promise<Answer> {
  return post(workday, "Integrations/v31.2", anEnvelope(request, caller));
}

export function putSystem(id: string, attributes = 'wd:Add_Only="true"'): string {
  return `<wd:Put_Integration_System_Request ${attributes}>
    <wd:Integration_System_Data>
      <wd:Integration_System_ID>${id}</wd:Integration_System_ID>
      <wd:Integration_System_Name>System ${id}</wd:Integration_System_Name>
      <wd:Integration_Template_Reference>
        <wd:ID wd:type="Integration_Template_Name">Cloud Integration Template</wd:ID>
      </wd:Integration_Template_Reference>
    </wd:Integration_System_Data>
  </wd:Put_Integration_System_Request>`;
}

export function systemReference(id: string): string {
  return `<wd:Integration_System_Reference>
    <wd:ID wd:type="Integration_System_ID">${id}</wd:ID>
  </wd:Integration_System_Reference>`;
}

export function putUser(system: string, data: string): string {
  return `<wd:Put_Integration_System_User_Request wd:version="v31.2">
    ${systemReference(system)}
    <wd:Integration_System_User_Data>${data}</wd:Integration_System_User_Data>
  </wd:Put_Integration_System_User_Request>`;
}

export function user(name: string, password: string, more = ""): string {
  return `<wd:User_Name>${name}</wd:User_Name><wd:Password>${password}</wd:Password>${more}`;
}
