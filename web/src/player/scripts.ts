import type { Labels } from "./labels";

const OTHERS = ["korean", "romanised", "english"] as const;
export type OtherScript = (typeof OTHERS)[number];
/** In which letters names are shown: as they are on labels, or as the gallery has them in another script. */
export type Script = "name" | OtherScript;

export function isScript(text: string | null | undefined): text is Script {
  return text === "name" || OTHERS.some((each) => each === text);
}

/** Scripts in which somebody of the labels has a name besides the one on labels. */
export function scriptsOf({ names }: Pick<Labels, "people" | "names">): readonly OtherScript[] {
  return OTHERS.filter((script) => names?.some((each) => each[script] !== undefined));
}

/**
 * What each person is called in a script, by the name on labels; who has no name in it keeps that one. No two are called
 * the same: where they would be, the name on labels stands behind.
 */
export function namesIn(
  { people, names = [] }: Pick<Labels, "people" | "names">,
  script: Script,
): ReadonlyMap<string, string> {
  const other = new Map(names.map((each) => [each.name, script === "name" ? undefined : each[script]]));
  const shown = people.map((name) => other.get(name) ?? name);
  const isTwice = (text: string) => shown.indexOf(text) !== shown.lastIndexOf(text);
  return new Map(
    people.map((name, i) => {
      const text = shown[i]!;
      return [name, text !== name && isTwice(text) ? `${text} (${name})` : text];
    }),
  );
}

/** The labels with names in a script, people in the same order: nobody changes colour. */
export function inScript(labels: Labels, script: Script): Labels {
  if (!scriptsOf(labels).some((each) => each === script)) return labels;
  const names = namesIn(labels, script);
  return {
    ...labels,
    people: labels.people.map((name) => names.get(name)!),
    tracks: labels.tracks.map((track) =>
      track.known ? { ...track, name: names.get(track.name) ?? track.name } : track,
    ),
  };
}
