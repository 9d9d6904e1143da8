import { CUSTOMERS } from "../customers";
import { record } from "../records";
import type { Teller } from "../teller";
import { DEALS, MENTIONS } from "../words";
import { workMoment } from "../work-time";
import { mention } from "./mention";

/** What concerns the house itself: news for all, sign-ins from new places, courses, dashboards, the marketplace. */
export function house({ start, chance, tell }: Teller): void {
  const some = (most: number, least: number) => workMoment(start, chance, most, least);
  news(
    some(24, 20),
    "The old price list ends on Friday",
    "Offers sent from Monday on use the new one. Ask Beatrice if a customer insists.",
  );
  news(
    some(12, 9),
    "Fire drill next Thursday at 10:30",
    "Rotterdam only. Please leave by the stairs and meet at gate 2.",
  );
  news(
    some(5, 3),
    "Harness batch H-77 is recalled",
    "Do not ship it. Customers were told this morning; questions go to Linnéa.",
  );

  tell(some(18, 14), "crm", {
    topic: "announcements.posted",
    recipients: [{ group: "sales" }, { group: "support" }, { group: "management" }],
    data: {
      title: "The order portal moves on Saturday",
      message: "It is away from 8:00 to about 11:00. Orders by phone are entered on Monday.",
    },
  });
  tell(some(20, 2), "crm", {
    topic: "account.support",
    recipients: [{ user: "tomasz" }],
    subject: record("ticket", "K-5512", "Kompass ticket K-5512"),
    data: { message: "The slow search is fixed in tonight's release. Thank you for the traces." },
  });
  for (const [user, place, device] of [
    ["mateus", "Madrid, Spain", "Chrome on Android"],
    ["joris", "Düsseldorf, Germany", "Safari on iPhone"],
    ["ingrid", "Copenhagen, Denmark", "Firefox on Windows"],
  ] as const) {
    const at = some(22, 1);
    tell(at, "crm", {
      topic: "logins.risky",
      recipients: [{ user, as: "self" }],
      data: { place, device, at: at.toISOString() },
      origin: "automation",
    });
  }
  for (const user of ["joris", "amina", "chloe", "bram", "ruben"]) {
    tell(some(25, 1), "crm", {
      topic: chance.pick(["academy.certification_updated", "academy.exercise_updated", "academy.award_updated"]),
      recipients: [{ user, as: "learner" }],
      subject: record("course", "height", "Working at height, level 2"),
      data: { result: `${chance.whole(82, 100)} %`, valid_until: `${start.getUTCFullYear() + 2}-06-30` },
    });
  }
  const board = record("dashboard", 4, "Delivery on time");
  tell(some(20, 10), "crm", {
    topic: "dashboards.access_granted",
    recipients: [
      { user: "linnea", as: "grantee" },
      { user: "amina", as: "grantee" },
    ],
    actor: { user: "sander" },
    subject: board,
    data: { access: "view", message: "So that you see what is late before the customer rings." },
  });
  const line = MENTIONS[10];
  tell(some(9, 2), "crm", mention("dashboards.mentioned", board, { from: "ingrid", to: "sander", line }));
  for (const [index, from] of ["maarten", "fatima", "sander", "maarten", "linnea", "camille", "fatima"].entries()) {
    const customer = CUSTOMERS[index * 4 + 1]!;
    const subject = record("deal", 4090 + index, `${DEALS[index]}, ${customer.name}`);
    tell(some(25, 0), "crm", mention("comments.mentioned", subject, { from, to: "ingrid", line: MENTIONS[index]! }));
  }
  tell(some(15, 5), "crm", {
    topic: "marketplace.asset_updated",
    recipients: [{ user: "oskar", as: "owner" }],
    subject: record("asset", "sizes", "Size advisor widget"),
    data: { version: "2.4", changes: "sizes for half shoes" },
  });
  tell(some(10, 3), "crm", {
    topic: "lists.ready",
    recipients: [{ user: "mila", as: "creator" }],
    subject: record("list", 88, "Customers without an order for 90 days"),
    data: { status: "success", records: 73 },
  });
  tell(some(8, 2), "crm", {
    topic: "general.review_updated",
    recipients: [{ user: "beatrice", as: "author" }],
    actor: { user: "nils" },
    subject: record("review", 15, "Supplier Nordhandske"),
    data: { message: "Lead time went from 10 to 14 days, I lowered the mark." },
  });

  function news(at: Date, title: string, message: string): void {
    const groups = ["sales", "support", "finance", "marketing", "operations", "purchasing", "it", "management"];
    tell(at, "crm", {
      topic: "broadcasts.message",
      recipients: groups.map((group) => ({ group })),
      actor: { user: "ingrid" },
      data: { title, message },
    });
  }
}
