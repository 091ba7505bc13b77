import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const schemes = ["light", "dark"] as const;

/**
 * Keeps how a page looks, light and dark, for README and `docs/tour.md`, in a run that was asked to (`npm run pictures`);
 * does nothing in any other. `of` is a selector, the whole page unless said.
 */
export async function takePicture(page: Page, name: string, of = "body"): Promise<void> {
  // oxlint-disable-next-line node/no-process-env -- set by `npm run pictures` alone
  const folder = process.env["PICTURES"];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const png = await page.locator(of).screenshot({ animations: "disabled", caret: "hide" });
    writeFileSync(join(folder, `${name}-${colorScheme}.webp`), await toWebp(page, png));
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** Half the size, and the browser knows how; on a page of its own, which has no policy. */
async function toWebp(page: Page, png: Buffer): Promise<Buffer> {
  const studio = await page.context().newPage();
  try {
    const encoded = await studio.evaluate<string>(`(async () => {
      const bytes = Uint8Array.from(atob("${png.toString("base64")}"), (one) => one.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext("2d").drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.85 });
      const taken = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(taken, (one) => String.fromCharCode(one)).join(""));
    })()`);
    return Buffer.from(encoded, "base64");
  } finally {
    await studio.close();
  }
}
