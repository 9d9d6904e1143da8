import { connect, type Socket } from "node:net";

/**
 * One keep-alive connection, which sends the next request when the last is answered: as little work as can be, since
 * the machine is shared with the server that is measured. Ends when `next` has nothing more.
 */
export function runConnection(
  port: number,
  next: () => string | undefined,
  onAnswer: (status: number, ms: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", send).setNoDelay(true);
    let sentAt = 0;
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      if (!isWhole(answer)) return;
      onAnswer(Number(answer.slice(9, 12)), performance.now() - sentAt);
      answer = "";
      send();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("The server closed a connection.")));

    function send(): void {
      const request = next();
      sentAt = performance.now();
      if (request !== undefined) socket.write(request, "latin1");
      else finish(socket, resolve);
    }
  });
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf("\r\n\r\n");
  if (head === -1) return false;
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head)) ?? [];
  return length === undefined ? answer.endsWith("\r\n0\r\n\r\n") : answer.length >= head + 4 + Number(length);
}

function finish(socket: Socket, resolve: () => void): void {
  socket.removeAllListeners("close");
  socket.destroy();
  resolve();
}
