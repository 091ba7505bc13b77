import { type BusinessProcess, describeProcess } from "../model/business-process.ts";
import type { TaskInWords } from "./task-in-words.ts";

/** The fields of *Edit Business Process Security Policy*. */
export function describeProcesses(
  {
    groupName,
    businessProcesses,
  }: { readonly groupName: string; readonly businessProcesses: readonly BusinessProcess[] },
  field: string,
): TaskInWords["fields"] {
  return [
    { field: "Security Group", value: groupName },
    { field, value: businessProcesses.map(describeProcess).join("\n") },
  ];
}
