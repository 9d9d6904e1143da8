import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SetUpFailed } from "./set-up-failed.mjs";

/** Bundles server.ts and every program `bin/*.ts` to `outdir/<name>.js`; packages stay in node_modules. */
export async function bundle(outdir = "dist") {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: programs(),
    bundle: true,
    write: false,
    outdir,
    entryNames: "[name]",
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    jsx: "automatic",
    tsconfig: "tsconfig.json",
    logLevel: "error",
  }).catch((error) => {
    throw new SetUpFailed(`Bundling failed: ${error.message}`);
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path: file, contents } of outputFiles) replace(file, contents);
}

/** Bundles the service worker for browsers, to where Next serves it as `/service-worker.js`. */
export async function bundleServiceWorker() {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: ["lib/service-worker/service-worker.ts"],
    bundle: true,
    write: false,
    outdir: "public",
    format: "iife",
    platform: "browser",
    target: "es2022",
    minify: true,
    tsconfig: "tsconfig.json",
    logLevel: "error",
  }).catch((error) => {
    throw new SetUpFailed(`Bundling the service worker failed: ${error.message}`);
  });
  mkdirSync("public", { recursive: true });
  for (const { path: file, contents } of outputFiles) replace(file, contents);
}

export function programs() {
  const inBin = readdirSync("bin").filter((name) => name.endsWith(".ts") && !/\.(test|d)\.ts$/.test(name));
  return ["server.ts", ...inBin.map((name) => path.join("bin", name))].filter((file) => existsSync(file));
}

/** By rename: a second command that starts meanwhile reads the old program or the new one, never half of it. */
function replace(file, contents) {
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, contents);
  renameSync(fresh, file);
}
