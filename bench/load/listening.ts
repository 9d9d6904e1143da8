/** Where the hub and the app are. */
export interface Place {
  port: number;
  /** Of the embedded hub. */
  key: string;
}

export interface Person {
  /** Of a session. */
  cookie: string;
  /** The person's own. */
  channel: string;
}

/** What the process of the listeners is asked, in this order; each is answered with a `Heard`. */
export type Wish =
  | { wish: "open"; place: Place; people: readonly Person[] }
  /** Leave and the bell, asked by one alone, so many times. */
  | { wish: "alone"; times: number }
  | { wish: "drop" }
  /** Everybody within so many milliseconds, by chance; answered once all are back. */
  | { wish: "come"; spread: number }
  | { wish: "tell" };

/** What was asked since the last wish, and what everybody knows by now. */
export interface Heard {
  /** Milliseconds, in the order of the answers. */
  leave: number[];
  bell: number[];
  /** How many of the bells were answered 304. */
  unchanged: number;
  /** What each person's bell counts, in the order of the people. */
  unread: number[];
  /** How often somebody had to try again. */
  failed: number;
}
