/** The sum of a metric's lines, as the bot tells it on its health port. */
export async function readMetric(port: number, line: RegExp): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  const lines = (await answer.text()).split("\n").filter((one) => line.test(one));
  return lines.reduce((sum, one) => sum + Number(one.split(" ").at(-1)), 0);
}
