// Stops in one sentence where this Node cannot run the bot: an older one cannot even read TypeScript. Scripts of
// package.json and the image load it before anything else (node -r); it is CommonJS, which every Node can load so.
const { engines } = require("../package.json");

const [major, minor] = engines.node.match(/\d+/g).map(Number);
const [thisMajor, thisMinor] = process.versions.node.split(".").map(Number);

if (thisMajor !== major || thisMinor < minor) {
  process.stderr.write(
    `Workday ISU bot needs Node ${major}, ${major}.${minor} or newer, and this is ${process.versions.node}: install it, then run the command again.\n`,
  );
  process.exit(1);
}
