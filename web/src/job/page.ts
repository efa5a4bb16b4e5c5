import { ApiError, sentence } from "../api/errors";
import type { Video } from "../api/types";
import type { App, Page } from "../app";
import { unusedAddress } from "../collect/address";
import { CollectDialog } from "../collect/dialog";
import { galleryOf } from "../collect/whose";
import { EitherShown } from "../beside/other-labels";
import { BesidePanel } from "../beside/panel";
import { Corrector } from "../correct/corrector";
import { CorrectionPanel } from "../correct/panel";
import { FancamCard } from "../fancam/card";
import type { Pick } from "../correct/picks";
import { type Lane, buildLanes } from "../lanes/build";
import { FaceSource, faceOf } from "../lanes/faces";
import type { LaneView } from "../lanes/view";
import { FaceSheet } from "../player/faces";
import type { Named } from "../player/named";
import type { Player } from "../player/player";
import { ScriptChoice } from "../player/script-choice";
import { TogetherCard } from "../together/card";
import { sleep } from "../upload/retry";
import { announce } from "../ui/announce";
import { confirmDelete } from "../ui/dialog";
import { fill, h, setText } from "../ui/dom";
import { titleOf } from "../ui/format";
import { nowhereCard } from "../ui/nowhere";
import { Problem } from "../ui/parts";
import { strings } from "../ui/strings";
import { endedCard } from "./ended";
import { LabelSource } from "./label-source";
import { poll } from "./poll";
import { hasLabels, isWorking } from "./progress";
import { Results } from "./results";
import { playerWithLanes } from "./stage";
import { Status } from "./status";

const words = strings.job;

