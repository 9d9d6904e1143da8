export interface Choice {
  key: string;
  name: string;
}

/** What a person can filter their inbox by; records newest first, the rest in the order in which people look for them. */
export interface InboxChoices {
  sections: Choice[];
  apps: Choice[];
  people: Choice[];
  records: Choice[];
}
