/** The programs that post to Belfry at Fjord & Polder, by the word the stories use for them. */
export const APPS = {
  crm: "Kompass CRM",
  shop: "Shopify",
  books: "Fortnox",
  forms: "HubSpot forms",
  warehouse: "Lagerlund Warehouse",
  phone: "Ringline",
  signing: "Signport",
} as const;

export type AppWord = keyof typeof APPS;
