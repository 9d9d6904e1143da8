/** What one hub bears. Seconds, bytes and counts. */
export interface Limits {
  /** Silence after which a client is asked whether it is still there. */
  activitySeconds: number;
  /** Time it then has to answer. */
  pongSeconds: number;
  /** Time a new client has to subscribe to something. */
  subscribeSeconds: number;
  sockets: number;
  channelsPerSocket: number;
  framesPerSecond: number;
  frameBytes: number;
  /** What may wait for a slow reader before it is dropped; it asks again when it is back. */
  backlogBytes: number;
  eventBytes: number;
  eventsPerBatch: number;
  /** How far a publisher's clock may be off, which is also how long a request could be replayed. */
  skewSeconds: number;
}

export const LIMITS: Limits = {
  activitySeconds: 60,
  pongSeconds: 30,
  subscribeSeconds: 30,
  sockets: 20_000,
  channelsPerSocket: 100,
  framesPerSecond: 50,
  frameBytes: 10_240,
  backlogBytes: 131_072,
  eventBytes: 10_240,
  eventsPerBatch: 10,
  skewSeconds: 600,
};
