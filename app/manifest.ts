import type { MetadataRoute } from "next";

/** What a phone or a desktop needs to have Belfry as an app (U19). */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Belfry",
    short_name: "Belfry",
    description: "What happened, for whom, and why.",
    start_url: "/inbox",
    scope: "/",
    display: "standalone",
    background_color: "#fdfbf9",
    theme_color: "#fdfbf9",
    lang: "en",
    categories: ["business", "productivity"],
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    screenshots: [
      {
        src: "/screenshots/narrow.png",
        sizes: "390x844",
        type: "image/png",
        form_factor: "narrow",
        label: "The inbox",
      },
      { src: "/screenshots/wide.png", sizes: "1280x800", type: "image/png", form_factor: "wide", label: "The inbox" },
    ],
    shortcuts: [
      { name: "Unread", url: "/inbox?show=unread" },
      { name: "Notification preferences", url: "/settings/notifications" },
    ],
  };
}
