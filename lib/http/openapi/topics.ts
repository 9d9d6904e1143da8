import { deleteTopic } from "@/lib/usecases/catalogue/delete-topic";
import { getTopic, listTopics } from "@/lib/usecases/catalogue/list-topics";
import { putTopic } from "@/lib/usecases/catalogue/put-topic";
import { listOf, Topic } from "./answers";
import type { Operation } from "./operation";

const at = { key: "vans.late" };

export const topics: readonly Operation[] = [
  {
    method: "GET",
    path: "/topics",
    useCase: listTopics,
    tag: "Topics",
    summary: "List what may be posted",
    details: "All of it at once unless a limit is given.",
    scope: null,
    answer: listOf(Topic),
  },
  {
    method: "GET",
    path: "/topics/{key}",
    useCase: getTopic,
    tag: "Topics",
    summary: "Read one",
    scope: null,
    answer: Topic,
  },
  {
    method: "PUT",
    path: "/topics/{key}",
    useCase: putTopic,
    tag: "Topics",
    summary: "Make a topic of your own, or replace it",
    details:
      "The condition is CEL, the templates are Liquid; a fault in either is a 422 with its position. Topics that ship are a 409.",
    scope: "topics:write",
    answer: Topic,
    at,
    example: {
      name: "Van is late",
      media: ["email", "desktop"],
      condition: "data.minutes > 10",
      title: "{{ subject.title }} is {{ data.minutes }} minutes late",
    },
  },
  {
    method: "DELETE",
    path: "/topics/{key}",
    useCase: deleteTopic,
    tag: "Topics",
    summary: "Remove a topic of your own",
    details: "What was accepted before is still told.",
    scope: "topics:write",
    answer: null,
    at,
  },
];
