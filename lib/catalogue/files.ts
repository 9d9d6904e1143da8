import { actorDid, count, fact, facts, job, named, record } from "./phrases";
import { RECORDED, section, topic } from "./topic";

export const dataQuality = section("data_quality", "Data quality", "Anomalies and duplicates", [
  topic({
    key: "data_quality.anomaly_found",
    name: "Property anomaly found",
    audience: ["owner"],
    title: `${record("A property")} has unusual values`,
    body: facts(count("Records", "data.records"), fact("Found", "data.anomaly")),
  }),
  topic({
    key: "data_quality.duplicate_found",
    name: "Duplicate record found",
    audience: ["owner"],
    title: `${record("A record")} may be a duplicate`,
    body: facts(fact("Same as", "data.duplicate_of"), fact("Matched by", "data.matched_by")),
  }),
]);

export const lists = section("lists", "Lists", "Lists that finished processing", [
  topic({
    key: "lists.ready",
    name: "List processed and ready",
    audience: ["creator"],
    title: job({
      running: `${record("Your list")} is being processed`,
      failure: `${record("Your list")} could not be processed`,
      success: `${record("Your list")} is ready`,
    }),
    body: facts(count("Records", "data.records"), fact("Reason", "data.error")),
  }),
]);

export const downloads = section("downloads", "Downloads", "Exports and imports that you started", [
  topic({
    key: "exports.ready",
    name: "Export ready to download",
    audience: ["creator"],
    strict: true,
    defaultOn: RECORDED,
    feed: "downloads",
    allowOwnAction: true,
    requirements: ["R7", "R61"],
    title: job({
      running: `Your export${fileNamed()} is being prepared`,
      failure: `Your export${fileNamed()} failed`,
      success: `Your export${fileNamed()} is ready to download`,
    }),
    body: facts(count("Rows", "data.rows"), fact("Reason", "data.error")),
    url: "{{ data.file_url | default: subject.url }}",
  }),
  topic({
    key: "exports.large",
    name: "A large export was made",
    defaultOn: [],
    role: "super_admin",
    requirements: ["R82"],
    title: actorDid(`made a large export${named(": ")}`, `A large export was made${named(": ")}`),
    body: facts(fact("File", "data.file_name"), count("Rows", "data.rows")),
  }),
  topic({
    key: "imports.finished",
    name: "Import finished",
    audience: ["creator"],
    strict: true,
    defaultOn: RECORDED,
    feed: "downloads",
    allowOwnAction: true,
    requirements: ["R62"],
    title: job({
      running: `Your import${fileNamed()} is running`,
      failure: `Your import${fileNamed()} failed`,
      success: `Your import${fileNamed()} finished`,
    }),
    body: facts(count("Rows", "data.rows"), count("Errors", "data.errors"), fact("Reason", "data.error")),
    url: "{{ data.file_url | default: subject.url }}",
  }),
]);

function fileNamed(): string {
  return "{% assign file = subject.title | default: data.file_name %}{% if file != blank %} {{ file }}{% endif %}";
}
