/** What one kind of thing took, each time that it was done. */
export interface Series {
  readonly what: string;
  readonly unit: "ms" | "MB" | "times";
  readonly values: readonly number[];
}

/** The value that as many are below as above; of an even number the mean of the two in the middle. */
export function toMedian(values: readonly number[]): number {
  const sorted = sort(values);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The smallest value that is not below 95 of a hundred (nearest rank): of fewer than twenty the largest. */
export function toPercentile95(values: readonly number[]): number {
  return sort(values)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

function sort(values: readonly number[]): readonly number[] {
  return values.toSorted((one, other) => one - other);
}

const titles = ["", "median", "95th", "n", "unit"] as const;

/** One plain table, a line for each series. */
export function toTable(all: readonly Series[]): string {
  const rows = [titles, ...all.map(toRow)];
  const widths = titles.map((_title, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) => toLine(row, widths)).join("\n");
}

function toRow({ what, unit, values }: Series): readonly string[] {
  const [median, percentile] = [toMedian(values), toPercentile95(values)];
  return [what, toText(median), toText(percentile), String(values.length), unit];
}

/** Three digits say enough. */
function toText(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** Words to the left, numbers to the right. */
function toLine(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) => {
    const width = widths[column] ?? 0;
    return column === 0 || column === titles.length - 1 ? cell.padEnd(width) : cell.padStart(width);
  });
  return cells.join("  ").trimEnd();
}
