import { type Face, type Span, spanOf } from "./model";

/** How much of a face an answer is about; `stranger`: all of it, and all other tracks of the same stranger. */
export type Reach = "whole" | "onward" | "upTo" | "marked" | "stranger";

/** Frames that were marked; an end that was not is the face's own. */
export type Marks = { readonly from?: number; readonly to?: number };

/** The frames that an answer is about; nothing when none of the face's are among them. */
export function reached(face: Face, reach: Reach, frame: number, marks: Marks): Span | undefined {
  const span = spanOf(face);
  const from = reach === "onward" ? frame : reach === "marked" ? (marks.from ?? span.from) : span.from;
  const to = reach === "upTo" ? frame : reach === "marked" ? (marks.to ?? span.to) : span.to;
  const inside = { from: Math.max(from, span.from), to: Math.min(to, span.to) };
  return inside.from <= inside.to ? inside : undefined;
}

/** Sets one mark; the other one goes if it would lie on the wrong side. */
export function marked(marks: Marks, end: "from" | "to", frame: number): Marks {
  const other = end === "from" ? marks.to : marks.from;
  const stays = other !== undefined && (end === "from" ? other >= frame : other <= frame);
  return end === "from"
    ? { from: frame, ...(stays ? { to: other } : {}) }
    : { to: frame, ...(stays ? { from: other } : {}) };
}
