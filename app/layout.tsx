import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ThemeProvider } from "@/components/theme/theme-provider";
import { Toaster } from "@/components/ui/toaster";

export const metadata: Metadata = {
  title: { default: "Belfry", template: "%s · Belfry" },
  description: "What happened, for whom, and why.",
  appleWebApp: { capable: true, title: "Belfry", statusBarStyle: "default" },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  // Of the bar that a phone draws around an installed Belfry: the backgrounds of globals.css.
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fdfbf9" },
    { media: "(prefers-color-scheme: dark)", color: "#151210" },
  ],
};

/** Every page is rendered for its request: only so do its scripts carry the request's nonce (S20). */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider nonce={nonce}>
          {children}
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  );
}
