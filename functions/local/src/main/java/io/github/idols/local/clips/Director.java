package io.github.idols.local.clips;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws the scenes of a clip by lot: the same plan gives the same scenes. */
final class Director {
  /** Neighbours in a shot are that far apart at least, so that nobody's hair hides a face. */
  private static final double APART_IN_FACES = 1.75;

  /** Small pictures are not blown up more than that. */
  private static final double MOST_SCALE = 1.6;

  private static final double SMALL_FACE = 70;

  /** The background is that much larger than the picture. */
  private static final double ROOM = 1.1;

  private final ClipPlan plan;
  private final Random random;
  private final List<Deck> roles = new ArrayList<>();
  private final Optional<Deck> strangers;

  Director(ClipPlan plan) {
    this.plan = plan;
    random = new Random(plan.seed());
    for (Role role : plan.roles()) {
      roles.add(new Deck(role.name(), role.pictures(), random));
    }
    strangers =
        plan.strangers().isEmpty()
            ? Optional.empty()
            : Optional.of(new Deck(Label.UNKNOWN, plan.strangers(), random));
  }

  Scene next() throws IOException {
    Kind kind = kind();
    List<Deck> cast = cast(kind.people());
    List<Actor> actors = new ArrayList<>();
    for (int i = 0; i < cast.size(); i++) {
      actors.add(actor(cast.get(i), kind, i, cast.size()));
    }
    boolean stage = plan.look() == Look.STAGE;
    int frames = (int) (ClipPlan.RATE * (stage ? between(2, 6) : between(1, 4)));
    boolean moving = random.nextDouble() < (stage ? 0.25 : 0.15);
    int blur = (int) Math.max(1, Math.round(between(2, 6) * plan.width() / 1920));
    int fade = random.nextDouble() < 0.15 ? 8 : 0;
    return new Scene(
        frames, background(actors, stage), actors, light(stage), moving ? blur : 0, fade);
  }

  private Kind kind() {
    List<Kind> kinds = Kind.of(plan.look());
    int left = random.nextInt(kinds.stream().mapToInt(Kind::weight).sum());
    for (Kind kind : kinds) {
      left -= kind.weight();
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("the weights do not add up");
  }

  /** Everybody at most once, filled up with strangers as far as there are some. */
  private List<Deck> cast(int people) {
    List<Deck> order = new ArrayList<>(roles);
    Collections.shuffle(order, random);
    List<Deck> cast = new ArrayList<>(order.subList(0, Math.min(people, order.size())));
    boolean guest = random.nextDouble() < (people == 1 ? 0.1 : 0.3);
    if (strangers.isPresent()) {
      Deck others = strangers.get();
      if (guest) {
        cast.set(random.nextInt(cast.size()), others);
      }
      for (int i = guest ? 1 : 0; cast.size() < people && i < others.size(); i++) {
        cast.add(others);
      }
    }
    Collections.shuffle(cast, random);
    return cast;
  }

  private Actor actor(Deck deck, Kind kind, int place, int places) throws IOException {
    Portrait whole = deck.draw();
    Box face = whole.face();
    double slot = plan.width() / (double) places;
    double wanted = plan.height() * between(kind.least(), kind.most()) / face.height();
    double most = slot / (APART_IN_FACES * 1.15 * face.width());
    double scale = Math.min(wanted, most);
    if (face.height() < SMALL_FACE) {
      scale = Math.min(scale, MOST_SCALE);
    }
    double to = scale * between(0.88, 1.15);
    Portrait portrait = whole.shownAt(Math.max(scale, to));
    double smaller = portrait.face().height() / face.height();
    double larger = Math.max(scale, to);
    double free = Math.max(0, slot - APART_IN_FACES * larger * face.width()) / 2;
    double faceHeight = larger * face.height();
    double height = plan.height();
    double driftY = between(-0.05, 0.05) * height;
    double least = faceHeight / 2 + Math.abs(driftY) / 2 + 2;
    return new Actor(
        deck.name(),
        portrait,
        scale / smaller,
        to / smaller,
        plan.look() == Look.STAGE ? between(0.88, 1) : 1,
        slot * (place + 0.5) + between(-0.5, 0.5) * Math.min(free, 0.06 * plan.width()),
        Math.max(least, Math.min(height - least, between(0.38, 0.58) * height)),
        between(-0.7, 0.7) * Math.min(free, 0.08 * plan.width()),
        driftY,
        between(0, 0.3) * Math.min(free, 0.04 * plan.width()),
        Math.toRadians(between(-9, 9)),
        between(0, 6));
  }

  /** Somebody's colours, far out of focus and darker. */
  private Planes background(List<Actor> actors, boolean stage) {
    Portrait of = actors.get(random.nextInt(actors.size())).portrait();
    Planes small = Planes.empty(plan.width() / 16 * 2, plan.height() / 16 * 2);
    Painter.paint(
        new Portrait(of.picture(), new Box(0, 0, of.picture().width(), of.picture().height())),
        new Actor.Pose(
            small.width() / 2.0,
            small.height() / 2.0,
            2.0 * small.width() / of.picture().width(),
            2.0 * small.height() / of.picture().height(),
            0),
        small);
    Blur.soft(small, 9);
    Blur.soft(small, 9);
    double gain = stage ? between(0.15, 0.4) : between(0.35, 0.8);
    new Light(gain, gain, gain, 0, List.of(), 0).shine(small, 0, 0);
    Planes large =
        Planes.empty((int) (plan.width() * ROOM) / 2 * 2, (int) (plan.height() * ROOM) / 2 * 2);
    Painter.stretch(small, large);
    return large;
  }

  private Light light(boolean stage) {
    double flicker = random.nextDouble() < 0.12 ? between(0.2, 0.4) : 0;
    if (!stage) {
      boolean colored = random.nextDouble() < 0.35;
      double red = between(0.75, 1.15);
      double green = between(0.75, 1.15);
      double blue = between(0.75, 1.15);
      return colored
          ? new Light(red, green, blue, 0, List.of(), flicker)
          : new Light(1, 1, 1, 0, List.of(), flicker);
    }
    double dim = between(0.5, 0.9);
    List<Light.Spot> spots = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      spots.add(
          new Light.Spot(
              between(0, 1),
              between(0.1, 0.5),
              between(-0.3, 0.3),
              between(0.15, 0.4),
              between(-0.05, 0.4),
              between(-0.05, 0.35),
              between(-0.05, 0.45)));
    }
    return new Light(
        dim * between(0.75, 1.15),
        dim * between(0.7, 1),
        dim * between(0.8, 1.25),
        (int) between(2, 10),
        spots,
        flicker);
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
