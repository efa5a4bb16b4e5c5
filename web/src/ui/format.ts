import { language } from "./language";
import { strings } from "./strings";

const { units } = strings;

/** 0:07, 3:05, 1:02:03. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** With tenths: 0:07.4. */
export function preciseClock(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10));
  return `${clock(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** 740 kB, 9.3 MB, 1.24 GB. */
export function bytes(count: number): string {
  if (count < 1e6) return `${Math.max(1, Math.round(count / 1e3))} kB`;
  if (count < 1e9) return `${(count / 1e6).toFixed(count < 1e8 ? 1 : 0)} MB`;
  return `${(count / 1e9).toFixed(2)} GB`;
}

/** US cents: 0.04 cents, 0.4 cents, 12 cents, $1.20. */
export function cents(count: number): string {
  if (count < 0.095) return units.cents(count.toFixed(2));
  if (count < 9.95) return units.cents(count.toFixed(1));
  return count < 99.5 ? units.cents(count.toFixed(0)) : units.dollars((count / 100).toFixed(2));
}

/** How long something will take, as one would say it: no false precision. */
export function roughly(seconds: number): string {
  if (seconds < 5) return units.few;
  if (seconds < 55) return units.seconds(String(Math.ceil(seconds / 5) * 5));
  if (seconds < 90) return units.minutes(1);
  if (seconds < 3600) return units.minutes(Math.round(seconds / 60));
  return units.hours(Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60));
}

/** 12.4 s, 1 min 05 s. */
export function screenTime(seconds: number): string {
  if (seconds < 60) return units.seconds(seconds.toFixed(1));
  const whole = Math.round(seconds);
  return units.long(Math.floor(whole / 60), String(whole % 60).padStart(2, "0"));
}

/** The day of a time as the API tells it: 22 February 2027. */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString(language, { dateStyle: "long" });
}

/** The file's name without its ending. */
export function titleOf(file: string): string {
  return file.replace(/\.[A-Za-z0-9]{2,4}$/, "") || file;
}
