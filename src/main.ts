import { runWithoutOptions } from "./without-options.ts";

const usage = `npm start

Starts the bot with the settings of its environment and its configuration file, and runs until it is told to
stop (SIGTERM, Ctrl-C). Ends with 0 then, with 1 when it breaks, 64 when it is called with what it does not
know, 78 when the settings cannot be read.

  --help   this text

  CONFIG   the configuration file, config.yml unless set; .env.example lists the other settings
`;

// Loaded only now: whoever asks for help needs none of it.
await runWithoutOptions(usage, async () => {
  const { start } = await import("./start.ts");
  await start(process.env, process.cwd());
});
