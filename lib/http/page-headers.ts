export interface PageSettings {
  /** Fresh for each request; scripts without it do not run. */
  nonce: string;
  /** Where people reach Belfry, such as `https://bell.example.com`. */
  publicUrl: string;
  /** `host[:port]`s of a realtime server outside; none when it runs inside. */
  realtimeHosts: readonly string[];
  /** React's tools need eval while developing; never in production. */
  development: boolean;
}

/** What every page is sent with (S20, S21). */
export function pageHeaders(settings: PageSettings): Record<string, string> {
  const headers: Record<string, string> = {
    "Content-Security-Policy": contentSecurityPolicy(settings),
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // Not "no-referrer": with it, a form that is posted before scripts run would carry `Origin: null`.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  };
  if (settings.publicUrl.startsWith("https:")) headers["Strict-Transport-Security"] = "max-age=31536000";
  return headers;
}

/** The policy of a page (S20): scripts by nonce, connections to ourselves and the realtime service only. */
export function contentSecurityPolicy({ nonce, publicUrl, realtimeHosts, development }: PageSettings): string {
  const own = new URL(publicUrl).host;
  const sockets = [own, ...realtimeHosts].flatMap((host) => (isHost(host) ? [`wss://${host}`, `ws://${host}`] : []));
  const calls = realtimeHosts.filter(isHost).map((host) => `https://${host}`);
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Inline styles place menus and bars; they cannot run anything.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    "media-src 'self'",
    `connect-src 'self' ${[...sockets, ...calls].join(" ")}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Nothing that could end a directive gets in. */
function isHost(text: string): boolean {
  return /^[\w*.:[\]-]+$/.test(text);
}
