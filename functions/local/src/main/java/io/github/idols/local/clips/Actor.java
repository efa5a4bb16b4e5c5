package io.github.idols.local.clips;

import io.github.idols.core.face.Box;

/**
 * A portrait and its way through a scene.
 *
 * @param name what the truth calls the person
 * @param fromScale size at the beginning, in pixels of the video for a pixel of the portrait
 * @param toScale size at the end
 * @param squeeze width against height: under 1, a face that is turned a little
 * @param x where the face's centre is at half time, in pixels of the video
 * @param y likewise
 * @param driftX how far it moves from the beginning to the end
 * @param driftY likewise
 * @param sway how far it goes to and fro
 * @param tilt how far the head leans, in radians
 * @param phase where swaying and leaning begin, in radians
 */
record Actor(
    String name,
    Portrait portrait,
    double fromScale,
    double toScale,
    double squeeze,
    double x,
    double y,
    double driftX,
    double driftY,
    double sway,
    double tilt,
    double phase) {
  /** Where the actor is. */
  record Pose(double x, double y, double scaleX, double scaleY, double angle) {}

  /** At a time of the scene, 0 to 1. */
  Pose at(double t) {
    double scale = fromScale + (toScale - fromScale) * t;
    return new Pose(
        x + driftX * (t - 0.5) + sway * Math.sin(9 * t + phase),
        y + driftY * (t - 0.5),
        scale * squeeze,
        scale,
        tilt * Math.sin(2 * t + phase));
  }

  /** The face at a time of the scene, in pixels of the video; leaning does not change it. */
  Box face(double t) {
    Pose pose = at(t);
    double width = portrait.face().width() * pose.scaleX();
    double height = portrait.face().height() * pose.scaleY();
    return new Box(pose.x() - width / 2, pose.y() - height / 2, width, height);
  }
}
