package io.github.idols.core.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a fan has said of a video, in the order of saying: what was said last of a track counts.
 */
public record Corrections(List<Correction> all) {
  public Corrections {
    all = List.copyOf(all);
  }

  public static Corrections none() {
    return new Corrections(List.of());
  }

  public Corrections plus(Correction correction) {
    List<Correction> more = new ArrayList<>(all);
    more.add(correction);
    return new Corrections(more);
  }

  /** Without what was said last; there must be something. */
  public Corrections undone() {
    return new Corrections(all.subList(0, all.size() - 1));
  }

  /** Names that were given, each once, in the order of giving. */
  public List<String> names() {
    return all.stream()
        .filter(Correction::is)
        .map(Correction::name)
        .filter(name -> !name.equals(Label.UNKNOWN))
        .distinct()
        .toList();
  }

  /** The name that was given to a track; {@link Label#UNKNOWN} for nobody of the gallery. */
  public Optional<String> nameOf(int track) {
    Optional<String> name = Optional.empty();
    for (Correction correction : all) {
      if (correction.tracks().contains(track)) {
        if (correction.is()) {
          name = Optional.of(correction.name());
        } else {
          name = name.filter(given -> !given.equals(correction.name()));
        }
      }
    }
    return name;
  }

  /** Whether it was said of a track that it is not this person, and not taken back later. */
  public boolean denies(int track, String name) {
    boolean denied = false;
    for (Correction correction : all) {
      if (correction.tracks().contains(track)) {
        boolean isThis = correction.name().equals(name);
        boolean isNobody = correction.is() && correction.name().equals(Label.UNKNOWN);
        denied = isNobody || (isThis ? !correction.is() : denied);
      }
    }
    return denied;
  }
}
