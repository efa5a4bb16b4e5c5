import type { Limits } from "../api/types";
import type { UploadQueue } from "../upload/queue";
import type { Upload } from "../upload/upload";
import { arrange, h, setText } from "../ui/dom";
import { strings } from "../ui/strings";
import { UploadRow } from "./upload-row";

const words = strings.upload;

/** All videos on their way up, and those that earlier pages left. */
export class UploadsPanel {
  private readonly rows = new Map<Upload, UploadRow>();
  private readonly title = h("h2", { tabindex: -1, id: "uploads-title" }, words.title);
  private readonly list = h("ul", { class: "upload-list" });
  private readonly hint = h("p", { class: "hint" });
  private days: number | undefined;
  readonly element = h(
    "section",
    { class: "card uploads-panel", "aria-labelledby": "uploads-title" },
    this.title,
    this.list,
    this.hint,
  );

  constructor(
    private readonly queue: UploadQueue,
    limits: Promise<Limits | undefined>,
    signal: AbortSignal,
  ) {
    void limits.then((told) => {
      this.days = told?.uploadDays;
      this.show();
    });
    queue.watch(() => this.show(), signal);
    this.show();
  }

  focus(): void {
    this.title.focus();
  }

  private show(): void {
    const { uploads } = this.queue;
    const held = this.element.contains(document.activeElement);
    for (const upload of this.rows.keys()) if (!uploads.includes(upload)) this.rows.delete(upload);
    for (const upload of uploads) {
      if (!this.rows.has(upload)) this.rows.set(upload, new UploadRow(this.queue, upload));
    }
    const rows = uploads.map((upload) => this.rows.get(upload)!);
    arrange(
      this.list,
      rows.map(({ element }) => element),
    );
    for (const row of rows) row.show();
    this.element.hidden = rows.length === 0;
    const isLost = uploads.some(({ state }) => state === "lost");
    const isOpen = uploads.some((upload) => upload.isOpen);
    setText(
      this.hint,
      isLost && this.days !== undefined ? words.lost(this.days) : isOpen ? words.keepOpen : "",
    );
    this.hint.hidden = this.hint.textContent === "";
    // The row that had it is gone.
    if (held && rows.length > 0 && !this.element.contains(document.activeElement)) this.focus();
  }
}
