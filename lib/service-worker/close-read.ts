/** Takes the notifications of what has been read from the screen. */
export async function closeRead(
  registration: Pick<ServiceWorkerRegistration, "getNotifications">,
  items: readonly { id: string; readAt: string | null }[],
): Promise<void> {
  const read = new Set(items.filter(({ readAt }) => readAt !== null).map(({ id }) => id));
  for (const shown of await registration.getNotifications()) if (read.has(shown.tag)) shown.close();
}
