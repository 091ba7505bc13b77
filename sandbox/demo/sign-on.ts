const wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
const passwordText =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";

/**
 * Signs on to the tenant as an integration does, and asks for one page of workers. `from` is the address that it seems
 * to come from; without it, it is this machine's, as the bot's is.
 *
 * @see Workday Human Resources v31.2, Get_Workers
 */
export async function signOnAs(
  address: { readonly url: string; readonly tenant: string; readonly from?: string },
  userName: string,
  password: string,
): Promise<number> {
  const { url, tenant, from } = address;
  const response = await fetch(`${url}/ccx/service/${tenant}/Human_Resources/v31.2`, {
    method: "POST",
    headers: {
      "content-type": "text/xml; charset=utf-8",
      ...(from !== undefined && { "x-forwarded-for": from }),
    },
    body: `<?xml version="1.0" encoding="utf-8"?>
      <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wd="urn:com.workday/bsvc">
        <soap:Header>
          <wsse:Security xmlns:wsse="${wsse}">
            <wsse:UsernameToken>
              <wsse:Username>${escape(`${userName}@${tenant}`)}</wsse:Username>
              <wsse:Password Type="${passwordText}">${escape(password)}</wsse:Password>
            </wsse:UsernameToken>
          </wsse:Security>
        </soap:Header>
        <soap:Body>
          <wd:Get_Workers_Request wd:version="v31.2">
            <wd:Response_Filter><wd:Page>1</wd:Page><wd:Count>1</wd:Count></wd:Response_Filter>
          </wd:Get_Workers_Request>
        </soap:Body>
      </soap:Envelope>`,
  });
  await response.arrayBuffer();
  return response.status;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
