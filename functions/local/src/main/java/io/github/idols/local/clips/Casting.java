package io.github.idols.local.clips;

import io.github.idols.core.label.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Says who plays in which clip, with which pictures, and who is left out of its gallery.
 *
 * <p>Clips with odd numbers are for choosing settings, those with even numbers for reporting: they
 * show different pictures, so that nothing is reported on what it was tuned on. In each of the
 * halves the people are left out in turn, nobody once in every round.
 */
public final class Casting {
  /** As many pictures as a fan brings. */
  private static final int GALLERY_PICTURES = 12;

  private final List<Person> people;
  private final List<FacePicture> strangers;
  private final Map<String, List<Path>> gallery;
  private final Settings settings;

  /** What is seen: a person and the pictures for the film, of both halves. */
  private final Map<String, List<FacePicture>> film = new TreeMap<>();

  /**
   * What all clips have in common.
   *
   * @param looks to be taken in turns
   * @param size of all videos; without it each look has its own sizes
   */
  public record Settings(double seconds, long seed, List<Look> looks, Optional<Size> size) {
    public Settings {
      looks = List.copyOf(looks);
    }
  }

  /** Width and height in pixels, both even. */
  public record Size(int width, int height) {}

  /**
   * Shares out the pictures.
   *
   * @param people at least one, each with at least four pictures, or with two when there is a
   *     gallery
   * @param strangers faces of others; may be none
   * @param given the gallery, or nothing where it is to be taken from the people's pictures
   */
  public Casting(
      List<Person> people,
      List<FacePicture> strangers,
      Map<String, List<Path>> given,
      Settings settings) {
    this.people = List.copyOf(people);
    this.strangers = shuffled(strangers, new Random(settings.seed()));
    this.settings = settings;
    Map<String, List<Path>> known = new TreeMap<>(given);
    Random random = new Random(settings.seed() + 1);
    for (Person person : people) {
      List<FacePicture> all = shuffled(person.pictures(), random);
      int kept = given.isEmpty() ? Math.min(GALLERY_PICTURES, all.size() / 2) : 0;
      if (kept > 0) {
        known.put(person.name(), all.subList(0, kept).stream().map(FacePicture::file).toList());
      }
      film.put(person.name(), all.subList(kept, all.size()));
    }
    gallery = Collections.unmodifiableMap(known);
  }

  /** A clip, by its number from 1. */
  public ClipPlan clip(int number) {
    int half = (number - 1) % 2;
    int pair = (number - 1) / 2;
    int turns = people.size() + 1;
    // The halves are out of step: in few clips they leave out different people.
    int turn = (pair + half * (turns / 2)) % turns;
    Optional<String> leftOut =
        turn < people.size() ? Optional.of(people.get(turn).name()) : Optional.empty();
    List<Look> looks = settings.looks();
    // Not in step with the turns, lest a person is left out in one look only.
    int round = pair / turns;
    Look look = looks.get((pair + round) % looks.size());
    Size size = settings.size().orElseGet(() -> size(look, pair / looks.size()));
    Map<String, List<Path>> known = new TreeMap<>(gallery);
    leftOut.ifPresent(known::remove);
    List<Role> roles = new ArrayList<>();
    for (Person person : people) {
      String name = known.containsKey(person.name()) ? person.name() : Label.UNKNOWN;
      roles.add(new Role(name, half(film.getOrDefault(person.name(), List.of()), half)));
    }
    return new ClipPlan(
        number,
        settings.seed() * 1000 + number,
        look,
        size.width(),
        size.height(),
        settings.seconds(),
        roles,
        strangers.size() < 2 ? strangers : half(strangers, half),
        leftOut,
        known);
  }

  private static Size size(Look look, int turn) {
    return look == Look.STAGE && turn % 2 == 0 ? new Size(640, 360) : new Size(1280, 720);
  }

  private static List<FacePicture> half(List<FacePicture> all, int half) {
    int middle = (all.size() + 1) / 2;
    return half == 0 ? all.subList(0, middle) : all.subList(middle, all.size());
  }

  private static List<FacePicture> shuffled(List<FacePicture> all, Random random) {
    List<FacePicture> order = new ArrayList<>(all);
    Collections.shuffle(order, random);
    return order;
  }
}
