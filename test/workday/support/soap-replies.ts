const soap = "http://schemas.xmlsoap.org/soap/envelope/";

/** Puts the content of a body into a reply, as Workday's servers write it. */
export function aSoapReply(body: string, status = 200): () => Response {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><env:Envelope xmlns:env="${soap}"><env:Body>${body}</env:Body></env:Envelope>`;
  return () => new Response(xml, { status, headers: { "content-type": "text/xml;charset=UTF-8" } });
}

export function aResponse(operation: string, content: string): () => Response {
  return aSoapReply(
    `<wd:${operation}_Response xmlns:wd="urn:com.workday/bsvc" wd:version="v31.2">${content}</wd:${operation}_Response>`,
  );
}

export function aFault(faultcode: string, faultstring: string, detail = ""): () => Response {
  return aSoapReply(
    `<env:Fault><faultcode>${faultcode}</faultcode><faultstring>${faultstring}</faultstring>${
      detail === "" ? "" : `<detail>${detail}</detail>`
    }</env:Fault>`,
    500,
  );
}

export interface AValidation {
  readonly message: string;
  readonly detail?: string;
  readonly xpath?: string;
}

export function aValidationFault(...errors: readonly AValidation[]): () => Response {
  const written = errors.map(
    ({ message, detail = message, xpath = "" }) =>
      `<wd:Validation_Error><wd:Message>${message}</wd:Message><wd:Detail_Message>${detail}</wd:Detail_Message><wd:Xpath>${xpath}</wd:Xpath></wd:Validation_Error>`,
  );
  return aFault(
    "SOAP-ENV:Client.validationError",
    `Validation error occurred. ${errors[0]?.message ?? ""}`,
    `<wd:Validation_Fault xmlns:wd="urn:com.workday/bsvc">${written.join("")}</wd:Validation_Fault>`,
  );
}

/** A validation fault that lists no single error and says what is wrong in its own detail. */
export function aBareValidationFault(message: string): () => Response {
  return aFault(
    "SOAP-ENV:Client.validationError",
    "Validation error occurred.",
    `<wd:Validation_Fault xmlns:wd="urn:com.workday/bsvc"><wd:Detail_Message>${message}</wd:Detail_Message></wd:Validation_Fault>`,
  );
}

export function aReference(name: string, ids: Readonly<Record<string, string>>): string {
  const written = Object.entries(ids).map(([type, id]) => `<wd:ID wd:type="${type}">${id}</wd:ID>`);
  return `<wd:${name} wd:Descriptor="A thing">${written.join("")}</wd:${name}>`;
}

export function aSystem(id: string, name: string): string {
  const reference = aReference("Integration_System_Reference", {
    WID: `wid-of-${id}`,
    Integration_System_ID: id,
  });
  return `<wd:Integration_System>${reference}<wd:Integration_System_Data><wd:Integration_System_Name>${name}</wd:Integration_System_Name></wd:Integration_System_Data></wd:Integration_System>`;
}

export function aUser(systemId: string, userName: string): string {
  const reference = aReference("Integration_System_Reference", {
    WID: `wid-of-${systemId}`,
    Integration_System_ID: systemId,
  });
  return `<wd:Integration_System_User>${reference}<wd:Integration_System_User_Data><wd:User_Name>${userName}</wd:User_Name></wd:Integration_System_User_Data></wd:Integration_System_User>`;
}

export function pagesOf(page: number, pages: number): string {
  return `<wd:Response_Results><wd:Total_Results>9</wd:Total_Results><wd:Total_Pages>${pages}</wd:Total_Pages><wd:Page_Results>1</wd:Page_Results><wd:Page>${page}</wd:Page></wd:Response_Results>`;
}
