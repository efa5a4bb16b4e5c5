import { LaneView } from "../lanes/view";
import { Player, type PlayerOptions } from "../player/player";

/** Player and lanes of one video, each led by the other. */
export function playerWithLanes(
  options: Omit<PlayerOptions, "scene" | "hides" | "moved">,
): readonly [Player, LaneView] {
  // The lanes are there first: the player may speak to them while it is being made.
  let player: Player | undefined;
  const lanes = new LaneView({
    duration: options.facts.duration,
    jump: (seconds) => player?.jump(seconds),
    position: () => player?.position ?? 0,
    toggled: () => player?.refresh(),
  });
  player = new Player({
    ...options,
    scene: (lane, back) => lanes.scene(lane, back),
    hides: (face) => lanes.hides(face),
    moved: (seconds) => lanes.playhead(seconds),
  });
  return [player, lanes];
}
