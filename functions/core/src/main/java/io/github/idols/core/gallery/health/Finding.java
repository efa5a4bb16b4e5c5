package io.github.idols.core.gallery.health;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Something that would make a gallery better, in plain words. */
public sealed interface Finding {
  /** The kinds of findings, the most useful advice first. */
  enum Kind {
    SAME_PICTURE_OF_TWO,
    LOOKS_LIKE_OTHER,
    LOOKS_LIKE_NOBODY,
    TOO_FEW,
    ALL_ALIKE,
    CONFUSABLE,
    NO_SIDE_VIEW,
    NEARLY_SAME,
    BLURRED,
    SMALL_FACE;

    /** As programs read it, for instance {@code no_side_view}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A side to which a face is turned, as it lies in the picture. */
  enum Side {
    LEFT,
    RIGHT
  }

  /** What is to be said beside a picture. */
  record Note(CheckedPicture picture, String text) {}

  Kind kind();

  /** Whom it is about, one or two. */
  List<CheckedPerson> people();

  /** What to do and why: a sentence with names and files. */
  String advice();

  /** The same in short for each picture that it is about; none where it is about a person. */
  default List<Note> notes() {
    return List.of();
  }

  /** A finding about one person. */
  sealed interface OfOne extends Finding {
    CheckedPerson person();

    @Override
    default List<CheckedPerson> people() {
      return List.of(person());
    }
  }

  /** One picture, or two copies of it, stands for two people. */
  record SamePictureOfTwo(
      CheckedPerson person,
      CheckedPicture picture,
      CheckedPerson other,
      CheckedPicture otherPicture)
      implements Finding {
    @Override
    public Kind kind() {
      return Kind.SAME_PICTURE_OF_TWO;
    }

    @Override
    public List<CheckedPerson> people() {
      return List.of(person, other);
    }

    @Override
    public String advice() {
      return path(person, picture)
          + " and "
          + path(other, otherPicture)
          + " are nearly the same picture: remove the one that shows somebody else.";
    }

    @Override
    public List<Note> notes() {
      return List.of(note(picture, other), note(otherPicture, person));
    }

    private static Note note(CheckedPicture picture, CheckedPerson other) {
      return new Note(picture, "Also a picture of " + other.name() + ". Who is it?");
    }
  }

  /** A picture is more like somebody else's than like the person's own. */
  record LooksLikeOther(CheckedPerson person, CheckedPicture picture, CheckedPerson other)
      implements OfOne {
    @Override
    public Kind kind() {
      return Kind.LOOKS_LIKE_OTHER;
    }

    @Override
    public String advice() {
      return path(person, picture) + " looks like " + other.name() + ": check who it is.";
    }

    @Override
    public List<Note> notes() {
      return List.of(new Note(picture, "Looks like " + other.name() + ". Check who it is."));
    }
  }

  /** A picture is like nobody's, the person's own ones included. */
  record LooksLikeNobody(CheckedPerson person, CheckedPicture picture) implements OfOne {
    @Override
    public Kind kind() {
      return Kind.LOOKS_LIKE_NOBODY;
    }

    @Override
    public String advice() {
      return path(person, picture)
          + " looks like nobody here, "
          + person.name()
          + " included: check who it is.";
    }

    @Override
    public List<Note> notes() {
      return List.of(
          new Note(picture, "Unlike the others of " + person.name() + ". Check who it is."));
    }
  }

  /**
   * A person has fewer usable pictures than naming needs.
   *
   * @param missing how many more it takes
   */
  record TooFew(CheckedPerson person, int missing) implements OfOne {
    @Override
    public Kind kind() {
      return Kind.TOO_FEW;
    }

    @Override
    public String advice() {
      return person.pictures().isEmpty()
          ? "Add 10 to 15 pictures of " + person.name() + " with one clear face."
          : "Add "
              + missing
              + (missing == 1 ? " more picture of " : " more pictures of ")
              + person.name()
              + ": 10 to 15 are best.";
    }
  }

