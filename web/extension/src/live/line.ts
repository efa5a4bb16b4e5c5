import { PORT, type Ask, type Told } from "./protocol";

type Answer = Extract<Told, { kind: "told" }>;

/** The line to the networks: one ask at a time. */
export class Line {
  private port: chrome.runtime.Port | undefined;
  private answered: ((answer: Answer | undefined) => void) | undefined;
  private last = 0;
  private closed = false;
  /** Why there will be no answer. */
  why: Extract<Told, { kind: "failed" }>["why"] | undefined;
  /** Whether what was known of faces is gone. */
  lost = false;

  /** @returns nothing where no answer came: {@link why}, or the line is {@link lost} and will be made anew */
  ask(part: Partial<Omit<Ask, "id">>): Promise<Answer | undefined> {
    this.why = undefined;
    this.lost = false;
    return new Promise((answered) => {
      if (this.closed) return answered(undefined);
      this.answered = answered;
      try {
        this.port ??= this.open();
        const ask: Ask = { id: ++this.last, glances: [], looks: [], faces: [], ...part };
        this.port.postMessage(ask);
      } catch {
        // The extension was updated or removed meanwhile: its scripts in pages are cut off.
        this.why = "networks";
        this.done(undefined);
      }
    });
  }

  close(): void {
    this.closed = true;
    this.port?.disconnect();
    this.done(undefined);
  }

  private open(): chrome.runtime.Port {
    const port = chrome.runtime.connect({ name: PORT });
    port.onMessage.addListener((told: Told) => {
      if (told.kind === "failed") {
        this.why = told.why;
        this.done(undefined);
      } else if (told.id === this.last) this.done(told);
    });
    port.onDisconnect.addListener(() => {
      this.port = undefined;
      this.lost = true;
      this.done(undefined);
    });
    return port;
  }

  private done(answer: Answer | undefined): void {
    const { answered } = this;
    this.answered = undefined;
    answered?.(answer);
  }
}
