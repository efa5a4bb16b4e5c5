import "@fontsource-variable/figtree/index.css";
import "@fontsource-variable/unbounded/index.css";
import "./ui/styles/index.css";
import { Api } from "./api/client";
import { loadConfig } from "./api/config";
import type { App, Page } from "./app";
import { embedPage } from "./embed/page";
import { homePage } from "./home/page";
import { videoPage } from "./job/page";
import { routeOf } from "./routes";
import { nowhere } from "./ui/nowhere";
import { KeptHandles } from "./upload/handles";
import { UploadQueue } from "./upload/queue";
import { guardMissedDrops } from "./ui/drop";
import { sharedGalleryPage } from "./shared/page";
import { truthPage } from "./truth/page";
import { Memory } from "./ui/memory";
import { shell } from "./ui/shell";
import { strings } from "./ui/strings";

async function start(): Promise<void> {
  const config = await loadConfig();
  const api = new Api(config.api);
  const first = routeOf(location.pathname);
  if (first.kind === "embed") {
    // Without the way from page to page: another site's frame must not get to see one with a secret.
    document.getElementById("app")!.replaceChildren(embedPage(api, first.share));
    return;
  }
  const { element, main } = shell();
  let page: Page | undefined;

  const show = (byLink: boolean) => {
    page?.close();
    page = pageOf(location.pathname);
    document.title = page.title === strings.product ? page.title : page.title + strings.titleSuffix;
    main.replaceChildren(page.element);
    if (!byLink) return;
    window.scrollTo(0, 0);
    page.heading.focus({ preventScroll: true });
  };
  const memory = new Memory();
  const uploads = new UploadQueue(api, memory, new KeptHandles());
  const app: App = {
    api,
    config,
    memory,
    uploads,
    go: (path, instead = false) => {
      if (instead) history.replaceState(null, "", path);
      else history.pushState(null, "", path);
      show(true);
    },
  };
  const pageOf = (path: string): Page => {
    const route = routeOf(path);
    if (route.kind === "home") return homePage(app);
    if (route.kind === "video") return videoPage(app, route.share);
    if (route.kind === "gallery") return sharedGalleryPage(app, route.share);
    if (route.kind === "truth") return truthPage(app, route.share);
    return nowhere(strings.job.unknownPageTitle, strings.job.unknownPageText);
  };

  document.getElementById("app")!.replaceChildren(element);
  document.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.target || link.hasAttribute("download")) return;
    const url = new URL(link.href, location.href);
    if (
      url.origin !== location.origin ||
      url.hash !== "" ||
      ["nothing", "embed"].includes(routeOf(url.pathname).kind)
    )
      return;
    event.preventDefault();
    app.go(url.pathname);
  });
  window.addEventListener("popstate", () => show(true));
  guardMissedDrops();
  window.addEventListener("beforeunload", (event) => uploads.isSending && event.preventDefault());
  window.addEventListener("online", () => uploads.retryBroken());
  show(false);
  await uploads.restore();
}

void start();
