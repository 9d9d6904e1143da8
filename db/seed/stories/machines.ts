import { TEAMS } from "../groups";
import { record } from "../records";
import type { Teller } from "../teller";
import { everyDay, isWorkday, workMoment } from "../work-time";

const ITEMS = [
  "Glove Tegera 8",
  "Boot S3 low",
  "Hi-vis jacket navy",
  "Harness H-12",
  "Visor clear",
  "Ear plugs box",
] as const;

const JOBS = [
  ["ingrid", "books", "the balance of last month", "Ready for the board: 4 pages, signed by Fatima."],
  ["ingrid", "warehouse", "the stock count of hall 1", "3,118 items, 9 differences, worth € 412."],
  ["ingrid", "shop", "the price change for 212 articles", "All 212 are live in the shop."],
  ["maarten", "forms", "the letter to 340 customers", "338 delivered, 2 addresses are gone."],
  ["maarten", "books", "the credit check of 14 customers", "13 fine. Amstel Evenementen: prepayment advised."],
  ["joris", "shop", "the reorder page for Veluwe Zorggroep", "Their 46 articles are listed with their prices."],
  ["joris", "signing", "the reminder to four signatories", "Two have signed since."],
  ["amina", "warehouse", "the trace of harness batch H-77", "69 pieces at 11 customers. The list is in the project."],
  ["amina", "shop", "the refund of S-88431", "€ 164.50 is on its way back to the card."],
] as const;

/** What the installed apps say by themselves: stock, night syncs, errors, quality of the data. */
export function machines({ start, chance, tell }: Teller): void {
  for (const at of everyDay(start, 3 * 60 + 12).filter(isWorkday)) {
    const records = chance.whole(420, 980);
    const failed = chance.maybe(0.12);
    tell(at, "books", {
      topic: "apps.callback",
      recipients: [{ user: chance.pick(["yusuf", "annika"]), as: "creator" }],
      subject: record("job", `sync-${at.toISOString().slice(0, 10)}`, `the sync of ${records} vouchers`),
      data: failed
        ? {
            status: "failure",
            progress: 0.4,
            error: "Voucher series A is closed for the month. Open it and start again.",
          }
        : { status: "success", progress: 1, message: `${records} vouchers, no differences.` },
      origin: "automation",
    });
  }
  for (const [user, app, title, message] of JOBS) {
    tell(workMoment(start, chance), app, {
      topic: "apps.callback",
      recipients: [{ user, as: "creator" }],
      subject: record("job", `${user}-${title.length}`, title),
      data: { status: "success", progress: 1, message },
      origin: "automation",
    });
  }
  for (let number = 0; number < 30; number++) {
    const item = chance.pick(ITEMS);
    const left = chance.whole(0, 18);
    tell(workMoment(start, chance), "warehouse", {
      topic: chance.maybe(0.75) ? "apps.message" : "apps.issue",
      recipients: [{ user: chance.pick(TEAMS.PACKERS) }, { user: chance.pick(["nils", "lotte", "beatrice"]) }],
      subject: record("property", item.toLowerCase().replace(/\W+/g, "-"), item),
      data: {
        title: `${item}: ${left} left in Rotterdam`,
        message:
          left < 4 ? "Two picks wait for it. Göteborg has stock." : "The next delivery is confirmed for Thursday.",
      },
      origin: "automation",
    });
  }
  for (const [user, title, anomaly] of [
    ["samuel", "Phone number", "112 numbers with a letter in them"],
    ["meiling", "Delivery country", "empty on 38 new orders"],
  ] as const) {
    tell(workMoment(start, chance), "crm", {
      topic: "data_quality.anomaly_found",
      recipients: [{ user, as: "owner" }],
      subject: record("property", title.toLowerCase().replace(" ", "-"), title),
      data: { records: chance.whole(30, 130), anomaly },
    });
  }
  tell(workMoment(start, chance, 26, 20), "crm", {
    topic: "system.sync_finished",
    recipients: [{ user: "tomasz", as: "creator" }],
    subject: record("job", "first-sync", "Lagerlund Warehouse"),
    data: { status: "success", records: 18_442, issues: 6 },
  });
  tell(workMoment(start, chance, 15, 9), "crm", {
    topic: "system.salesforce_error",
    recipients: [{ user: "samuel", as: "owner" }],
    subject: record("company", "hvidsten", "Hvidsten Byg"),
    data: { error: "The parent account there was deleted." },
  });
}
