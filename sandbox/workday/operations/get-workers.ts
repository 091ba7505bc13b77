import { childOf, childrenOf, resolveReference } from "../soap/read.ts";
import { sequence, value } from "../soap/shape.ts";
import { leaf, tag } from "../soap/xml.ts";
import { getRequest, getResponse } from "./get-request.ts";
import type { Operation } from "./operation.ts";
import { renderReference } from "./references.ts";

/**
 * Lists workers: enough of each for a probe. Any one worker domain opens it, which
 * is simpler than the real rule, where each section of the answer has its own.
 *
 * @see Workday Human_Resources v31.2, Get_Workers
 */
export const getWorkers: Operation = {
  service: "Human_Resources",
  name: "Get_Workers",
  access: "Get",
  domains: [
    "Worker Data: Public Worker Reports",
    "Worker Data: Current Staffing Information",
    "Worker Data: Workers",
    "Worker Data: Active and Terminated Workers",
    "Worker Data: All Positions",
  ],
  request: getRequest("Get_Workers", {
    reference: "Worker_Reference",
    types: ["WID", "Employee_ID", "Contingent_Worker_ID"],
    criteria: sequence("Request_Criteria", []),
    isEither: true,
    group: [
      value("Include_Reference", "boolean"),
      value("Include_Personal_Information", "boolean"),
      value("Include_Employment_Information", "boolean"),
    ],
  }),
  perform(call, request) {
    const accounts = [...call.state.accounts.values()];
    const workers = accounts
      .filter(({ kind }) => kind === "worker")
      .map(({ wid, userName }, index) => ({ wid, userName, id: String(21_001 + index) }));
    const references = childrenOf(childOf(request, "Request_References"), "Worker_Reference");
    const asked = references.flatMap(
      (reference) =>
        resolveReference(reference, (type, id) =>
          workers.find((worker) => (type === "WID" ? worker.wid : worker.id) === id),
        ) ?? [],
    );
    return getResponse(call, request, {
      instances: references.length > 0 ? asked : workers,
      render: ({ wid, userName, id }) =>
        tag("Worker", [
          renderReference(call, "Worker_Reference", {
            descriptor: userName,
            ids: [
              ["WID", wid],
              ["Employee_ID", id],
            ],
          }),
          tag("Worker_Data", [leaf("Worker_ID", id), leaf("User_ID", userName)]),
        ]),
    });
  },
};
