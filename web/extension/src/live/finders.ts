import { type Box, type Landmarks, type Point, iou, square } from "./geometry";

/** A face that was found: box and landmarks in pixels of the picture, score 0 to 1. */
export interface Found {
  readonly box: Box;
  readonly landmarks: Landmarks;
  readonly score: number;
}

/** Sides of what the networks take, in pixels. */
export const GLANCE = 192;
export const LOOK = 48;

// As vision's BlazeFace has them.
const STRIDE = 4;
const NUMBERS = 16;
const OVERLAP = 0.3;

/** Many, for each is looked at once more: of real faces in the wrong light some come with less than half. */
const GLANCE_THRESHOLD = 0.3;

/** As MtcnnSettings has it for a face where one is expected. */
export const LOOK_THRESHOLD = 0.6;

/**
 * Where BlazeFace sees faces (Bazarevsky et al., 2019; MediaPipe's full range model), the surest first.
 *
 * @param scores one for each of 48 x 48 anchors, before the sigmoid
 * @param numbers sixteen for each
 * @returns boxes in pixels of the network's input
 */
export function glanced(scores: Float32Array, numbers: Float32Array): Box[] {
  const cells = GLANCE / STRIDE;
  const all: { box: Box; score: number }[] = [];
  for (const [i, raw] of scores.entries()) {
    const score = 1 / (1 + Math.exp(-raw));
    if (score <= GLANCE_THRESHOLD) continue;
    const at = i * NUMBERS;
    const [w, h] = [numbers[at + 2]!, numbers[at + 3]!];
    const x = ((i % cells) + 0.5) * STRIDE + numbers[at]! - w / 2;
    const y = (Math.floor(i / cells) + 0.5) * STRIDE + numbers[at + 1]! - h / 2;
    all.push({ box: { x, y, w, h }, score });
  }
  all.sort((a, b) => b.score - a.score);
  const kept: Box[] = [];
  for (const { box } of all) if (kept.every((better) => iou(better, box) <= OVERLAP)) kept.push(box);
  return kept;
}

/**
 * What MTCNN's third network (Zhang et al., 2016) says of a square of a picture.
 *
 * @param area the square that it saw, in pixels of the picture
 * @param scores that it is none, that it is a face
 * @param shifts of the box's edges, as parts of the square
 * @param points five x, then five y, as parts of the square
 */
export function lookedAt(area: Box, scores: Float32Array, shifts: Float32Array, points: Float32Array): Found {
  const [left, top] = [area.x + shifts[0]! * area.w, area.y + shifts[1]! * area.h];
  const [right, bottom] = [area.x + area.w * (1 + shifts[2]!), area.y + area.h * (1 + shifts[3]!)];
  const at = (i: number): Point => ({
    x: area.x + points[i]! * area.w,
    y: area.y + points[5 + i]! * area.h,
  });
  return {
    box: { x: left, y: top, w: Math.max(1, right - left), h: Math.max(1, bottom - top) },
    landmarks: [at(0), at(1), at(2), at(3), at(4)],
    score: scores[1]!,
  };
}

/** BlazeFace's boxes end at the brows, MTCNN's networks were trained on ones that reach the hair. */
export function areaOf(glanced: Box): Box {
  const { x, y, w, h } = glanced;
  return square({ x: x - w * 0.05, y: y - h * 0.2, w: w * 1.1, h: h * 1.25 });
}

/** Samples as a network takes them. BlazeFace wants x / 127.5 - 1, the others (x - 127.5) / 128. */
export function scaled(bytes: Uint8Array, by: 127.5 | 128): Float32Array {
  const samples = new Float32Array(bytes.length);
  for (let i = 0; i < samples.length; i++) samples[i] = (bytes[i]! - 127.5) / by;
  return samples;
}

/** More shows noise rather than a face; and how bright faces are that MTCNN was trained on. */
const [MOST_GAIN, DIM] = [3, 100];

/** A square as MTCNN's third network takes it: x first, dark ones brightened, as vision's Mtcnn does. */
export function forLook(bytes: Uint8Array): Float32Array {
  const sum = bytes.reduce((all, value) => all + value, 0);
  const gain = Math.max(1, Math.min(MOST_GAIN, (DIM * bytes.length) / Math.max(1, sum)));
  const turned = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const pixel = Math.floor(i / 3);
    const to = ((pixel % LOOK) * LOOK + Math.floor(pixel / LOOK)) * 3 + (i % 3);
    turned[to] = (Math.min(255, gain * bytes[i]!) - 127.5) / 128;
  }
  return turned;
}

/** Large, frontal, sure faces say most about who it is: core's FollowedFace. */
export function quality({ box, landmarks: [leftEye, rightEye, nose], score }: Found): number {
  const eyes = Math.max(1, rightEye.x - leftEye.x);
  const aside = Math.abs(leftEye.x + rightEye.x - 2 * nose.x) / eyes;
  const frontal = Math.max(0.1, 1 - Math.min(1, aside));
  return (0.2 + Math.min(1, box.h / 112)) * (0.3 + frontal) * score;
}
