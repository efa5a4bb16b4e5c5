import type { Finding } from "../api/types";
import { type HealthWords, health } from "../ui/health-strings";

/** The findings as the page tells them, in its language. */
export function told(
  findings: readonly Finding[],
  people: readonly { readonly id: string; readonly name: string }[],
  words: HealthWords = health,
): Finding[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return findings.map((finding) => {
    const { kind } = finding;
    const who = finding.people.map((id) => names.get(id) ?? "");
    return {
      ...finding,
      advice: words.advice(kind, who, finding.advice),
      notes: finding.notes.map((note) => ({ ...note, text: words.note(kind, note.text) })),
    };
  });
}

interface Kept {
  readonly id: string;
  readonly pictures: readonly { readonly id?: string; readonly state: string }[];
}

/** Pictures that nobody has looked at yet may be what is missing. */
const UNDER_WAY: readonly string[] = ["queued", "uploading", "waiting"];

/** What still holds: findings about people and pictures that were deleted since then are left out. */
export function standing(findings: readonly Finding[], people: readonly Kept[]): Finding[] {
  const there = new Set<string | undefined>();
  for (const { id, pictures } of people) {
    there.add(id);
    for (const picture of pictures) there.add(picture.id);
  }
  return findings.filter(
    ({ people: whom, notes }) =>
      whom.every((id) => there.has(id)) && notes.every(({ picture }) => there.has(picture)),
  );
}

/**
 * Sentences about a person as a whole, the most useful first. None while pictures are on their way; nor how many are
 * missing, which the card counts itself.
 */
export function adviceFor(person: Kept, findings: readonly Finding[]): string[] {
  if (person.pictures.some(({ state }) => UNDER_WAY.includes(state))) return [];
  return findings
    .filter(
      ({ kind, people, notes }) => kind !== "too_few" && notes.length === 0 && people.includes(person.id),
    )
    .map(({ advice }) => advice);
}

/** What to say beside a picture, the most useful first. */
export function notesFor(picture: string | undefined, findings: readonly Finding[]): string[] {
  return findings.flatMap(({ notes }) =>
    notes.filter((note) => note.picture === picture).map(({ text }) => text),
  );
}
