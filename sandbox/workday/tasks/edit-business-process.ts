import { z } from "zod";
import { findGroup, proposeChange } from "../security.ts";
import type { Permission } from "../state.ts";
import { aTask, done, refused } from "./task.ts";

const Lines = z
  .array(z.strictObject({ policy: z.string().trim().min(1), action: z.string().optional() }))
  .default([]);

/** Policies whose initiating web-service action this tenant knows, for a line that names none. */
const initiating = "Initiate (Web Service)";

/** "Edit Business Process Security Policy", one policy after the other: pending until an activation. */
export const editBusinessProcess = aTask({
  name: "edit-business-process-security-policy",
  fields: z.strictObject({ group: z.string().min(1), add: Lines, remove: Lines }),
  perform(state, { group: name, add, remove }, by) {
    const group = findGroup(state, name);
    if (group === undefined) return refused(`There is no security group "${name}".`);
    const lines = [...add, ...remove];
    if (lines.length === 0) return refused("No business process was chosen.");
    const wrong = lines.find(
      ({ action = initiating }) => !action.toLowerCase().includes("(web service)"),
    );
    if (group.type.startsWith("Integration System") && wrong !== undefined) {
      return refused(
        `Integration System Security Groups are only valid for web service tasks: "${wrong.action}" is none.`,
      );
    }
    for (const line of add) proposeChange(state, toLine(group.name, line), "Added", by);
    for (const line of remove) proposeChange(state, toLine(group.name, line), "Removed", by);
    return done(`Business process security policies are changed, pending activation.`);
  },
});

function toLine(
  securityGroup: string,
  { policy, action = initiating }: z.infer<typeof Lines>[number],
): Permission {
  return { kind: "business-process", policy, action, securityGroup, access: "" };
}
