package io.github.idols.local.clips;

import io.github.idols.core.video.Frame;
import io.github.idols.core.video.Plane;
import io.github.idols.local.film.FilmWriter;
import io.github.idols.vision.render.X264Settings;
import io.github.idols.vision.video.VideoGate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Films a clip and writes the truth about it. Safe for use by several threads. */
public final class ClipMaker {
  /** Stage videos come strongly compressed. */
  private static final X264Settings STAGE = new X264Settings("veryfast", 26, "");

  private static final double MV_GRAIN = 3;
  private static final double STAGE_GRAIN = 3.5;

  private final VideoGate gate = new VideoGate();

  /**
   * Makes {@code video.mp4} and {@code truth.csv}.
   *
   * @param folder is there, and has neither
   * @param progress told how many frames are done
   * @throws IOException when a picture cannot be read or something cannot be written
   */
  public void make(ClipPlan plan, Path folder, LongConsumer progress) throws IOException {
    Path silent = folder.resolve("silent.mp4");
    boolean stage = plan.look() == Look.STAGE;
    int width = plan.width();
    int height = plan.height();
    Plane y = plane(width, height);
    Plane u = plane(width / 2, height / 2);
    Plane v = plane(width / 2, height / 2);
    Painter painter = new Painter(width, height);
    Planes grained = Planes.empty(width, height);
    Grain grain = new Grain(width * height, stage ? STAGE_GRAIN : MV_GRAIN, plan.seed());
    Director director = new Director(plan);
    try (FilmWriter writer =
        new FilmWriter(
            silent,
            folder.resolve("truth.csv"),
            width,
            height,
            ClipPlan.RATE,
            stage ? STAGE : X264Settings.STANDARD)) {
      Scene scene = director.next();
      Scene last = scene;
      int at = 0;
      while (writer.frames() < plan.frames()) {
        if (at == scene.frames()) {
          last = scene;
          scene = director.next();
          at = 0;
        }
        painter.paint(scene, at);
        grained.copy(painter.canvas());
        grain.add(grained);
        grained.store(y, u, v);
        long number = writer.frames();
        writer.add(
            new Frame(number, writer.pts(), width, height, y, u, v, FilmWriter.COLOR),
            Painter.faces(scene, at, number, last));
        at++;
        progress.accept(writer.frames());
      }
      writer.finish(gate, folder.resolve("video.mp4"));
    }
    Files.delete(silent);
  }

  private static Plane plane(int width, int height) {
    return new Plane(ByteBuffer.allocateDirect(width * height), width, width, height);
  }
}
