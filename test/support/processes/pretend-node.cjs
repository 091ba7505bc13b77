// Lets a process take itself for another Node: NODE_OPTIONS="-r ./test/support/pretend-node.cjs"
// oxlint-disable-next-line node/no-process-env -- what is loaded by an option has no other way to be told
const { PRETEND_NODE: node } = process.env;
Object.defineProperty(process, "versions", { value: { ...process.versions, node } });
