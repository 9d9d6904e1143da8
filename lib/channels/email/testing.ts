import { type AddressInfo, createServer, type Socket } from "node:net";

/** A mail that the server took: the addresses as the commands named them. */
interface TakenMail {
  from: string;
  to: string[];
  text: string;
}

/** What the server says to a command instead of going on; `drop` hangs up. `END` stands for the end of a text. */
type Reply = (command: string) => string | null;

/** A mail server that takes everything, or answers as `reply` says to a command; what it took is in `mails`. */
export async function startMailServer(reply: Reply = () => null) {
  const mails: TakenMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, mails, reply);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function converse(socket: Socket, mails: TakenMail[], reply: Reply): void {
  let mail: TakenMail = { from: "", to: [], text: "" };
  let inText = false;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on("error", () => {});
  socket.on("data", (data) => {
    const lines = (rest + data).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (!socket.destroyed) hear(line);
  });
  say("220 stand-in");

  function hear(line: string): void {
    if (inText && line !== ".") {
      mail.text += `${line}\n`;
      return;
    }
    const answer = reply(inText ? "END" : line);
    const isEnd = inText;
    inText = false;
    if (answer === "drop") socket.destroy();
    else if (answer) say(answer);
    else if (isEnd) take();
    else obey(line);
  }

  function take(): void {
    mails.push(mail);
    mail = { from: "", to: [], text: "" };
    say("250 taken");
  }

  function obey(command: string): void {
    if (/^QUIT/i.test(command)) return void socket.end("221 bye\r\n");
    if (/^MAIL FROM:/i.test(command)) mail.from = command.slice(10);
    if (/^RCPT TO:/i.test(command)) mail.to.push(command.slice(8));
    inText = /^DATA/i.test(command);
    if (inText) say("354 go on");
    else say(/^EHLO/i.test(command) ? "250 stand-in" : "250 ok");
  }
}
