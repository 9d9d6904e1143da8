import type { Medium } from "@/lib/core/channel";

/** What people call the tabs (R46). */
export const TAB_NAMES: Readonly<Record<Medium, string>> = {
  email: "Email",
  desktop: "Desktop",
  apps: "Other apps",
  mobile: "Mobile app",
};
