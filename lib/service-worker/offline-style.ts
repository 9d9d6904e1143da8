/** Of the page without a network, which has no files to load: the tokens of globals.css that it needs, in both themes. */
export const OFFLINE_STYLE = `
:root{--background:oklch(0.988 0.003 80);--foreground:oklch(0.23 0.008 70);--card:oklch(1 0 0);--quiet:oklch(0.49 0.012 70);--unread:oklch(0.981 0.011 80);--primary:oklch(0.49 0.095 58);--on-primary:oklch(0.99 0.005 80);--held:oklch(0.51 0.1 72);--border:oklch(0.915 0.005 80);--badge:oklch(0.56 0.21 27)}
@media (prefers-color-scheme:dark){:root{--background:oklch(0.185 0.005 70);--foreground:oklch(0.935 0.005 80);--card:oklch(0.215 0.006 70);--quiet:oklch(0.735 0.01 75);--unread:oklch(0.25 0.012 70);--primary:oklch(0.79 0.095 68);--on-primary:oklch(0.2 0.02 65);--held:oklch(0.8 0.12 78);--border:oklch(0.31 0.007 70)}}
*{box-sizing:border-box;margin:0}
body{background:var(--background);color:var(--foreground);font:0.9375rem/1.5 "Inter Variable",ui-sans-serif,system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:40rem;margin:0 auto;padding:max(1.5rem,env(safe-area-inset-top)) 1rem 3rem}
h1{font-size:1.25rem;font-weight:600}
h2{font-size:1rem;font-weight:600;margin:2rem 0 0.5rem}
.notice{margin:0.25rem 0 1rem;color:var(--held)}
.again{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 1rem;border-radius:0.5rem;background:var(--primary);color:var(--on-primary);font-weight:500;text-decoration:none}
.again:focus-visible{outline:2px solid var(--primary);outline-offset:2px}
ul{list-style:none;padding:0;border:1px solid var(--border);border-radius:0.75rem;overflow:hidden;background:var(--card)}
li{padding:0.75rem 1rem}
li+li{border-top:1px solid var(--border)}
.unread{background:var(--unread)}
.unread .title{font-weight:600}
.dot{display:inline-block;width:0.5rem;height:0.5rem;margin-right:0.5rem;border-radius:50%;background:var(--badge);forced-color-adjust:none}
.body,.meta{color:var(--quiet)}
.meta{font-size:0.8125rem}
`;
