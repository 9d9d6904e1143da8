import { broadcasts } from "./broadcasts";
import { directory } from "./directory";
import { events } from "./events";
import { notifications } from "./notifications";
import type { Operation } from "./operation";
import { topics } from "./topics";

/** Every endpoint of the API, in the order of the page at /developers. A route that is missing here fails a test (C1). */
export const OPERATIONS: readonly Operation[] = [...events, ...topics, ...directory, ...notifications, ...broadcasts];
