import { clock } from "../../src/ui/format";
import { isAnother } from "./length";
import type { Answer } from "./stack";
import { strings } from "./strings";

/** What to say of an answer that brought no labels. */
export function refusal(answer: Exclude<Answer, { kind: "labels" }>, origin: string): string {
  switch (answer.kind) {
    case "unreachable":
      return strings.unreachable(new URL(origin).host);
    case "elsewhere":
      return strings.elsewhere(new URL(answer.address).host);
    default:
      return strings[answer.kind];
  }
}

/** What to say of lengths that are too far apart; nothing when they are not, or not known yet. */
export function lengthWarning(
  { duration, live }: { readonly duration?: number; readonly live: boolean },
  labelled: number,
): string | undefined {
  if (live) return strings.another(strings.live, clock(labelled));
  if (duration === undefined || !isAnother(duration, labelled)) return undefined;
  return strings.another(clock(duration), clock(labelled));
}
