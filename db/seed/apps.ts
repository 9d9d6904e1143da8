/** The programs that post to Belfry at Fjord & Polder, by the word the stories use for them. */
export const APPS = {
  crm: { name: "Kompass CRM", icon: icon("K", "#1d4ed8") },
  shop: { name: "Shopify", icon: icon("S", "#3f7d20") },
  books: { name: "Fortnox", icon: icon("F", "#0f5132") },
  forms: { name: "HubSpot forms", icon: icon("H", "#b4451f") },
  warehouse: { name: "Lagerlund Warehouse", icon: icon("L", "#7c2d5e") },
  phone: { name: "Ringline", icon: icon("R", "#6d28d9") },
  signing: { name: "Signport", icon: icon("P", "#0e6470") },
} as const;

export type AppWord = keyof typeof APPS;

/** A white letter on a colour, as the address of an image. */
function icon(letter: string, colour: string): string {
  const text = `<text x="16" y="22" text-anchor="middle" font-family="sans-serif" font-size="17" font-weight="700" fill="#fff">${letter}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${colour}"/>${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
