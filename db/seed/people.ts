import type { Role } from "../../lib/core/role";

export interface SeedPerson {
  id: string;
  name: string;
  time_zone: string;
  locale: string;
  role: Role;
  permissions: string[];
  active: boolean;
}

/** Addresses end in `.example`, which nobody can own: the sample company never writes to anybody. */
const MAIL_DOMAIN = "fjordpolder.example";

const ZONES = {
  ams: ["Europe/Amsterdam", "nl-NL"],
  bru: ["Europe/Brussels", "nl-BE"],
  wal: ["Europe/Brussels", "fr-BE"],
  got: ["Europe/Stockholm", "sv-SE"],
  osl: ["Europe/Oslo", "nb-NO"],
  cph: ["Europe/Copenhagen", "da-DK"],
  hel: ["Europe/Helsinki", "fi-FI"],
  lis: ["Europe/Lisbon", "pt-PT"],
  waw: ["Europe/Warsaw", "pl-PL"],
  pnq: ["Asia/Kolkata", "en-IN"],
  yul: ["America/Toronto", "en-CA"],
} as const;

const SELLER = ["inbox.opened", "forms"];
const HELPER = ["inbox.opened"];
const MARKETER = ["forms"];

/** Everybody at Fjord & Polder, a wholesaler of workwear and safety equipment in Rotterdam and Göteborg. */
export const PEOPLE: readonly SeedPerson[] = [
  person("ingrid", "Ingrid Solheim", "osl", ["inbox.opened", "forms"], "super_admin"),
  person("tomasz", "Tomasz Wiśniewski", "waw", [], "super_admin"),

  person("maarten", "Maarten Claes", "bru", SELLER, "admin"),
  person("joris", "Joris van den Berg", "ams", SELLER),
  person("sofie", "Sofie Vandamme", "bru", SELLER),
  person("emil", "Emil Rasmussen", "cph", SELLER),
  person("aino", "Aino Koskinen", "hel", SELLER),
  person("mateus", "Mateus Ferreira", "lis", SELLER),
  person("freja", "Freja Holm", "cph", SELLER),
  person("daan", "Daan Kuipers", "ams", SELLER),
  person("seun", "Oluwaseun Adeyemi", "ams", SELLER),
  person("signe", "Signe Nygård", "osl", SELLER),
  person("bram", "Bram Peeters", "bru", SELLER),
  person("elif", "Elif Yıldız", "got", SELLER),

  person("linnea", "Linnéa Åkesson", "got", HELPER, "admin"),
  person("amina", "Amina El Khatib", "ams", HELPER),
  person("kwame", "Kwame Mensah", "ams", HELPER),
  person("jasper", "Jasper de Boer", "ams", HELPER),
  person("priya", "Priya Raghunathan", "pnq", HELPER),
  person("hanna", "Hanna Virtanen", "hel", HELPER),
  person("luca", "Luca Moretti", "bru", HELPER),
  person("maja", "Maja Nowak", "waw", HELPER),
  person("thijs", "Thijs Willems", "ams", HELPER),
  person("chloe", "Chloé Dubois", "wal", []),

  person("fatima", "Fatima Ouali", "ams", [], "admin"),
  person("yusuf", "Yusuf Demir", "ams"),
  person("annika", "Annika Berglund", "got"),
  person("willem", "Willem Bakker", "ams"),
  person("noor", "Noor Haddad", "bru"),

  person("camille", "Camille Lefèvre", "wal", MARKETER),
  person("oskar", "Oskar Lindahl", "got", MARKETER),
  person("mila", "Mila Jansen", "ams", MARKETER),
  person("rosa", "Rosa Delgado", "lis", MARKETER),
  person("viktor", "Viktor Hansson", "got"),

  person("sander", "Sander Visser", "ams"),
  person("ewa", "Ewa Kowalczyk", "waw"),
  person("henrik", "Henrik Dahl", "got"),
  person("mohamed", "Mohamed Benali", "ams"),
  person("tuuli", "Tuuli Mäkinen", "hel"),
  person("ruben", "Ruben Verhoeven", "ams", HELPER),
  person("agnes", "Agnes Sørensen", "cph"),
  { ...person("dmitri", "Dmitri Petrov", "ams"), active: false },

  person("lars", "Lars Eriksen", "osl"),
  person("meiling", "Mei-Ling Chen", "yul"),
  person("samuel", "Samuel Okafor", "ams"),

  person("beatrice", "Beatrice Engström", "got"),
  person("nils", "Nils Aaltonen", "hel"),
  person("lotte", "Lotte Smit", "ams"),
];

export function emailOf(id: string): string {
  return `${id}@${MAIL_DOMAIN}`;
}

function person(
  id: string,
  name: string,
  zone: keyof typeof ZONES,
  permissions: string[] = [],
  role: Role = "member",
): SeedPerson {
  const [time_zone, locale] = ZONES[zone];
  return { id, name, time_zone, locale, role, permissions, active: true };
}
