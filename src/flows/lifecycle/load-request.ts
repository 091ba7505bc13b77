import { type RequestId } from "../model/ids.ts";
import { type FlowDeps } from "../ports/deps.ts";
import { type Request } from "../request/request.ts";

export async function loadRequest(deps: Pick<FlowDeps, "store">, id: RequestId): Promise<Request> {
  const request = await deps.store.find(id);
  if (request === undefined) throw new Error(`${id} is not in the store`);
  return request;
}