  /** A person's pictures are as alike as those of one minute. */
  record AllAlike(CheckedPerson person) implements OfOne {
    @Override
    public Kind kind() {
      return Kind.ALL_ALIKE;
    }

    @Override
    public String advice() {
      return "Add pictures of "
          + person.name()
          + " from other days: all look alike, and other hair, make-up and light would be missed.";
    }
  }

  /** Faces of one are apt to get the name of the other. */
  record Confusable(CheckedPerson person, CheckedPerson other) implements Finding {
    @Override
    public Kind kind() {
      return Kind.CONFUSABLE;
    }

    @Override
    public List<CheckedPerson> people() {
      return List.of(person, other);
    }

    @Override
    public String advice() {
      return person.name()
          + " and "
          + other.name()
          + " are easily confused by these pictures: add large, sharp ones of both.";
    }
  }

  /**
   * No picture shows the face turned to some side.
   *
   * @param missing left, right or both
   */
  record NoSideView(CheckedPerson person, List<Side> missing) implements OfOne {
    /**
     * @throws IllegalArgumentException when no side is missing
     */
    public NoSideView {
      missing = List.copyOf(missing);
      if (missing.isEmpty()) {
        throw new IllegalArgumentException("no side is missing");
      }
    }

    @Override
    public Kind kind() {
      return Kind.NO_SIDE_VIEW;
    }

    @Override
    public String advice() {
      return missing.size() == 2
          ? "Add 3 side views of " + person.name() + ": no face is turned to a side."
          : "Add a side view of "
              + person.name()
              + ": no face is turned to the "
              + missing.get(0).name().toLowerCase(Locale.ROOT)
              + ".";
    }
  }

  /**
   * Pictures of a person that are copies of one another, or next to it.
   *
   * @param pictures two or more
   */
  record NearlySame(CheckedPerson person, List<CheckedPicture> pictures) implements OfOne {
    /**
     * @throws IllegalArgumentException when there are fewer than two pictures
     */
    public NearlySame {
      pictures = List.copyOf(pictures);
      if (pictures.size() < 2) {
        throw new IllegalArgumentException("one picture is like no other");
      }
    }

    @Override
    public Kind kind() {
      return Kind.NEARLY_SAME;
    }

    @Override
    public String advice() {
      int last = pictures.size() - 1;
      return path(person, pictures.get(0))
          + pictures.subList(1, last).stream()
              .map(p -> ", " + p.file())
              .collect(Collectors.joining())
          + " and "
          + pictures.get(last).file()
          + " are nearly the same picture: keep the best.";
    }

    @Override
    public List<Note> notes() {
      return pictures.stream().map(this::note).toList();
    }

    private Note note(CheckedPicture picture) {
      CheckedPicture like = pictures.get(picture.equals(pictures.get(0)) ? 1 : 0);
      return new Note(picture, "Nearly the same as " + like.file() + ".");
    }
  }

  /** The face in a picture is out of focus, moved, or enlarged from a small picture. */
  record Blurred(CheckedPerson person, CheckedPicture picture) implements OfOne {
    @Override
    public Kind kind() {
      return Kind.BLURRED;
    }

    @Override
    public String advice() {
      return path(person, picture) + " is blurred: a sharper one helps more.";
    }

    @Override
    public List<Note> notes() {
      return List.of(new Note(picture, "Blurred. A sharper one helps more."));
    }
  }

  /** The face in a picture is small. */
  record SmallFace(CheckedPerson person, CheckedPicture picture) implements OfOne {
    @Override
    public Kind kind() {
      return Kind.SMALL_FACE;
    }

    @Override
    public String advice() {
      return path(person, picture)
          + " has a small face, "
          + pixels()
          + " pixels: one of "
          + Math.round(JudgePictures.SMALL)
          + " or more helps more.";
    }

    @Override
    public List<Note> notes() {
      return List.of(
          new Note(picture, "Small face, " + pixels() + " pixels. A larger one helps more."));
    }

    private long pixels() {
      return Math.round(picture.taken().faceSize());
    }
  }

  private static String path(CheckedPerson person, CheckedPicture picture) {
    return person.name() + "/" + picture.file();
  }
}
