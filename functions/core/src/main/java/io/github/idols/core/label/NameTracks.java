package io.github.idols.core.label;

import io.github.idols.core.gallery.Match;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.track.Evidence;
import io.github.idols.core.track.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Names tracks by all of their evidence: a track has one name on all of its frames.
 *
 * <p>The scores of a track's looks are averaged by their weights before the rule decides. A name is
 * given once at a time: of two tracks that share at least half of the shorter one's frames, the one
 * with the better score keeps the name, and the other gets its next best name that the rule
 * accepts. (Tracks that merely touch may share a name: at a cut both are the same person.)
 */
public final class NameTracks {
  private final Matcher matcher;

  public NameTracks(Matcher matcher) {
    this.matcher = matcher;
  }

  /** One label for each track, in their order. */
  public List<Label> name(List<Track> tracks) {
    record Claim(int track, Match match) {}
    List<Claim> claims = new ArrayList<>();
    List<Double> best = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      double[] scores = scores(tracks.get(i));
      double highest = -1;
      if (scores.length > 0) {
        for (Match match : matcher.rank(scores)) {
          highest = Math.max(highest, match.score());
          if (match.known()) {
            claims.add(new Claim(i, match));
          }
        }
      }
      best.add(highest);
    }
    claims.sort(Comparator.comparingDouble((Claim c) -> c.match().score()).reversed());
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      labels.add(new Label(tracks.get(i), Label.UNKNOWN, 1 - confidence(best.get(i))));
    }
    for (Claim claim : claims) {
      Track track = tracks.get(claim.track());
      String name = claim.match().person();
      boolean isFree =
          !labels.get(claim.track()).isKnown()
              && labels.stream()
                  .noneMatch(l -> l.name().equals(name) && areTogether(l.track(), track));
      if (isFree) {
        labels.set(claim.track(), new Label(track, name, confidence(claim.match().score())));
      }
    }
    return labels;
  }

  /** The weighted mean of the looks' scores, one a person; empty where there is no look. */
  private double[] scores(Track track) {
    if (track.evidence().isEmpty()) {
      return new double[0];
    }
    double[] mean = new double[matcher.people().size()];
    double weights = track.evidence().stream().mapToDouble(Evidence::weight).sum();
    for (Evidence look : track.evidence()) {
      double[] scores = matcher.scores(look.embedding());
      for (int i = 0; i < mean.length; i++) {
        mean[i] += scores[i] * look.weight() / weights;
      }
    }
    return mean;
  }

  private static boolean areTogether(Track a, Track b) {
    long shared =
        Math.min(a.lastFrame(), b.lastFrame()) - Math.max(a.firstFrame(), b.firstFrame()) + 1;
    int shorter = Math.min(a.boxes().size(), b.boxes().size());
    return 2 * shared >= shorter;
  }

  /**
   * A cosine as a share of certainty: one half at 0.45, where names of one's own and of strangers
   * are about as frequent for MobileFaceNet. Ordered rightly, but not a calibrated probability.
   */
  private static double confidence(double score) {
    return 1 / (1 + Math.exp(-(score - 0.45) / 0.08));
  }
}
