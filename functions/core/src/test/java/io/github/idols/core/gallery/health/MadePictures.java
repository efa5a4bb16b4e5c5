package io.github.idols.core.gallery.health;

import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.PictureTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Made faces: each person has a direction of their own, and each picture leads away from it by an
 * angle, every one to another side.
 */
final class MadePictures {
  static final int PICTURES = 12;
  static final int JENNIE = 0;
  static final int JISOO = 1;
  static final int LISA = 2;
  static final int STRANGER = 7;
  static final double SHARP = 0.2;
  private static final int PEOPLE = 8;

  private MadePictures() {}

  interface Angle {
    double of(int picture);
  }

  static CheckedPerson person(String name, int person) {
    return person(name, person, i -> 30);
  }

  static CheckedPerson person(String name, int person, Angle angle) {
    return new CheckedPerson(
        name,
        name,
        IntStream.range(0, PICTURES)
            .mapToObj(i -> picture(name, i, face(person, i, angle.of(i))))
            .toList());
  }

  /** Somebody whose direction lies some degrees from another's. */
  static CheckedPerson near(String name, int person, int nth, double degrees) {
    return new CheckedPerson(
        name,
        name,
        IntStream.range(0, PICTURES)
            .mapToObj(
                i -> {
                  float[] values = face(3 + nth, i, 5 * i).toArray();
                  double axis = values[3 + nth];
                  values[3 + nth] = (float) (axis * Math.sin(Math.toRadians(degrees)));
                  values[person] = (float) (axis * Math.cos(Math.toRadians(degrees)));
                  return picture(name, i, Embedding.of(values));
                })
            .toList());
  }

  /** Large, sharp, in turns to both sides, and like no other. */
  static CheckedPicture picture(String person, int number, Embedding face) {
    double turn = (number % 3 - 1) * 0.5;
    long pattern = new Random(31L * person.hashCode() + number).nextLong();
    return new CheckedPicture(
        person + number,
        "%02d.jpg".formatted(number + 1),
        new PictureState.Taken(
            face,
            Optional.empty(),
            200,
            0.99,
            Optional.of(new PictureTraits(turn, SHARP, pattern))));
  }

  static Embedding face(int person, int picture, double degrees) {
    float[] values = new float[PEOPLE + PEOPLE * 2 * PICTURES];
    values[person] = (float) Math.cos(Math.toRadians(degrees));
    values[PEOPLE + person * 2 * PICTURES + picture] = (float) Math.sin(Math.toRadians(degrees));
    return Embedding.of(values);
  }

  static CheckedPerson with(
      CheckedPerson person, int picture, UnaryOperator<CheckedPicture> change) {
    List<CheckedPicture> pictures = new ArrayList<>(person.pictures());
    pictures.set(picture, change.apply(pictures.get(picture)));
    return new CheckedPerson(person.id(), person.name(), pictures);
  }

  static CheckedPerson first(CheckedPerson person, int pictures) {
    return new CheckedPerson(person.id(), person.name(), person.pictures().subList(0, pictures));
  }

  static CheckedPerson turned(CheckedPerson person, double... turns) {
    CheckedPerson changed = person;
    for (int i = 0; i < person.pictures().size(); i++) {
      double turn = turns[i % turns.length];
      changed =
          with(
              changed,
              i,
              p -> {
                PictureTraits traits = p.traits().orElseThrow();
                return taken(
                    p,
                    p.embedding(),
                    p.taken().faceSize(),
                    new PictureTraits(turn, traits.sharpness(), traits.pattern()));
              });
    }
    return changed;
  }

  static CheckedPicture showing(CheckedPicture picture, Embedding face) {
    return taken(picture, face, picture.taken().faceSize(), picture.traits().orElseThrow());
  }

  static CheckedPicture looking(CheckedPicture picture, double size, double sharpness) {
    PictureTraits traits = picture.traits().orElseThrow();
    return taken(
        picture,
        picture.embedding(),
        size,
        new PictureTraits(traits.turn(), sharpness, traits.pattern()));
  }

  /** A picture whose face lies some degrees from the original's, with some places of it changed. */
  static CheckedPicture copy(
      CheckedPicture picture, CheckedPicture original, double degrees, long changes) {
    float[] values = original.embedding().toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) Math.cos(Math.toRadians(degrees));
    }
    // The last place of all is nobody's.
    values[values.length - 1] = (float) Math.sin(Math.toRadians(degrees));
    PictureTraits traits = original.traits().orElseThrow();
    return taken(
        picture,
        Embedding.of(values),
        original.taken().faceSize(),
        new PictureTraits(
            picture.traits().orElseThrow().turn(), traits.sharpness(), traits.pattern() ^ changes));
  }

  static CheckedPicture bare(CheckedPicture picture) {
    return new CheckedPicture(
        picture.id(),
        picture.file(),
        new PictureState.Taken(
            picture.embedding(),
            Optional.empty(),
            picture.taken().faceSize(),
            picture.taken().score(),
            Optional.empty()));
  }

  static CheckedPicture taken(
      CheckedPicture picture, Embedding face, double size, PictureTraits traits) {
    return new CheckedPicture(
        picture.id(),
        picture.file(),
        new PictureState.Taken(
            face, Optional.empty(), size, picture.taken().score(), Optional.of(traits)));
  }
}
