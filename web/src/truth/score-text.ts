import { strings } from "../ui/strings";
import type { Span } from "./model";
import { type Score, percent } from "./score";
import type { Progress } from "./steps";

const words = strings.truth.score;

/** A score to publish: what was scored, on which frames, by how much hand work, and when. */
export function scoreText(
  title: string,
  score: Score,
  range: Span,
  every: number,
  { framesChecked, framesWithFaces }: Progress,
  date: Date,
): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  return [
    words.textTitle(title),
    words.textFrames(range.from, range.to, every),
    words.textChecked(framesChecked, framesWithFaces, day),
    `labels: ${percent(score.labels)}`,
    `faces: ${percent(score.faces)}`,
    `precision: ${percent(score.precision)}`,
    `strangers_named: ${percent(score.strangersNamed)}`,
    "",
  ].join("\n");
}
