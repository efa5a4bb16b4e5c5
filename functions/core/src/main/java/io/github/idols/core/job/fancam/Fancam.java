package io.github.idols.core.job.fancam;

import io.github.idols.core.job.GiveUp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A fancam of a job, made or in the making.
 *
 * @param person whom it follows
 * @param version of the names that it goes by
 * @param chunks how many there are to be cut
 * @param cut numbers of those that are
 * @param reason why it failed: a sentence for fans
 * @param notes sentences about what could not be kept, for fans
 */
public record Fancam(
    FancamId id,
    String person,
    int version,
    int chunks,
    State state,
    Set<Integer> cut,
    Optional<String> reason,
    List<String> notes) {
  static final String TRIED_IN_VAIN =
      "A part of the fancam could not be made, after " + GiveUp.TRIES + " tries. Make it again.";

  /** How far it is. */
  public enum State {
    WORKING,
    DONE,
    FAILED;

    /** As the API writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Fancam {
    cut = Set.copyOf(cut);
    notes = List.copyOf(notes);
  }

  /** One of which nothing is done. */
  static Fancam asked(String person, int version, int chunks) {
    return new Fancam(
        FancamId.of(person, version),
        person,
        version,
        chunks,
        State.WORKING,
        Set.of(),
        Optional.empty(),
        List.of());
  }

  public boolean isWorking() {
    return state == State.WORKING;
  }

  /** Whether it is in the making and each chunk is cut. */
  boolean isToBeJoined() {
    return isWorking() && cut.size() == chunks;
  }

  /** The chunks that are not cut. */
  List<Integer> missing() {
    return IntStream.range(0, chunks).filter(chunk -> !cut.contains(chunk)).boxed().toList();
  }
}
