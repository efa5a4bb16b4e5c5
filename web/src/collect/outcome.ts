import { countPictures } from "../gallery/pictures";
import { strings } from "../ui/strings";

const words = strings.collect;

type State = { readonly state: string };

/** Whether something may still become of one of them. */
export function isUnderWay(pictures: readonly State[]): boolean {
  return countPictures(pictures).waiting > 0;
}

/**
 * What became of pictures, in sentences.
 *
 * @param name of whom they are
 * @param sent those that were chosen here
 * @param all that she has now
 */
export function outcomeOf(name: string, sent: readonly State[], all: readonly State[]): string {
  const { taken } = countPictures(sent);
  const refused = sent.filter(({ state }) => state === "refused").length;
  const failed = sent.filter(({ state }) => state === "failed").length;
  return [
    taken === 0 ? words.noneAdded : words.added(taken, name, countPictures(all).taken),
    refused > 0 ? words.refused(refused) : "",
    failed > 0 ? words.failed(failed) : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
