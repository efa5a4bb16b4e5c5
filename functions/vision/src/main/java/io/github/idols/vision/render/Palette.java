package io.github.idols.vision.render;

import java.util.List;

/**
 * The colours that people are told apart by.
 *
 * <p>The first seven are those of Okabe and Ito ("Color Universal Design", 2008), which
 * colour-blind people can tell apart; black is left out, since boxes have a dark outline. Larger
 * groups go on with lighter and then darker ones of the same. A colour is never the only sign: the
 * name stands beside it.
 */
final class Palette {
  private static final List<Rgb> OKABE_ITO =
      List.of(
          Rgb.of(0xE69F00),
          Rgb.of(0x56B4E9),
          Rgb.of(0x009E73),
          Rgb.of(0xF0E442),
          Rgb.of(0xCC79A7),
          Rgb.of(0xD55E00),
          Rgb.of(0x0072B2));

  static final Rgb UNKNOWN = Rgb.of(0xB4B9BF);

  private Palette() {}

  /** The colour of the person at this place of the gallery, from 0. */
  static Rgb person(int place) {
    Rgb base = OKABE_ITO.get(place % OKABE_ITO.size());
    return switch (place / OKABE_ITO.size() % 3) {
      case 1 -> base.towards(Rgb.WHITE, 0.5);
      case 2 -> base.towards(Rgb.BLACK, 0.4);
      default -> base;
    };
  }
}
