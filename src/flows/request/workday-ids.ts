import { parseRequestId, type RequestId } from "../model/ids.ts";

/** The id of an integration system that this request makes: it names the request, which makes it ours. */
export function toSystemId(id: RequestId): string {
  return `ISU_BOT_${id.replace("-", "_")}`;
}

/** The request that made an integration system; `undefined` where no request did. */
export function makerOfSystem(systemId: string): RequestId | undefined {
  const prefix = "ISU_BOT_";
  if (!systemId.startsWith(prefix)) return undefined;
  const parsed = parseRequestId(systemId.slice(prefix.length).replace("_", "-"));
  return parsed.ok ? parsed.value : undefined;
}

/** The id of a security group that this request makes through the implementation service. */
export function toGroupId(id: RequestId): string {
  return `ISSG_BOT_${id.replace("-", "_")}`;
}
