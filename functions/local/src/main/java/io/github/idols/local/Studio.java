package io.github.idols.local;

import io.github.idols.core.classify.FaceCutter;
import io.github.idols.core.fancam.FancamDrawing;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.label.Labels;
import io.github.idols.core.score.StillPictures;
import io.github.idols.core.track.ChunkRecognizer;
import io.github.idols.core.video.Plan;
import io.github.idols.core.video.RefusedException;
import io.github.idols.core.video.VideoPlanning;
import io.github.idols.vision.video.FileSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What the commands need of networks and media: the same ports that the cloud's workers use. Safe
 * for use by several threads; what it makes is closed before it is.
 */
interface Studio extends AutoCloseable {
  /**
   * Lets videos in and shares them out.
   *
   * @param chunkSeconds length of a chunk, roughly
   */
  VideoPlanning planning(double chunkSeconds);

  /**
   * Plans a video that lies in a file.
   *
   * @param chunkSeconds length of a chunk, roughly
   * @throws UserError when the video is refused
   * @throws IOException when it cannot be read
   */
  default Plan plan(Path video, double chunkSeconds) throws UserError, IOException {
    try {
      return planning(chunkSeconds).plan(FileSource.open(video));
    } catch (RefusedException e) {
      throw new UserError(video + ": " + e.getMessage(), e);
    }
  }

  /**
   * What a gallery's pictures give depends on this besides the pictures: networks, and how they are
   * used. Another text, and what was kept of pictures counts no more.
   */
  String pictureVersion();

  /** For one worker that looks at the gallery. */
  PictureChecker newPictureChecker();

  /** For one worker that looks at pictures to be named: of several faces it takes the tallest. */
  PictureChecker newPhotoChecker();

  /** For one worker that cuts faces out of pictures to learn from. */
  FaceCutter newFaceCutter();

  /** For one worker that cuts faces out of pictures to be tested on: of several the tallest. */
  FaceCutter newTestFaceCutter();

  /**
   * The same tools with another network to embed faces; to be closed by itself.
   *
   * @param network the shipped network's file with other weights
   * @throws UserError when it is anything else
   */
  Studio tuned(byte[] network) throws UserError;

  /** For one worker that looks at the video. */
  ChunkRecognizer newRecognizer();

  /**
   * Begins to draw labels on a video.
   *
   * @throws IOException when the video cannot be read
   */
  Drawing draw(Path video, Labels labels) throws IOException;

  /** Makes fancams. */
  FancamDrawing fancams();

  /** Takes small pictures out of videos. */
  StillPictures stills();

  @Override
  void close();
}
