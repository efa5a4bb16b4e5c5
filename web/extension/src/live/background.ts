// Runs the networks: apart from the page, so that it stays quick, and from its process, so that no face vector gets there. Chrome
// starts it when a page asks, and stops it half a minute after the last.
import { FaceMemory } from "../settings";
import { Networks } from "./networks";
import { PORT, type Ask, type Told } from "./protocol";
import { Recogniser } from "./recogniser";

declare function importScripts(...urls: string[]): void;

const script = chrome.runtime.getURL("litert/litert_wasm_internal.js");

// Scripts in pages have no business with the gallery's secret.
void chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });

// A part like this may load scripts while it starts alone: LiteRT, which does later, then gets what is there.
importScripts(script);

// LiteRT would ask for the graphics card, which nothing here runs on.
Object.defineProperty(navigator, "gpu", { value: undefined });

const file = async (path: string) =>
  new Uint8Array(await (await fetch(chrome.runtime.getURL(path))).arrayBuffer());

let loading: Promise<Networks> | undefined;

function networks(): Promise<Networks> {
  if (loading === undefined) {
    Object.assign(globalThis, {
      Module: {
        locateFile: (name: string) => chrome.runtime.getURL(`litert/${name}`),
        print: () => {},
        printErr: () => {},
      },
    });
    loading = Networks.load(script, (name) => file(`models/${name}.tflite`));
    loading.catch(() => (loading = undefined));
  }
  return loading;
}

async function recogniser(): Promise<Recogniser | undefined> {
  const gallery = await new FaceMemory(chrome.storage.session).faces();
  return gallery && new Recogniser(await networks(), gallery);
}

// Asks of all pages one after another.
let line: Promise<unknown> = Promise.resolve();

chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== PORT) return;
  let made: Promise<Recogniser | undefined> | undefined;
  let open = true;
  port.onDisconnect.addListener(() => (open = false));
  const tell = (told: Told) => {
    if (open) port.postMessage(told);
  };
  port.onMessage.addListener((ask: Ask) => {
    line = line.then(async () => {
      if (!open) return;
      try {
        const found = await (made ??= recogniser());
        tell(found === undefined ? { kind: "failed", why: "gallery" } : await found.answer(ask));
      } catch (error) {
        console.error(error);
        tell({ kind: "failed", why: "networks" });
      }
    });
  });
});
