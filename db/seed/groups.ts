export interface SeedGroup {
  id: string;
  name: string;
  manager: string;
  main: readonly string[];
  /** Members who hear what is for the whole group, but not what is nobody's yet (R73). */
  alsoIn: readonly string[];
}

const SELLERS = ["joris", "sofie", "emil", "aino", "mateus", "freja", "daan", "seun", "signe", "bram", "elif"] as const;
const HELPERS = ["amina", "kwame", "jasper", "priya", "hanna", "luca", "maja", "thijs", "chloe"] as const;
const BOOKKEEPERS = ["yusuf", "annika", "willem", "noor"] as const;
const MARKETERS = ["oskar", "mila", "rosa", "viktor"] as const;
const PACKERS = ["ewa", "henrik", "mohamed", "tuuli", "ruben", "agnes"] as const;

/** The people that stories are told about, by what they do; managers are named in the stories themselves. */
export const TEAMS = { SELLERS, HELPERS, BOOKKEEPERS, MARKETERS, PACKERS };

export const GROUPS: readonly SeedGroup[] = [
  group("sales", "Sales", "maarten", SELLERS, ["ingrid", "camille"]),
  group("support", "Support", "linnea", HELPERS, ["emil", "ruben"]),
  group("finance", "Finance", "fatima", BOOKKEEPERS, ["ingrid"]),
  group("marketing", "Marketing", "camille", MARKETERS, ["sofie"]),
  group("operations", "Warehouse and logistics", "sander", [...PACKERS, "dmitri"], ["lars", "thijs"]),
  group("purchasing", "Purchasing", "beatrice", ["nils", "lotte"], ["sander"]),
  group("it", "IT", "tomasz", ["lars", "meiling", "samuel"], []),
  group("management", "Management", "ingrid", ["maarten", "linnea", "fatima", "camille", "sander"], ["tomasz"]),
];

function group(
  id: string,
  name: string,
  manager: string,
  main: readonly string[],
  alsoIn: readonly string[],
): SeedGroup {
  return { id, name, manager, main: [manager, ...main], alsoIn };
}
