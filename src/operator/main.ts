import { type OperatorOrder, operatorUsage, parseOperatorArguments } from "./arguments.ts";

/** sysexits.h: EX_USAGE. */
const badUsage = 64;

const wish = parseOperatorArguments(process.argv.slice(2));
if (!wish.ok) end(badUsage, wish.error);
else if (wish.value.kind === "help") end(0, operatorUsage);
else await obey(wish.value);

/** Loads what it takes only now: whoever asks for help needs none of it. */
async function obey(order: OperatorOrder): Promise<void> {
  const { runOrder } = await import("./run-order.ts");
  const [code, words] = await runOrder(order, process.env, process.cwd());
  end(code, words);
}

function end(code: number, words: string): void {
  const stream = code === 0 ? process.stdout : process.stderr;
  stream.write(`${words.trimEnd()}\n`, () => process.exit(code));
}
