import { CUSTOMERS } from "../customers";
import { TEAMS } from "../groups";
import { euros, record } from "../records";
import type { Teller } from "../teller";
import { MENTIONS, SURVEY_LINES } from "../words";
import { afterWork, everyWeek, workMoment } from "../work-time";
import { mention } from "./mention";

const FORMS = ["Quote request", "Sample box", "Fit-testing visit", "Catalogue by post", "Callback"] as const;
const ARTICLES = [
  "How to choose a cut-resistant glove",
  "What EN ISO 20471 asks of a jacket",
  "Five things a harness inspection finds",
  "Washing workwear at 75 degrees",
] as const;
const REMARKS = [
  "The second paragraph says the same as the first. Shorten?",
  "Can we show the size chart as a table?",
  "Great photo. The caption still names last year's model.",
  "Legal wants “up to” in front of the lifetime.",
] as const;

/** Forms, some by strangers or of no value, which tell nobody (R68), and visits that only email may tell of (R39). */
export function visitors({ start, chance, tell }: Teller): void {
  for (let number = 0; number < 78; number++) {
    const customer = CUSTOMERS[(number * 23 + 4) % CUSTOMERS.length]!;
    const form = chance.pick(FORMS);
    tell(workMoment(start, chance), "forms", {
      topic: "forms.submitted",
      recipients: [
        { user: customer.owner, as: "account_manager" },
        { user: "mila", as: "owner" },
      ],
      actor: { name: customer.contact },
      subject: record("form", form.toLowerCase().replace(/\W+/g, "-"), form),
      data: {
        score: chance.maybe(0.8) ? chance.whole(1, 60) : 0,
        customer_known: chance.maybe(0.85),
        customer: customer.name,
        message: chance.pick([
          "For 24 people, two sites.",
          "Please call before ten.",
          "We need it by the end of the month.",
        ]),
      },
      origin: "automation",
    });
  }
  for (let number = 0; number < 90; number++) {
    const customer = CUSTOMERS[(number * 29 + 9) % CUSTOMERS.length]!;
    const kind = chance.pick(["visits.contact", "visits.company", "visits.prospect"]);
    tell(workMoment(start, chance), "forms", {
      topic: kind,
      recipients: [{ user: customer.owner, as: "account_manager" }],
      subject: record("visitor", 9000 + number, kind === "visits.contact" ? customer.contact : customer.name),
      data: {
        page: chance.pick(["/gloves", "/prices", "/harness-inspection", "/contact", "/laundry-service"]),
        score: chance.whole(0, 45),
        customer_known: true,
      },
      origin: "automation",
    });
  }
  for (let number = 0; number < 16; number++) {
    const customer = CUSTOMERS[(number * 31 + 6) % CUSTOMERS.length]!;
    tell(workMoment(start, chance), "forms", {
      topic: "marketing.custom_event",
      recipients: [{ user: customer.owner, as: "account_manager" }],
      subject: record("company", customer.id, customer.name),
      data: {
        event: chance.pick(["price list opened", "webinar joined", "size advisor used"]),
        score: chance.whole(0, 30),
        customer_known: true,
      },
      origin: "automation",
    });
  }
}

export function campaigns({ start, chance, tell }: Teller): void {
  for (const [index, title] of ARTICLES.entries()) {
    const author = TEAMS.MARKETERS[index]!;
    const subject = record("article", index + 210, title);
    let at = workMoment(start, chance, 25, 2);
    const later = (hours: number) => (at = afterWork(at, hours, chance));
    tell(at, "crm", {
      topic: "blog.draft_shared",
      recipients: [{ user: "camille", as: "shared_with" }],
      actor: { user: author },
      subject,
      data: { message: "First version. The pictures come on Thursday." },
    });
    tell(later(5), "crm", {
      topic: "blog.draft_commented",
      recipients: [{ user: author, as: "author" }],
      actor: { user: "camille" },
      subject,
      data: { comment: chance.pick(REMARKS) },
    });
    const line = chance.pick(MENTIONS.slice(9));
    tell(later(3), "crm", mention("blog.mentioned", subject, { from: "camille", to: author, line }));
    tell(later(30), "crm", {
      topic: "blog.post_commented",
      recipients: [{ user: author, as: "author" }],
      actor: { name: chance.pick(CUSTOMERS).contact },
      subject,
      data: { comment: "Useful. Is there a printable version for our canteen wall?" },
    });
    tell(later(4), "forms", {
      topic: index % 2 ? "ads.sequence_paused" : "ads.sequence_started",
      recipients: [{ user: "rosa", as: "owner" }],
      actor: { user: "camille" },
      subject: record(
        "campaign",
        index + 30,
        ["Glove weeks", "Harness check", "Winter jackets", "Laundry trial"][index]!,
      ),
      data:
        index % 2
          ? { reason: "The budget of the month is spent." }
          : { ...euros("budget", 1200), ends_on: later(300).toISOString().slice(0, 10) },
    });
  }
  for (const at of everyWeek(start, 2, 4 * 60)) {
    tell(at, "forms", {
      topic: "seo.scan_finished",
      recipients: [{ user: "oskar", as: "creator" }],
      subject: record("site", "fjordpolder.example", "fjordpolder.example"),
      data: { status: "success", pages: 1180 + chance.whole(0, 60), issues: chance.whole(3, 28) },
    });
  }
  for (let number = 0; number < 24; number++) {
    const kind = chance.pick(["loyalty", "satisfaction", "custom"] as const);
    const survey = {
      loyalty: "Yearly loyalty survey",
      satisfaction: "After-delivery survey",
      custom: "Catalogue survey",
    }[kind];
    tell(workMoment(start, chance), "forms", {
      topic: `surveys.${kind}_submitted`,
      recipients: [{ user: kind === "custom" ? "mila" : "camille", as: "owner" }],
      actor: { name: chance.pick(CUSTOMERS).contact },
      subject: record("survey", kind, survey),
      data: { score: chance.whole(4, 10), comment: chance.pick(SURVEY_LINES) },
    });
  }
}

export function leads({ start, chance, tell }: Teller): void {
  for (let number = 0; number < 26; number++) {
    const owner = chance.pick(TEAMS.SELLERS);
    const name = chance.pick(["Bakkerij", "Garage", "Schildersbedrijf", "Snickeri", "Elektro", "VVS"]);
    const place = chance.pick(["Zwolle", "Gent", "Uppsala", "Kolding", "Drammen", "Tampere", "Breda", "Mechelen"]);
    const subject = record("lead", 3300 + number, `${name} ${place}`);
    tell(workMoment(start, chance), "crm", {
      topic: number % 3 === 2 ? "contacts.assigned" : "leads.assigned",
      recipients: [{ user: owner, as: "assignee" }],
      actor: { user: "maarten" },
      subject,
      data: {
        source: chance.pick(["Trade fair", "Web form", "Referral"]),
        score: chance.whole(10, 80),
        company: `${name} ${place}`,
      },
    });
  }
}
