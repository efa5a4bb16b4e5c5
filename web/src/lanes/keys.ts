/** Arrow keys inside lanes: left and right go through a lane's spans, up and down to the lane beside. One span of each lane can be tabbed to. */
export class LaneKeys {
  private focused: { readonly label: string; readonly start: string } | undefined;

  move(event: KeyboardEvent, track: HTMLElement): void {
    const spans = [...track.querySelectorAll<HTMLButtonElement>("button")];
    const here = spans.indexOf(document.activeElement as HTMLButtonElement);
    if (here < 0) return;
    switch (event.key) {
      case "ArrowRight":
        return this.go(event, spans[here + 1]);
      case "ArrowLeft":
        return this.go(event, spans[here - 1]);
      case "Home":
        return this.go(event, spans[0]);
      case "End":
        return this.go(event, spans.at(-1));
      case "ArrowDown":
      case "ArrowUp":
        return this.go(event, this.beside(track, event.key === "ArrowDown", startOf(spans[here]!)));
    }
  }

  /** Call before the lanes are made anew, `restore` after that: the focus stays where it was. */
  remember(list: HTMLElement): void {
    const active = document.activeElement;
    this.focused =
      active instanceof HTMLElement && list.contains(active)
        ? {
            label: active.parentElement?.getAttribute("aria-label")?.split(",")[0] ?? "",
            start: active.dataset["start"] ?? "",
          }
        : undefined;
  }

  restore(list: HTMLElement): void {
    const { focused } = this;
    if (focused === undefined) return;
    for (const span of list.querySelectorAll<HTMLButtonElement>("button")) {
      const label = span.parentElement?.getAttribute("aria-label")?.split(",")[0];
      if (label === focused.label && span.dataset["start"] === focused.start) return this.focus(span);
    }
  }

  private go(event: KeyboardEvent, span: HTMLButtonElement | undefined): void {
    event.preventDefault();
    if (span !== undefined) this.focus(span);
  }

  private focus(span: HTMLButtonElement): void {
    for (const each of span.parentElement!.querySelectorAll("button")) each.tabIndex = -1;
    span.tabIndex = 0;
    span.focus();
  }

  /** The span of the next lane with any that begins nearest to a time. */
  private beside(track: HTMLElement, below: boolean, start: number): HTMLButtonElement | undefined {
    const tracks = [...(track.closest("ul")?.querySelectorAll<HTMLElement>(".lane-track") ?? [])];
    const step = below ? 1 : -1;
    for (let i = tracks.indexOf(track) + step; i >= 0 && i < tracks.length; i += step) {
      const spans = [...tracks[i]!.querySelectorAll<HTMLButtonElement>("button")];
      if (spans.length > 0) {
        return spans.reduce((a, b) => (Math.abs(startOf(b) - start) < Math.abs(startOf(a) - start) ? b : a));
      }
    }
    return undefined;
  }
}

function startOf(span: HTMLElement): number {
  return Number(span.dataset["start"]);
}