/** The page behind a share link: how far the work is, then the video with its names. */
export function videoPage(app: App, share: string): Page {
  const closing = new AbortController();
  const { signal } = closing;
  const own = app.memory.video(share);

  const heading = h("h1", { tabindex: -1 }, own === undefined ? words.loading : titleOf(own.title));
  const gallery = h("p", { class: "hint" });
  const offline = h("p", { class: "offline", role: "status", hidden: true });
  const notes = h("ul", { class: "notes", "aria-label": words.notes, hidden: true });
  const problem = new Problem();
  const body = h("div", { class: "video-body" });
  const status = new Status();
  const results = new Results(own && { remove: () => void remove(), renew: () => void renew() });
  let player: Player | undefined;
  let lanes: LaneView | undefined;
  let latest: Video | undefined;
  let watching = false;
  let asked = false;
  const corrector =
    own &&
    new Corrector(
      {
        say: (tracks, name, is) => app.api.correct(own.job, own.secret, tracks, labels.nameOf(name), is),
        undo: () => app.api.undoCorrection(own.job, own.secret),
        draw: () => app.api.draw(own.job, own.secret),
      },
      () => labels.asWritten,
      () => watch(),
      () => panel?.refresh(),
    );
  const ownGallery = () => own && galleryOf(app.memory, own, latest?.gallery?.name);
  const panel =
    corrector &&
    new CorrectionPanel(
      corrector,
      () => player?.pause(),
      {
        hindrance: () => (ownGallery() === undefined ? strings.collect.notYours : undefined),
        open: (pick, trusted) => collect(pick, trusted),
      },
      (name) => labels.names.get(name) ?? name,
    );

  const together = new TogetherCard((seconds) => halt(seconds));

  const fancams = new FancamCard(
    own && {
      ask: (person) => app.api.askFancam(own.job, own.secret, person),
      remove: (fancam) => app.api.deleteFancam(own.job, own.secret, fancam),
    },
    () => watch(),
    () => app.api.share(share, signal),
  );
  const labels = new LabelSource(signal, () => showLabels());
  const script = new ScriptChoice((chosen) => labels.show(chosen));
  labels.show(script.chosen);
  const faces = new FaceSource(signal, () => showNames());
  const either = new EitherShown(labels);
  const beside = new BesidePanel(signal, {
    jump: (seconds) => halt(seconds),
    show: (other) => {
      either.show(other);
      showNames();
    },
    written: (other) => labels.inScript(other),
    // Its address is as old as the last answer, which may be hours.
    fresh: () => app.api.share(share, signal),
  });

  function show(video: Video): void {
    latest = video;
    offline.hidden = true;
    const title = titleOf(video.title);
    setText(heading, title);
    document.title = title + strings.titleSuffix;
    setText(gallery, video.gallery === undefined ? "" : words.gallery(video.gallery.name));
    fill(notes, ...(video.notes ?? []).map((note) => h("li", {}, note)));
    notes.hidden = (video.notes ?? []).length === 0;
    if (video.state === "refused" || video.state === "failed") return showEnd(video);
    if (video.state === "done" && status.element.isConnected) {
      announce(words.states.done.join(". "));
      status.element.remove();
    } else if (isWorking(video)) {
      status.show(video, Date.now());
      if (!status.element.isConnected) body.prepend(status.element);
    }
    showPlayer(video);
    if (hasLabels(video)) {
      results.show(video);
      if (!results.element.isConnected) body.append(notes, results.element);
      if (labels.isFinal) results.element.after(beside.element);
    }
    if (panel !== undefined && video.state === "done" && labels.isFinal && !panel.element.isConnected) {
      results.element.before(panel.element);
    }
    corrector?.take(video);
    labels.take(video);
    faces.take(video);
    showFancams();
  }

  function showFancams(): void {
    const written = labels.asWritten;
    if (latest === undefined || written === undefined) return;
    // Fancams are asked for and told of by the names on labels.
    const lanes = buildLanes(written.people, written.tracks);
    if (!fancams.show(latest, lanes, written.people)) fancams.element.remove();
    // Moved, it would stop what plays in it.
    else if (!fancams.element.isConnected) results.element.after(fancams.element);
  }

  function showPlayer(video: Video): void {
    const source = video.links?.source ?? video.links?.annotated;
    if (source === undefined || video.video === undefined) return;
    if (player === undefined) {
      [player, lanes] = playerWithLanes({
        title: titleOf(video.title),
        facts: video.video,
        labels: either,
        choice: script.element,
        signal,
        ...(panel && { picked: (face: Named) => pick(face) }),
        shown: (seconds) => panel?.frame(labels.isFinal ? labels.at(seconds) : undefined),
        // The addresses ran out while the page lay open, or the network did.
        fresh: async () => (await app.api.share(share, signal)).links,
      });
      const stage = h(
        "section",
        { class: "stage", "aria-label": strings.player.label },
        player.element,
        lanes.element,
      );
      if (status.element.isConnected) status.element.after(stage);
      else body.prepend(stage);
      showLabels();
    }
    player.offer(video.links ?? {});
  }

  /** Stands still at a time, in seconds. */
  function halt(seconds: number): void {
    player?.pause();
    player?.jump(seconds);
  }

  /** A face in the picture, whichever names are shown. */
  function pick(face: Named): void {
    const { tracks } = either.otherLabels ?? labels.sheets[0]?.labels ?? { tracks: [] };
    const track = tracks.find((each) => each === face);
    if (track !== undefined && latest?.state === "done" && labels.isFinal) panel?.pickTrack(track.id);
  }

  /** Shows faces of somebody that can become pictures of the video's gallery. */
  function collect(pick: Pick, trusted: readonly number[]): void {
    const [gallery, written] = [ownGallery(), labels.asWritten];
    if (own === undefined || gallery === undefined || written === undefined) return;
    const dialog = new CollectDialog({
      api: app.api,
      gallery,
      title: own.title,
      // The gallery knows people by their names on labels, whichever are shown.
      sheet: new FaceSheet(written),
      pick: { ...pick, name: pick.known ? labels.nameOf(pick.name) : pick.name },
      trusted: new Set(trusted),
      source: () =>
        unusedAddress(
          async () => (await app.api.share(share, signal)).links?.source,
          () => player?.address,
          (ms) => sleep(ms, signal),
        ),
      gone: () => app.memory.forgetGallery(gallery.id),
      anew: (tracks, name) => panel?.say(tracks, name),
      signal,
    });
    player?.pause();
    dialog.open();
  }

  /** In player and lanes: the labels, or what is compared with them. */
  function showNames(): void {
    const other = either.otherLabels;
    player?.refresh();
    const rows = other === undefined ? lanesOf() : buildLanes(labels.people, other.tracks);
    const tracks = other?.tracks ?? (labels.isFinal ? labels.sheets[0]?.labels.tracks : undefined) ?? [];
    lanes?.show(rows, labels.people, labels.isFinal, (lane) => faceOf(lane, faces.shown, tracks));
  }

  function lanesOf(): readonly Lane[] {
    return buildLanes(
      labels.people,
      labels.sheets.flatMap((sheet) => sheet.labels.tracks),
    );
  }

  function showLabels(): void {
    const sheets = labels.sheets;
    script.offer(labels.scripts);
    showNames();
    if (!labels.isFinal) return;
    const rows = lanesOf();
    if (latest !== undefined && sheets[0] !== undefined) {
      beside.take(latest, sheets[0].labels, labels.version);
      results.element.after(beside.element);
      if (together.show(sheets[0].labels)) results.element.before(together.element);
      else together.element.remove();
    }
    if (sheets[0] !== undefined) results.take(sheets[0].labels, labels.names);
    showFancams();
    panel?.show(sheets[0]?.labels, rows);
    corrector?.loaded(labels.version);
    if (latest !== undefined && panel !== undefined && latest.state === "done") {
      results.element.before(panel.element);
    }
  }

  function showEnd(video: Video): void {
    player?.close();
    fill(body, endedCard(video, own && (() => void remove())));
  }

  /** The page goes on under the new address; the old one is of no use to anybody. */
  async function renew(): Promise<void> {
    if (own === undefined) return;
    const { renewTitle, renewText, renewNow, renewed } = strings.result;
    if (!(await confirmDelete(renewTitle, renewText, renewNow))) return;
    try {
      const next = await app.api.renewLink(own.job, own.secret);
      app.memory.keepVideo({ ...own, share: next });
      app.memory.forgetVideo(share);
      app.go(`/v/${next}`, true);
      announce(renewed);
    } catch (error) {
      problem.show(sentence(error));
    }
  }

  async function remove(): Promise<void> {
    if (own === undefined) return;
    if (!(await confirmDelete(strings.result.removeTitle, strings.result.removeText))) return;
    try {
      await app.api.deleteJob(own.job, own.secret);
    } catch (error) {
      if (!(error instanceof ApiError && error.isNotFound)) return problem.show(sentence(error));
    }
    app.memory.forgetVideo(share);
    app.go("/");
    announce(strings.result.removed);
  }

  function unknown(): void {
    closing.abort();
    player?.close();
    setText(heading, words.unknownTitle);
    document.title = words.unknownTitle + strings.titleSuffix;
    element.replaceChildren(nowhereCard(heading, words.unknownText));
  }

  const element = h(
    "div",
    { class: "video-page" },
    h("header", { class: "video-head" }, heading, gallery),
    offline,
    problem.element,
    body,
  );
  /** What was asked for while somebody looked may have come after that answer: one more look. */
  function askedMeanwhile(): boolean {
    const was = asked;
    asked = false;
    return was;
  }

  /** Looks until there is nothing more to come; once at a time. */
  function watch(): void {
    asked = watching;
    if (watching) return;
    watching = true;
    void look().finally(() => (watching = false));
  }

  const look = () =>
    poll({
      look: (stop) => app.api.share(share, stop),
      goesOn: (video) =>
        askedMeanwhile() ||
        isWorking(video) ||
        (hasLabels(video) && (!labels.isFinal || labels.version < (video.corrections?.version ?? 0))) ||
        FancamCard.isWorking(video) ||
        (corrector?.shown.working ?? false),
      seen: show,
      trouble: (error) => {
        offline.hidden = error === undefined;
        setText(offline, error === undefined ? "" : words.offline);
      },
      refused: (error) => (error.isNotFound ? unknown() : problem.show(sentence(error))),
      signal,
    });
  watch();
  // Between two looks the time left counts down.
  const ticking = setInterval(() => {
    if (latest !== undefined && isWorking(latest)) status.show(latest, Date.now());
  }, 1_000);

  return {
    title: own === undefined ? strings.product : titleOf(own.title),
    heading,
    element,
    close: () => {
      closing.abort();
      clearInterval(ticking);
      player?.close();
    },
  };
}
