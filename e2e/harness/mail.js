import { SMTPServer } from "smtp-server";
import { eventually } from "./eventually.js";

/** A mail server on this machine that keeps what it is sent, for one test file. */
export class MailServer {
  #letters = [];

  static async start() {
    const mail = new MailServer();
    mail.server = new SMTPServer({
      authOptional: true,
      // A name for 127.0.0.1 is nobody's business, and asking for one can take longer than a test waits.
      disableReverseLookup: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, session, taken) => {
        const chunks = [];
        stream.on("data", (chunk) => chunks.push(chunk));
        stream.on("end", () => {
          mail.#letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: readable(Buffer.concat(chunks).toString()) });
          taken();
        });
      },
    });
    await new Promise((listening) => mail.server.listen(0, "127.0.0.1", listening));
    return mail;
  }

  /** What a server has to be told to send its mails here. */
  get settings() {
    return { SPRING_MAIL_HOST: "127.0.0.1", SPRING_MAIL_PORT: String(this.server.server.address().port), KONTOR_MAIL_GATHER: "0s" };
  }

  /** The path of the link, in the newest mail to that address that has one which begins so. */
  async link(address, beginning) {
    const found = new RegExp(`${beginning}[\\w-]+`);
    return eventually(() => {
      const link = this.#letters.filter(({ to }) => to.includes(address)).map(({ text }) => found.exec(text)?.[0]).filter(Boolean).pop();
      if (!link) throw new Error(`no mail with a link to ${beginning} came to ${address}: ${this.#letters.length} came in all`);
      return link;
    });
  }

  /** How many mails that address was sent. */
  count = (address) => this.#letters.filter(({ to }) => to.includes(address)).length;

  stop = () => new Promise((stopped) => this.server.close(stopped));
}

/** Long lines and odd characters are folded for the way (quoted-printable). */
const readable = (raw) => raw.replaceAll("=\r\n", "").replaceAll("=3D", "=");
