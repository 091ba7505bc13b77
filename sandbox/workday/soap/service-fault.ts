import { escapeXml, leaf, tag } from "./xml.ts";

export interface ValidationError {
  readonly message: string;
  readonly detailMessage: string;
  readonly xpath: string;
}

interface FaultParts {
  readonly faultcode: string;
  readonly faultstring: string;
  /** XML of the detail, "" for none. */
  readonly detail: string;
}

/** A request that ends in a SOAP fault; thrown by whatever finds the reason. */
export class ServiceFault extends Error {
  readonly faultcode: string;
  readonly detail: string;

  constructor({ faultcode, faultstring, detail }: FaultParts) {
    super(faultstring);
    this.faultcode = faultcode;
    this.detail = detail;
  }
}

/** What a wrong user name, a wrong password, a lock and an authentication policy all answer. */
export function authenticationFault(): ServiceFault {
  return new ServiceFault({
    faultcode: "SOAP-ENV:Client.authenticationError",
    faultstring: "invalid username or password",
    detail: "",
  });
}

export function notAuthorizedFault(): ServiceFault {
  const message = "The task submitted is not authorized.";
  return new ServiceFault({
    faultcode: "SOAP-ENV:Server.processingError",
    faultstring: `Processing error occurred. ${message}`,
    detail: tag("Processing_Fault", [leaf("Detail_Message", message)]),
  });
}

export function validationFault(errors: readonly ValidationError[]): ServiceFault {
  return new ServiceFault({
    faultcode: "SOAP-ENV:Client.validationError",
    faultstring: `Validation error occurred. ${errors[0]?.message ?? ""}`,
    detail: tag(
      "Validation_Fault",
      errors.map(({ message, detailMessage, xpath }) =>
        tag("Validation_Error", [
          leaf("Message", message),
          leaf("Detail_Message", detailMessage),
          leaf("Xpath", xpath),
        ]),
      ),
    ),
  });
}

/** A fault about the address of the request: its service or version. */
export function requestFault(faultstring: string): ServiceFault {
  const faultcode = "SOAP-ENV:Client.validationError";
  return new ServiceFault({ faultcode, faultstring, detail: "" });
}

/**
 * The same as a newer version says it: from v47 on faults have a code, a refused sign-on has a detail. The codes
 * themselves are guesses.
 *
 * @see Workday Core_Implementation_Service v47.0, Authentication_Fault and Processing_Fault
 */
export function atVersion(fault: ServiceFault, version: string): ServiceFault {
  if (Number(/\d+/.exec(version)?.[0] ?? "0") < 47) return fault;
  const { faultcode, message: faultstring } = fault;
  const detail = faultcode.endsWith("authenticationError")
    ? tag("Authentication_Fault", [leaf("Code", "S11")])
    : fault.detail.replace(/<\/wd:(Processing|Validation)_Fault>$/, "<wd:Code>S00</wd:Code>$&");
  return new ServiceFault({ faultcode, faultstring, detail });
}

export function renderFault({ faultcode, message, detail }: ServiceFault): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Body>',
    '<SOAP-ENV:Fault xmlns:wd="urn:com.workday/bsvc">',
    `<faultcode>${escapeXml(faultcode)}</faultcode>`,
    `<faultstring>${escapeXml(message)}</faultstring>`,
    detail === "" ? "" : `<detail>${detail}</detail>`,
    "</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>",
  ].join("");
}
