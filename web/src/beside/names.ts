import type { Video } from "../api/types";
import { strings } from "../ui/strings";

/** What the recogniser of the labels is called, and the one that is compared with it. */
export function namesOf({
  recognisers,
}: Pick<Video, "recognisers">): readonly [used: string, beside: string] {
  const { matchers } = strings.home;
  const { used, beside } = recognisers ?? { used: "centroid", beside: "classifier" };
  return [matchers[used][0], matchers[beside][0]];
}
