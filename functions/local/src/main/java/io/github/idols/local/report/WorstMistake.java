package io.github.idols.local.report;

import io.github.idols.core.face.Box;
import io.github.idols.core.score.Mistake;
import io.github.idols.core.score.ScoredClip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A mistake that is shown on the page.
 *
 * @param clip which of the clips, from 0
 * @param mistake what is wrong
 * @param frameRate of the clip, where it is known
 * @param picture of the frame in the middle, if there is one
 */
public record WorstMistake(
    int clip, Mistake mistake, OptionalDouble frameRate, Optional<Picture> picture) {
  /** So that all kinds of mistakes are seen, and at most 40 pictures. */
  private static final int OF_A_KIND = 8;

  /**
   * A picture.
   *
   * @param base64 a JPEG file
   * @param shown the part of the frame that is on it
   */
  public record Picture(String base64, Box shown) {}

  /** The longest mistakes of each kind, the worst kinds first. */
  public static List<WorstMistake> of(List<ScoredClip> clips) {
    List<WorstMistake> all = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      ScoredClip clip = clips.get(i);
      for (Mistake mistake : clip.mistakes()) {
        all.add(new WorstMistake(i, mistake, clip.frameRate(), Optional.empty()));
      }
    }
    List<WorstMistake> worst = new ArrayList<>();
    for (Mistake.Kind kind : Mistake.Kind.values()) {
      all.stream()
          .filter(m -> m.mistake().kind() == kind)
          .sorted(Comparator.comparingInt((WorstMistake m) -> m.mistake().frames()).reversed())
          .limit(OF_A_KIND)
          .forEach(worst::add);
    }
    return worst;
  }

  /** The same with a picture. */
  public WorstMistake with(Picture taken) {
    return new WorstMistake(clip, mistake, frameRate, Optional.of(taken));
  }
}
