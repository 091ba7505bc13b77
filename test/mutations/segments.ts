import type { Breakage } from "./breakage.ts";

const tasks = "src/flows/step-kinds/tasks";

/** Step 8.1 of Microsoft's guide for Viva Learning: access by segments. */
export const ofSegments: readonly Breakage[] = [
  {
    name: "what is missing in Learning is not made",
    file: "src/flows/steps/ensure-learning.ts",
    find: "    const made = await retryUnreachable(clock, () => learning.add(kind, name));",
    replace:
      "    const made = await retryUnreachable(clock, () => learning.add(kind, `${name} 2`));",
    rows: ["8.1: Create Learning Security Category, or Create Learning Topic"],
  },
  {
    name: "content is marked with nothing",
    file: `${tasks}/add-segments-to-content.ts`,
    find: 'value: task.names.join("\\n")',
    replace: 'value: ""',
    rows: ["8.1: add these to your learning content"],
  },
  {
    name: "the segment-based group is for nobody",
    file: `${tasks}/create-segment-group.ts`,
    find: 'value: task.securityGroups.join("\\n")',
    replace: 'value: ""',
    rows: ["8.1: Security Groups prompt: who has permission to the securable content"],
  },
  {
    name: "segments that the tenant has become topics",
    file: "src/flows/model/segments.ts",
    find: 'segments.kind === "topics" ? [segments.segment] : segments.names',
    replace: "[...segments.names].slice(1)",
    rows: ["8.1: Access to Segments prompt, Workday-owned segments too"],
  },
  {
    name: "a request for segments that the tenant has makes some",
    file: "src/flows/kinds/segment.ts",
    find: 'segments.kind === "existing" ? [] : [{ name: "make-segments"',
    replace: 'segments.kind === "topics" ? [] : [{ name: "make-segments"',
    rows: ["8.1: Access to Segments prompt, Workday-owned segments too"],
  },
  {
    name: "segments of two types go into one group",
    file: "src/flows/intake/parse-segments.ts",
    find: "own.length === 0 || own.length === names.length",
    replace: "own.length >= 0",
    rows: ["8.1: no two types of segment in one group"],
  },
  {
    name: "no other group counts as a way past the segments",
    file: "src/flows/inventory/bypassing-groups.ts",
    find: "names.add(securityGroup);",
    replace: "names.delete(securityGroup);",
    rows: ["8.1, next steps: review all groups on the policy before adding a segment-based one"],
  },
  {
    name: "aggregation groups are not spoken of",
    file: "src/flows/wording/describe-segments.ts",
    find: " No report shows aggregation groups: look for them on these policies in Workday.",
    replace: "",
    rows: ["8.1, next steps: review the groups that an aggregation group includes"],
  },
  {
    name: "a group that was asked to be inactive is active",
    file: "src/flows/kinds/create.ts",
    find: "isGroupInactive === true ? { isInactive: true } : {}",
    replace: "isGroupInactive === true ? {} : {}",
    rows: ["8.1: make a security group inactive"],
  },
  {
    name: "a group that administers security may be inactive: segments",
    file: "src/flows/intake/parse-segments.ts",
    find: "  return segmentInactive && holds\n",
    replace: "  return segmentInactive && !holds\n",
    rows: ["8.1: not inactive with permission to Security Configuration"],
  },
  {
    name: "a group that administers security may be inactive: new accounts",
    file: "src/flows/intake/parse-group.ts",
    find: "  return holds\n",
    replace: "  return !holds\n",
    rows: ["8.1: not inactive with permission to Security Configuration"],
  },
  {
    name: "nothing is granted in the segments",
    file: "src/flows/kinds/segment.ts",
    find: "    grantSegments(segmented, tenant),\n",
    replace: "",
    rows: [
      "8.1, next steps: add the group to security policies",
      "8.1, next steps: Activate Pending Security Policy Changes",
    ],
  },
  {
    name: "an inactive group stays inactive",
    file: "src/flows/planning/next-steps.ts",
    find: '  return [{ kind: "activate-group", tenant, userName, groupName }];',
    replace:
      '  return [{ kind: "activate-group", tenant, userName, groupName } as const].slice(1);',
    rows: ["8.1, next steps: activate an inactive security group"],
  },
];
