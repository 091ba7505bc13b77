import { expect, it } from "vitest";
import { eachWithPlay, open, ownNames, type Play, press } from "../support/processes/play.ts";

const play = eachWithPlay();

async function readMetrics({ port }: Play): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}

it("tells how one request fared, and nothing that anybody typed", async () => {
  const { bob, workday, vault } = play();
  const names = ownNames();
  const request = await open(play(), { ...names, reason: "A reason nobody measures" });
  await request.shows("Waiting for an approver");
  await expect
    .poll(() => readMetrics(play()))
    .toContain('workday_isu_oldest_waiting_seconds{tenant="acme_dpt1",waiting_for="approver"}');
  await press(request, bob, "Approve");
  await request.shows("Done, verified");

  const done = 'workday_isu_requests{tenant="acme_dpt1",kind="create",state="done"} 1';
  await expect.poll(() => readMetrics(play())).toContain(done);
  await expect.poll(() => readMetrics(play())).toContain("workday_isu_workflows_in_flight 0");
  const text = await readMetrics(play());
  for (const counted of [
    'approvals_total{tenant="acme_dpt1",outcome="approved"} 1',
    'calls_total{service="workday",method="Put_Integration_System_User",outcome="ok"} 2',
    'calls_total{service="reports",method="read",outcome="ok"}',
    'calls_total{service="runner",method="hand-over",outcome="ok"} 4',
    'calls_total{service="vault",method="setSecret",outcome="ok"} 1',
    'calls_total{service="slack",method="chat.update",outcome="ok"}',
    'acknowledgement_seconds_count{payload="action"}',
    'acknowledgement_seconds_count{payload="view"}',
    "figures_readable 1",
  ]) {
    expect(text).toContain(`workday_isu_${counted}`);
  }
  const typed = [...Object.values(names), "A reason nobody measures", "Viva", bob.id, request.id];
  const secrets = [...workday.passwordsSeen, ...vault.valuesSeen];
  expect(secrets.length).toBeGreaterThan(1);
  expect([...typed, ...secrets].filter((one) => text.includes(one))).toEqual([]);
});
