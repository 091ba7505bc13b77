import { describe, expect, it } from "vitest";
import { aWorkday } from "../support/a-workday.ts";
import { recordingFetch } from "../support/recording-fetch.ts";

const lines = [
  {
    Security_Group: "A",
    Status: "Active",
    Administered_By: "HR; IT",
    Processes: "Hire",
    Initiates: "Hire",
    Included_In: "HR or Partner",
  },
  { Security_Group: "A", Status: "Active", Administered_By: "IT; Audit", Processes: "Terminate" },
  { Security_Group: "B", Status: "Active", Member: "ISU_B" },
];

async function read(columns: Readonly<Record<string, string>>): Promise<unknown> {
  const { fetch } = recordingFetch(() => Response.json({ Report_Entry: lines }));
  const reports = { owner: "ISU_Bot", securityGroups: { name: "Groups", columns } };
  const answer = await aWorkday(fetch, { reports }).readSecurityGroups();
  return answer.ok ? answer.value : answer;
}

describe("the report of groups", () => {
  it("tells who administers and includes a group, and its business processes, by columns that are named", async () => {
    const columns = {
      Administered_By: "Administered_By",
      Included_In: "Included_In",
      Business_Processes: "Processes",
      Initiates: "Initiates",
    };

    expect(await read(columns)).toEqual([
      {
        name: "A",
        active: true,
        members: [],
        administeredBy: ["HR", "IT", "Audit"],
        includedIn: ["HR or Partner"],
        processes: { any: ["Hire", "Terminate"], initiates: ["Hire"] },
      },
      {
        name: "B",
        active: true,
        members: ["ISU_B"],
        administeredBy: [],
        includedIn: [],
        processes: { any: [], initiates: [] },
      },
    ]);
  });

  it.each(["Administered_By", "Included_In", "Business_Processes", "Initiates"])(
    "takes nothing for none that it shows of no group, as where %s has another name",
    async (column) => {
      const columns = {
        Administered_By: "Administered_By",
        Included_In: "Included_In",
        Business_Processes: "Processes",
        Initiates: "Initiates",
      };
      const fields: Readonly<Record<string, string>> = {
        Administered_By: "administeredBy",
        Included_In: "includedIn",
      };

      const groups = await read({ ...columns, [column]: "Misspelt" });

      expect(groups).toMatchObject([{ name: "A" }, { name: "B" }]);
      expect(JSON.stringify(groups)).not.toContain(fields[column] ?? "processes");
    },
  );

  it("takes no column that is not named for an empty one", async () => {
    expect(await read({ Business_Processes: "Processes" })).toEqual([
      { name: "A", active: true, members: [] },
      { name: "B", active: true, members: ["ISU_B"] },
    ]);
  });
});
