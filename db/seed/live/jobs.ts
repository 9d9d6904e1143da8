import type { AppWord } from "../apps";
import { fileUrl, record, type Subject } from "../records";
import { type Live, type LiveWorld, live } from "./live";

/** A piece of work that somebody started; it tells how far it is by one notification that changes in place. */
interface Job {
  app: AppWord;
  topic: string;
  user: string;
  subject: Subject;
  update_key: string;
  from: number;
  rows: number;
  file?: string;
}

const STEPS = [0.04, 0.21, 0.43, 0.68, 0.87];

/** The `count`-th job of this run, as its steps from running to finished. */
export function jobSteps(world: LiveWorld, count: number): Live[] {
  const { app, topic, user, subject, update_key, from, rows, file } = jobOf(world, count);
  const post = { topic, recipients: [{ user, as: "creator" }], subject, update_key };
  const running = STEPS.filter((progress) => progress > from).map((progress) =>
    live(app, {
      ...post,
      data: { status: "running", progress, message: `${Math.round(rows * progress)} of ${rows} so far.` },
    }),
  );
  const file_url = file && fileUrl(file);
  const data = { status: "success", progress: 1, rows, file_url, message: `${rows} of ${rows}, nothing left out.` };
  return [...running, live(app, { ...post, data })];
}

function jobOf({ run, fresh }: LiveWorld, count: number): Job {
  if (count === 1 && fresh) {
    const subject = record("job", "year-sync", "the sync of 12,400 vouchers");
    return {
      app: "books",
      topic: "apps.callback",
      user: "ingrid",
      subject,
      update_key: "year-sync",
      from: 0.62,
      rows: 12_400,
    };
  }
  const { app, topic, user, name, rows, file } = JOBS[count % JOBS.length]!;
  const update_key = `job-${run}-${count}`;
  return { app, topic, user, subject: record("job", update_key, name), update_key, from: 0, rows, file };
}

const JOBS = [
  {
    app: "crm",
    topic: "imports.finished",
    user: "joris",
    name: "Visitors of the Herning fair.csv",
    rows: 640,
    file: undefined,
  },
  {
    app: "warehouse",
    topic: "apps.callback",
    user: "ingrid",
    name: "the stock count of hall 2",
    rows: 2764,
    file: undefined,
  },
  {
    app: "crm",
    topic: "exports.ready",
    user: "maarten",
    name: "Pipeline by region.xlsx",
    rows: 418,
    file: "Pipeline by region.xlsx",
  },
  { app: "crm", topic: "imports.finished", user: "amina", name: "Returns of the week.csv", rows: 212, file: undefined },
] as const;
