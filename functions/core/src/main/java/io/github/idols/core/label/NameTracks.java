package io.github.idols.core.label;

import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.Match;
import io.github.idols.core.gallery.Matcher;
import io.github.idols.core.track.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names tracks by all of their evidence: a track has one name on all of its frames.
 *
 * <p>In three steps, each on the tracks that the one before left without a name:
 *
 * <ol>
 *   <li>The rule decides over the mean of a track's looks ({@link Track#face}).
 *   <li>A track that looks just like a named one of the same video, and clearly less like the
 *       tracks of anybody else, is the same person: one light, one make-up and one camera make
 *       faces more alike than any picture of the gallery is.
 *   <li>What is left is unknown, and unknown tracks that look alike are one stranger ({@link
 *       GroupUnknown}).
 * </ol>
 *
 * <p>What a fan said of tracks ({@link Corrections}) stands above all: their names are given, or
 * never given, whatever the rules say. It counts for tracks that look just like them as well, where
 * they are more like these than the rule finds them like anybody: a stranger who is named once is
 * named everywhere, and who is not somebody in one shot is it in no other.
 *
 * <p>A name is given once at a time: of two tracks that share at least half of the shorter one's
 * frames, the one with the better score keeps the name, and the other gets its next best name that
 * the rule accepts. (Tracks that merely touch may share a name: at a cut both are the same person.)
 */
public final class NameTracks {
  /**
   * Cosine of two tracks' faces from which they are one person. (Measured on nine made clips: 0.5 %
   * of pairs of two people in one clip reach it. At 0.65 the first strangers got names.)
   */
  static final double SAME_PERSON = 0.7;

  /** By how much such a track must be less like everybody else's tracks. */
  private static final double CLEARLY = 0.1;

  private final Matcher matcher;
  private final Corrections corrections;
  private final List<String> people;

  /** By the rules alone. */
  public NameTracks(Matcher matcher) {
    this(matcher, Corrections.none());
  }

  /**
   * By the rules and what a fan said.
   *
   * @param corrections whose places are those in the list of tracks
   */
  public NameTracks(Matcher matcher, Corrections corrections) {
    this.matcher = matcher;
    this.corrections = corrections;
    people =
        Stream.concat(matcher.people().stream(), corrections.names().stream()).distinct().toList();
  }

  /** Whose names may be given: the gallery's people in its order, then those whom the fan named. */
  public List<String> people() {
    return people;
  }

  /** One label for each track, in their order. */
  public List<Label> name(List<Track> tracks) {
    Naming naming = new Naming(tracks);
    naming.bySaying();
    naming.byGallery();
    while (naming.byVideo()) {
      // Those that got a name now may name others.
    }
    return new GroupUnknown().group(naming.labels());
  }

  /** The tracks of one video while they get their names. */
  private final class Naming {
    private final List<Track> tracks;
    private final List<Optional<Embedding>> faces;
    private final double[] best;
    private final Given[] given;

    /**
     * Names that a track must not get, with how alike it and the track are of which it was said.
     */
    private final List<Map<String, Double>> denied = new ArrayList<>();

    /** Tracks of which it was said that they are nobody of the gallery. */
    private final Set<Integer> nobody = new HashSet<>();

    private record Given(String name, double confidence, boolean said) {}

    /** A name that a track might get; the better score is served first. */
    private record Claim(int track, String name, double score, double confidence) {}

    Naming(List<Track> tracks) {
      this.tracks = tracks;
      faces = tracks.stream().map(Track::face).toList();
      best = new double[tracks.size()];
      given = new Given[tracks.size()];
      Arrays.fill(best, -1);
    }

    /** Gives what was said, and finds out for whom else it counts. */
    void bySaying() {
      for (int i = 0; i < given.length; i++) {
        denied.add(new HashMap<>());
        Optional<String> said = corrections.nameOf(i);
        if (said.filter(Label.UNKNOWN::equals).isPresent()) {
          nobody.add(i);
        } else if (said.isPresent()) {
          given[i] = new Given(said.get(), 1, true);
        }
      }
      for (int i = 0; i < given.length && !corrections.all().isEmpty(); i++) {
        for (String name : people) {
          if (given[i] == null && corrections.denies(i, name)) {
            deny(i, name);
          }
        }
      }
    }

