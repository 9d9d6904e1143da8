// Who may import whom (ARCHITECTURE.md). Each rule is checked by bin/check-imports.test.mjs with an import that breaks it.

// Tests are exempt, and so are the composition roots, which know everybody: server.ts, bin, bench, e2e, lib/runtime.
const EXEMPT = "\\.test\\.tsx?$|/testing\\.ts$|^lib/runtime\\.ts$|^lib/boot/|^db/testing";

/** A room may import these places of the repository, and no other. */
const room = (name, comment, from, may) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: EXEMPT },
  to: { path: "^(app|components|db|lib|bin|bench|e2e)/|^[^/]+\\.[cm]?tsx?$", pathNot: may },
});

/** These packages (and parts of Node) may be imported only from `home`. */
const vendor = (name, comment, packages, home) => ({
  name,
  comment,
  severity: "error",
  from: { path: "^(app|components|db|lib)/", pathNot: `${EXEMPT}|${home}` },
  to: { path: packagesNamed(packages) },
});

/** A room may import no packages and no parts of Node but these. */
const onlyPackages = (name, comment, from, packages) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: EXEMPT },
  to: { dependencyTypesNot: LOCAL, pathNot: packagesNamed(packages) },
});

const LOCAL = ["local", "aliased", "localmodule"];

// Found as node_modules/pg/…, as its types in node_modules/@types/pg, or by the bare name where nothing resolves.
function packagesNamed(packages) {
  const names = `(${packages.join("|")})(/|[.]|$)`;
  return [`(^|/)node_modules/${names}`, `(^|/)node_modules/@types/${names}`, `^${names}`];
}

const PURE = ["zod", "@marcbachmann/cel-js", "liquidjs"];
const SCREEN = [
  ...["react", "react-dom", "next/(link|navigation|image|dynamic)", "next-themes", "radix-ui"],
  ...["@radix-ui/[^/]+", "lucide-react", "sonner", "class-variance-authority", "clsx", "tailwind-merge"],
];

module.exports = {
  forbidden: [
    room("core-is-alone", "The domain imports only itself.", "^lib/core/", "^lib/core/"),
    onlyPackages("core-is-pure", "No I/O in the domain: only the pure libraries.", "^lib/core/", PURE),
    room("catalogue-is-data", "The shipped topics know only the core.", "^lib/catalogue/", "^lib/(core|catalogue)/"),

    room(
      "components-get-data-in",
      "Components take data and callbacks as props; types come from lib/core.",
      "^components/",
      "^components/|^lib/core/|^lib/realtime/client|^lib/service-worker/(kept-items|close-read)",
    ),
    room(
      "service-worker-runs-alone",
      "A browser runs it without any page: it knows only the core.",
      "^lib/service-worker/",
      "^lib/(service-worker|core)/",
    ),
    onlyPackages("components-use-the-screen", "No server packages in components.", "^components/", SCREEN),

    room(
      "db-knows-the-core",
      "The database knows rows and core types.",
      "^db/",
      "^db/|^lib/(core|catalogue)/|^lib/app-error",
    ),
    vendor("sql-stays-in-db", "Only db knows SQL.", ["drizzle-orm", "better-sqlite3", "pg"], "^db/"),

    {
      name: "app-asks-use-cases",
      comment: "A page, an action and a route reach data through a use case.",
      severity: "error",
      from: { path: "^app/", pathNot: EXEMPT },
      to: { path: "^(db|lib/worker|lib/channels)/" },
    },
    {
      name: "use-cases-know-no-edge",
      comment: "A use case does not know who asked: no HTTP, no pages, no Next, no worker.",
      severity: "error",
      from: { path: "^lib/usecases/", pathNot: EXEMPT },
      to: { path: ["^(app|components|lib/http|lib/worker)/", ...packagesNamed(["next"])] },
    },
    {
      name: "auth-is-below-use-cases",
      comment: "lib/auth makes the Context that use cases take; they call it, and it calls none of them.",
      severity: "error",
      from: { path: "^lib/auth/", pathNot: EXEMPT },
      to: { path: "^lib/usecases/", pathNot: "^lib/usecases/context\\.ts$" },
    },
    room(
      "worker-decides-nothing",
      "The worker calls use cases.",
      "^lib/worker/",
      "^lib/(worker|usecases|core)/|^lib/realtime/(teller|dismisser)\\.ts$|^lib/(runtime|log|clock|ids|meter)\\.ts$",
    ),
    room(
      "channels-know-no-siblings",
      "A channel renders and sends: it knows no database, no topic and no use case.",
      "^lib/channels/",
      "^lib/(channels|core)/|^lib/outgoing/outgoing\\.ts$|^lib/loopback\\.ts$",
    ),
    vendor(
      "providers-stay-in-channels",
      "Only a channel's file knows its vendor.",
      ["resend", "nodemailer", "standardwebhooks", "@slack/[^/]+", "web-push"],
      "^lib/channels/",
    ),
    room(
      "outgoing-is-alone",
      "It is handed an address and words, whoever posts them.",
      "^lib/outgoing/",
      "^lib/outgoing/",
    ),
    {
      name: "lib-is-below-app",
      comment: "Down only: what thinks does not know the pages.",
      severity: "error",
      from: { path: "^lib/", pathNot: EXEMPT },
      to: { path: "^(app|components)/|^server\\.ts$" },
    },

    vendor(
      "mails-are-one-room",
      "Only the email channel knows React Email.",
      ["@react-email/[^/]+"],
      "^lib/channels/email/",
    ),

    vendor("realtime-is-one-room", "Only lib/realtime knows Pusher.", ["pusher", "pusher-js", "ws"], "^lib/realtime/"),
    vendor(
      "next-auth-is-one-room",
      "Only lib/auth knows next-auth.",
      ["next-auth", "@auth/[^/]+"],
      "^(lib/auth|app/api/auth)/",
    ),
    vendor("argon2-is-one-room", "Only lib/auth hashes passwords.", ["@node-rs/argon2"], "^lib/auth/"),

    {
      name: "no-cycles",
      comment: "Types count too: two files that need each other's types are one thing, or miss a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-unresolved",
      comment: "An import that leads nowhere hides from every other rule.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types", "typings"],
    },
  },
};
