package io.github.idols.local.clips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.face.Box;
import io.github.idols.core.label.Label;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CastingTest {
  private static final List<String> NAMES = List.of("ann", "bo", "cy");

  private final Casting casting = casting(7);

  @Test
  void inEachHalfEverybodyIsLeftOutOnceAndNobodyOnce() {
    for (int half = 1; half <= 2; half++) {
      Set<String> leftOut = new HashSet<>();
      for (int pair = 0; pair < 4; pair++) {
        ClipPlan clip = casting.clip(2 * pair + half);
        leftOut.add(clip.leftOut().orElse("nobody"));
      }
      assertEquals(Set.of("ann", "bo", "cy", "nobody"), leftOut);
    }
  }

  @Test
  void whoIsLeftOutIsUnknownAndHasNoPictureInTheGallery() {
    for (int number = 1; number <= 8; number++) {
      ClipPlan clip = casting.clip(number);
      Set<String> known = new HashSet<>(NAMES);
      clip.leftOut().ifPresent(known::remove);
      assertEquals(known, clip.gallery().keySet());
      List<String> roles = clip.roles().stream().map(Role::name).toList();
      assertEquals(3, roles.size());
      assertEquals(3 - known.size(), roles.stream().filter(Label.UNKNOWN::equals).count());
      assertTrue(roles.containsAll(known));
    }
  }

  @Test
  void noPictureOfAGalleryIsInAFilmAndTheHalvesShareNone() {
    Set<Path> odd = shown(1);
    Set<Path> even = shown(2);
    Set<Path> known =
        casting.clip(1).gallery().values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toSet());

    // 12 of 30 pictures of the two who are known; 9 of each person in either half.
    assertEquals(24, known.size());
    assertEquals(27, odd.size());
    assertEquals(27, even.size());
    odd.forEach(picture -> assertFalse(even.contains(picture) || known.contains(picture)));
    even.forEach(picture -> assertFalse(known.contains(picture)));
  }

  @Test
  void withAGalleryAllPicturesAreShownAndOthersAreStrangers() {
    Casting given =
        new Casting(
            people(),
            List.of(),
            Map.of(
                "ann", List.of(Path.of("known/ann.jpg")), "bo", List.of(Path.of("known/bo.jpg"))),
            settings(7));
    ClipPlan clip = given.clip(7);

    assertEquals(Optional.empty(), clip.leftOut());
    assertEquals(Set.of("ann", "bo"), clip.gallery().keySet());
    assertEquals(
        List.of("ann", "bo", Label.UNKNOWN), clip.roles().stream().map(Role::name).toList());
    assertEquals(15, clip.roles().get(0).pictures().size());
  }

  @Test
  void aSeedGivesThePlansOnceMoreAndAnotherSeedOthers() {
    assertEquals(casting.clip(3), casting(7).clip(3));
    assertFalse(casting.clip(3).roles().equals(casting(8).clip(3).roles()));
  }

  private Set<Path> shown(int number) {
    return casting.clip(number).roles().stream()
        .flatMap(role -> role.pictures().stream())
        .map(FacePicture::file)
        .collect(Collectors.toSet());
  }

  private static Casting casting(long seed) {
    return new Casting(people(), List.of(), Map.of(), settings(seed));
  }

  private static Casting.Settings settings(long seed) {
    return new Casting.Settings(20, seed, List.of(Look.MV, Look.STAGE), Optional.empty());
  }

  private static List<Person> people() {
    List<Person> people = new ArrayList<>();
    for (String name : NAMES) {
      people.add(
          new Person(
              name,
              IntStream.range(0, 30)
                  .mapToObj(
                      i -> new FacePicture(Path.of(name, i + ".jpg"), new Box(0, 0, 100, 100)))
                  .toList()));
    }
    return people;
  }
}
