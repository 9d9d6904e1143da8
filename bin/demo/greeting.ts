import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/db/seed/accounts";
import { emailOf, PEOPLE } from "@/db/seed/people";

/** What stands on the terminal once the demo answers: the accounts, and a line that rings the first one's bell. */
export function greeting(address: string, curlKey: string): string {
  const accounts = DEMO_ACCOUNTS.map(({ id, does }) => {
    const name = PEOPLE.find((person) => person.id === id)?.name ?? id;
    return `  ${emailOf(id).padEnd(30)}${name} (${does})`;
  });
  return [
    `Open ${address} and sign in with any of these; the password is ${DEMO_PASSWORD}`,
    "",
    ...accounts,
    "",
    `This line rings the bell of the first:`,
    "",
    curlLine(address, curlKey),
    "",
    "New events arrive about three times a minute. Ctrl+C ends the demo; without data/demo.db the next one starts anew.",
    "",
  ].join("\n");
}

function curlLine(address: string, key: string): string {
  const event = {
    topic: "deals.assigned",
    recipients: [{ user: DEMO_ACCOUNTS[0].id, as: "assignee" }],
    actor: { user: "joris" },
    subject: { type: "deal", id: "4230", title: "Rain gear for the dock crew, Havenbedrijf Zeemond" },
    data: { value: 12_400, currency: "EUR", stage: "Qualified" },
  };
  return [
    `curl ${address}/api/v1/events`,
    `-H 'Authorization: Bearer ${key}'`,
    "-H 'Content-Type: application/json'",
    `-d '${JSON.stringify(event)}'`,
  ].join(" ");
}
