import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { startWorkday, type Workday } from "../../../../sandbox/workday/workday.ts";
import { withWql, wqlClient } from "../../../../sandbox/workday/wql/with-wql.ts";
import { aTenant } from "../a-workday.ts";

const Token = z.object({ access_token: z.string() });
const Page = z.object({ total: z.number(), data: z.array(z.record(z.string(), z.unknown())) });

let workday: Workday;
let bearer: string;

beforeEach(async () => {
  workday = await startWorkday({ tenants: [withWql(aTenant(), "fine")] });
  bearer = await signOn(workday);
});

afterEach(() => workday.stop());

async function signOn({ url }: Workday): Promise<string> {
  const { clientId, clientSecret, refreshToken } = wqlClient;
  const answer = await fetch(`${url}/ccx/oauth2/acme/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }),
  });
  return Token.parse(await answer.json()).access_token;
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${bearer}` };
  return fetch(`${workday.url}/ccx/api/wql/v1/acme/${path}`, { headers, ...init });
}

function select(query: string): Promise<Response> {
  return ask(`data?query=${encodeURIComponent(query)}`);
}

async function pageOf(answer: Promise<Response>): Promise<z.infer<typeof Page>> {
  return Page.parse(await (await answer).json());
}

describe("WQL", () => {
  it("lists hundreds of sources, a hundred a page at the most, some without an alias", async () => {
    const first = await pageOf(ask("dataSources?limit=1000"));
    const last = await pageOf(ask(`dataSources?limit=100&offset=${first.total - 5}`));

    expect([first.total > 200, first.data.length, last.data.length]).toEqual([true, 100, 5]);
    expect(first.data.some(({ alias }) => alias === undefined)).toBe(true);
  });

  it("tells a source's fields by its id, and whether it has to be filtered", async () => {
    const sources = [0, 100, 200].map((offset) =>
      pageOf(ask(`dataSources?limit=100&offset=${offset}`)),
    );
    const listed = (await Promise.all(sources)).flatMap(({ data }) => data);
    const { id } = listed.find(({ alias }) => alias === "allSystemAccountSignons") ?? {};

    const detail: unknown = await (await ask(`dataSources/${String(id)}`)).json();
    const fields = await pageOf(ask(`dataSources/${String(id)}/fields?limit=50`));

    expect(detail).toMatchObject({ alias: "allSystemAccountSignons", filterIsRequired: true });
    expect(fields.data).toContainEqual(
      expect.objectContaining({ alias: "sign_OnTime", type: "Date" }),
    );
  });

  it("answers rows page by page, without what is empty", async () => {
    const query = encodeURIComponent(
      "SELECT securityGroup, members, comment FROM allSecurityGroups",
    );

    const { total, data } = await pageOf(ask(`data?query=${query}&limit=2&offset=1`));

    expect({ total, names: data.map((row) => Object.keys(row)) }).toEqual({
      total: 3,
      names: [["securityGroup", "members"], ["securityGroup"]],
    });
  });

  it("stops at the query's own limit", async () => {
    const { total } = await pageOf(select("SELECT securityGroup FROM allSecurityGroups LIMIT 1"));

    expect(total).toBe(1);
  });

  it.each([
    ["a source that there is not", "SELECT a FROM allOfIt"],
    ["a field that there is not", "SELECT securityGroup, nothing FROM allSecurityGroups"],
    ["all fields", "SELECT * FROM allSecurityGroups"],
    ["no query", "DELETE FROM allSecurityGroups"],
    [
      "more than 2,048 characters",
      `SELECT ${"securityGroup, ".repeat(150)}members FROM allSecurityGroups`,
    ],
    [
      "a source without the filter that it needs",
      "SELECT sign_OnTime FROM allSystemAccountSignons",
    ],
    [
      "a filter without its moments",
      "SELECT sign_OnTime FROM allSystemAccountSignons(dataSourceFilter=workdaySystemAccountSignonsInRange)",
    ],
  ])("refuses %s", async (_why, query) => {
    const answer = await select(query);

    expect([answer.status, await answer.json()]).toEqual([400, { error: "Invalid request" }]);
  });

  it("answers a source that has to be filtered, when it is", async () => {
    const filter = "dataSourceFilter=workdaySystemAccountSignonsInRange";
    const moments = 'fromMoment="2020-01-01T00:00:00Z", toMoment="2099-02-01T00:00:00Z"';

    const { total } = await pageOf(
      select(
        `SELECT sign_OnTime, systemAccount1 FROM allSystemAccountSignons(${filter}, ${moments})`,
      ),
    );

    expect(total).toBe(1);
  });

  it("refuses POST to a client that has View alone", async () => {
    const query = "SELECT securityGroup FROM allSecurityGroups";
    const headers = { authorization: `Bearer ${bearer}` };

    const answer = await ask("data", { method: "POST", headers, body: JSON.stringify({ query }) });

    expect(answer.status).toBe(403);
  });

  it("refuses whoever has no token, and a client whose account may not ask", async () => {
    const plain = await startWorkday({ tenants: [{ ...withWql(aTenant(), "fine"), groups: [] }] });
    const stranger = await ask("dataSources", { headers: {} });
    bearer = await signOn(plain);
    const refused = await fetch(`${plain.url}/ccx/api/wql/v1/acme/dataSources`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    await plain.stop();

    expect([stranger.status, refused.status]).toEqual([401, 403]);
  });

  it("answers nothing at a tenant without WQL", async () => {
    const plain = await startWorkday({ tenants: [aTenant()] });
    const answer = await fetch(`${plain.url}/ccx/api/wql/v1/acme/dataSources`);
    await plain.stop();

    expect(answer.status).toBe(404);
  });
});