    private void deny(int track, String name) {
      denied.get(track).put(name, Double.POSITIVE_INFINITY);
      for (int i = 0; i < given.length; i++) {
        if (i != track && given[i] == null) {
          double alike = cosine(track, i);
          if (alike >= SAME_PERSON) {
            denied.get(i).merge(name, alike, Math::max);
          }
        }
      }
    }

    private double cosine(int a, int b) {
      Optional<Embedding> other = faces.get(b);
      return other.isEmpty() ? -1 : faces.get(a).map(face -> face.cosine(other.get())).orElse(-1.0);
    }

    /** Whether a track may get a name for which so much speaks. */
    private boolean allows(int track, String name, double score) {
      return score >= denied.get(track).getOrDefault(name, -1.0);
    }

    void byGallery() {
      List<Claim> claims = new ArrayList<>();
      for (int i = 0; i < tracks.size(); i++) {
        if (faces.get(i).isPresent() && given[i] == null && !nobody.contains(i)) {
          claimByVideo(i, faces.get(i).get()).ifPresent(claims::add);
          double[] scores = matcher.scores(faces.get(i).get(), tracks.get(i).detail());
          for (Match match : matcher.rank(scores)) {
            best[i] = Math.max(best[i], match.score());
            if (match.known() && allows(i, match.person(), match.score())) {
              claims.add(
                  new Claim(i, match.person(), match.score(), matcher.confidence(match.score())));
            }
          }
        }
      }
      give(claims);
    }

    /** Whether anybody got a name. */
    boolean byVideo() {
      List<Claim> claims = new ArrayList<>();
      for (int i = 0; i < tracks.size(); i++) {
        if (given[i] == null && faces.get(i).isPresent() && !nobody.contains(i)) {
          claimByVideo(i, faces.get(i).get()).ifPresent(claims::add);
        }
      }
      return give(claims);
    }

    private Optional<Claim> claimByVideo(int track, Embedding face) {
      double[] likeness = new double[people.size()];
      double[] confidence = new double[likeness.length];
      Arrays.fill(likeness, -1);
      for (int i = 0; i < tracks.size(); i++) {
        if (given[i] != null && faces.get(i).isPresent()) {
          int person = people.indexOf(given[i].name);
          double cosine = face.cosine(faces.get(i).get());
          if (cosine > likeness[person] && allows(track, given[i].name, cosine)) {
            likeness[person] = cosine;
            // No surer than the track that it has the name from.
            confidence[person] = given[i].said ? matcher.confidence(cosine) : given[i].confidence;
          }
        }
      }
      int closest = 0;
      double second = -1;
      for (int p = 1; p < likeness.length; p++) {
        if (likeness[p] > likeness[closest]) {
          second = likeness[closest];
          closest = p;
        } else {
          second = Math.max(second, likeness[p]);
        }
      }
      return likeness[closest] >= SAME_PERSON && likeness[closest] - second >= CLEARLY
          ? Optional.of(
              new Claim(track, people.get(closest), likeness[closest], confidence[closest]))
          : Optional.empty();
    }

    /** Gives names, the best claim first, where they are free. */
    private boolean give(List<Claim> claims) {
      claims.sort(Comparator.comparingDouble(Claim::score).reversed());
      boolean any = false;
      for (Claim claim : claims) {
        if (given[claim.track] == null && isFree(claim.name, tracks.get(claim.track))) {
          given[claim.track] = new Given(claim.name, claim.confidence, false);
          any = true;
        }
      }
      return any;
    }

    private boolean isFree(String name, Track track) {
      for (int i = 0; i < given.length; i++) {
        if (given[i] != null && given[i].name.equals(name) && tracks.get(i).isTogether(track)) {
          return false;
        }
      }
      return true;
    }

    List<Label> labels() {
      List<Label> labels = new ArrayList<>(tracks.size());
      for (int i = 0; i < tracks.size(); i++) {
        Given name = given[i];
        labels.add(
            name == null
                ? new Label(tracks.get(i), Label.UNKNOWN, 1 - matcher.confidence(best[i]))
                : new Label(tracks.get(i), name.name, name.confidence));
      }
      return labels;
    }
  }
}
