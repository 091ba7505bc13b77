/**
 * Where a process that is started keeps what Node has compiled: at the same place as this one, if that was told one. It
 * changes how soon a process is up and nothing else.
 */
export function compileCache(): Readonly<Record<string, string>> {
  // oxlint-disable-next-line node/no-process-env -- Node's own setting, handed on to what is started
  const folder = process.env["NODE_COMPILE_CACHE"];
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
}
