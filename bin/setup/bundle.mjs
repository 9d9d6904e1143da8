import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SetUpFailed } from "./set-up-failed.mjs";

/** Bundles each program to `dist/<name>.js`; packages stay in node_modules. */
export async function bundlePrograms() {
  const node = { format: "esm", platform: "node", target: "node20", packages: "external" };
  await bundle("Bundling", { ...node, entryPoints: programs(), outdir: "dist", sourcemap: true, jsx: "automatic" });
}

/** Bundles the service worker for browsers, to where Next serves it as `/service-worker.js`. */
export async function bundleServiceWorker() {
  const browser = { format: "iife", platform: "browser", target: "es2022", minify: true };
  const entryPoints = ["lib/service-worker/service-worker.ts"];
  await bundle("Bundling the service worker", { ...browser, entryPoints, outdir: "public" });
}

/** The server, what its thread runs, and every `bin/*.ts`. */
export function programs() {
  const inBin = readdirSync("bin").filter((name) => name.endsWith(".ts") && !/\.(test|d)\.ts$/.test(name));
  return ["server.ts", "lib/outgoing/outgoing-thread.ts", ...inBin.map((name) => path.join("bin", name))].filter(
    (file) => existsSync(file),
  );
}

async function bundle(title, options) {
  const { build } = await import("esbuild");
  const common = { bundle: true, write: false, entryNames: "[name]", tsconfig: "tsconfig.json", logLevel: "error" };
  const { outputFiles } = await build({ ...common, ...options }).catch((error) => {
    throw new SetUpFailed(`${title} failed: ${error.message}`);
  });
  mkdirSync(options.outdir, { recursive: true });
  for (const { path: file, contents } of outputFiles) replace(file, contents);
}

/** By rename: a second command that starts meanwhile reads the old program or the new one, never half of it. */
function replace(file, contents) {
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, contents);
  renameSync(fresh, file);
}
