import { monitorEventLoopDelay } from "node:perf_hooks";
import { counts } from "@/lib/meter";
import type { Runtime } from "@/lib/runtime";
import { readQueues } from "@/lib/usecases/health/read-queues";
import { processFacts } from "./process-facts";

// Measures from the first time that somebody asks.
let delay: ReturnType<typeof monitorEventLoopDelay> | undefined;

/** Counters since the start, queues as they are, and how the process does, as Prometheus reads it (C11). */
export async function metrics(made: Runtime): Promise<string> {
  if (!delay) {
    delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
  }
  const [queues, facts] = await Promise.all([readQueues(made.db, made.clock.now()), processFacts(made)]);
  const gauges: [string, number][] = [
    ['belfry_queue_depth{queue="events"}', queues.events.waiting],
    ['belfry_queue_oldest_seconds{queue="events"}', queues.events.age],
    ...queues.deliveries.flatMap(({ channel, waiting, age }): [string, number][] => [
      [`belfry_queue_depth{queue="${channel}"}`, waiting],
      [`belfry_queue_oldest_seconds{queue="${channel}"}`, age],
    ]),
    ["belfry_dead_letters", queues.deadLetters],
    ["belfry_broken_providers", queues.brokenProviders],
    ["belfry_worker_silent_seconds", facts.workerSilent / 1000],
    ["belfry_event_loop_delay_p99_seconds", inSeconds(delay.percentile(99))],
    ["belfry_memory_bytes", facts.memory],
    ["belfry_database_write_seconds", facts.write === null ? Number.NaN : facts.write / 1000],
    ...(facts.disk ? diskLines(facts.disk) : []),
    [`belfry_info{version="${facts.version}"}`, 1],
  ];
  return `${[...lines("counter", [...counts()].sort()), ...lines("gauge", gauges)].join("\n")}\n`;
}

function diskLines({ free, database, log }: { free: number; database: number; log: number }): [string, number][] {
  return [
    ["belfry_disk_free_bytes", free],
    ["belfry_database_bytes", database],
    ["belfry_database_log_bytes", log],
  ];
}

/** Each name is introduced once, before its first series. */
function lines(type: string, series: readonly [string, number][]): string[] {
  const told = new Set<string>();
  const sorted = [...series].sort(([a], [b]) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
  return sorted.flatMap(([one, value]) => {
    const head = told.has(nameOf(one)) ? [] : [`# TYPE ${nameOf(one)} ${type}`];
    told.add(nameOf(one));
    return [...head, `${one} ${value}`];
  });
}

function nameOf(series: string): string {
  return series.split("{", 1)[0] ?? series;
}

function inSeconds(nanoseconds: number): number {
  return Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0;
}
