import { announce } from "./announce";
import { setText } from "./dom";

/** What a button that copies says, before and for a while after. */
interface Words {
  readonly copy: string;
  readonly copied: string;
}

/**
 * Puts a text on the clipboard, and says so on the button and to screen readers.
 *
 * @param label the button's words
 * @returns false where the browser does not let it: then it is for the caller to show the text
 */
export async function copied(text: string, label: Element, { copy, copied: done }: Words): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false;
  }
  setText(label, done);
  announce(done);
  setTimeout(() => setText(label, copy), 2_500);
  return true;
}
