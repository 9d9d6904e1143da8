import { readFileSync } from "node:fs";

const KIB_A_MIB = 1024;

/** The most memory that a running process has held; MiB. NaN where the system does not tell. */
export function peakMemory(pid: number | undefined): number {
  if (pid === process.pid) return process.resourceUsage().maxRSS / KIB_A_MIB;
  try {
    const [, kib] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kib) / KIB_A_MIB;
  } catch {
    return Number.NaN;
  }
}
