package io.github.idols.core.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.Secret;
import io.github.idols.core.access.SecretHash;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.face.SoftFaces;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of galleries does. */
public abstract class GalleriesContract {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PersonNames LISA =
      new PersonNames(
          "Lisa", Optional.of("리사"), Optional.of("Lalisa"), Optional.of("Lalisa Manobal"));

  private final SecretHash secret = Secret.random(RANDOM).hash();
  private final GalleryId id = GalleryId.random(RANDOM);

  /** The store; may hold other galleries. */
  protected abstract Galleries galleries();

  @BeforeEach
  void newGallery() {
    galleries().create(id, "블랙핑크", secret);
  }

  private StoredGallery find() {
    return galleries().find(id).orElseThrow();
  }

  private PersonId person(PersonNames names) {
    PersonId person = PersonId.random(RANDOM);
    assertTrue(galleries().putPerson(id, person, names));
    return person;
  }

  private static StoredPicture waiting(String file) {
    return new StoredPicture(PictureId.random(RANDOM), file, new PictureState.Waiting());
  }

  private PictureKey picture(PersonId person, String file) {
    StoredPicture picture = waiting(file);
    assertTrue(galleries().addPictures(id, person, List.of(picture)));
    return new PictureKey(id, person, picture.id());
  }

  private static PictureState.Taken taken(int seed) {
    Random random = new Random(seed);
    return new PictureState.Taken(
        embedding(random),
        Optional.of(new SoftFaces(embedding(random), embedding(random))),
        100 + 1.0 / 3,
        0.1 + 0.2,
        Optional.of(
            new PictureTraits(random.nextDouble() - 0.5, random.nextDouble(), random.nextLong())));
  }

  private static Embedding embedding(Random random) {
    float[] raw = new float[192];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (float) random.nextGaussian();
    }
    return Embedding.of(raw);
  }

  @Test
  void beginsEmpty() {
    assertEquals(new StoredGallery(id, "블랙핑크", 1, secret, List.of()), find());
    assertEquals(Optional.of(secret), galleries().secretOf(id));
  }

  @Test
  void keepsPeopleAndPicturesExactly() {
    PersonId lisa = person(LISA);
    PersonId jisoo = person(PersonNames.of("Jisoo"));
    PictureKey first = picture(lisa, "b.jpg");
    PictureKey second = picture(lisa, "a.jpg");
    PictureKey third = picture(jisoo, "a.jpg");
    assertTrue(galleries().decide(first, taken(1)));
    assertTrue(galleries().decide(second, new PictureState.Refused("no face found")));
    assertEquals(
        List.of(
            new StoredPerson(
                jisoo,
                PersonNames.of("Jisoo"),
                List.of(new StoredPicture(third.picture(), "a.jpg", new PictureState.Waiting()))),
            new StoredPerson(
                lisa,
                LISA,
                List.of(
                    new StoredPicture(
                        second.picture(), "a.jpg", new PictureState.Refused("no face found")),
                    new StoredPicture(first.picture(), "b.jpg", taken(1))))),
        find().people());
  }

  @Test
  void keepsThatNothingMoreIsKnownOfAPicture() {
    PictureKey picture = picture(person(LISA), "a.jpg");
    PictureState.Taken known = taken(1);
    PictureState.Taken bare =
        new PictureState.Taken(
            known.embedding(), Optional.empty(), known.faceSize(), known.score(), Optional.empty());
    assertTrue(galleries().decide(picture, known));
    assertTrue(galleries().decide(picture, bare));
    assertEquals(bare, find().people().get(0).pictures().get(0).state());
  }

  @Test
  void raisesTheVersionByEveryChange() {
    List<Long> versions = new ArrayList<>(List.of(find().version()));
    PersonId person = person(LISA);
    versions.add(find().version());
    PictureKey picture = picture(person, "a.jpg");
    versions.add(find().version());
    assertTrue(galleries().decide(picture, taken(1)));
    versions.add(find().version());
    assertTrue(galleries().putPerson(id, person, PersonNames.of("Rosé")));
    versions.add(find().version());
    assertTrue(galleries().rename(id, "BLACKPINK"));
    versions.add(find().version());
    assertTrue(galleries().deletePicture(picture));
    versions.add(find().version());
    assertTrue(galleries().deletePerson(id, person));
    versions.add(find().version());
    assertEquals(versions.stream().sorted().distinct().toList(), versions);
  }

  @Test
  void renamesWithoutLosingAnything() {
    PersonId person = person(LISA);
    PictureKey picture = picture(person, "a.jpg");
    assertTrue(galleries().rename(id, "BLACKPINK"));
    assertTrue(galleries().putPerson(id, person, PersonNames.of("LISA")));
    StoredGallery gallery = find();
    assertEquals("BLACKPINK", gallery.name());
    assertEquals(secret, gallery.secret());
    assertEquals(PersonNames.of("LISA"), gallery.people().get(0).names());
    assertEquals(picture.picture(), gallery.people().get(0).pictures().get(0).id());
  }

  @Test
  void deletesAPersonWithAllPictures() {
    PersonId lisa = person(LISA);
    PersonId jisoo = person(PersonNames.of("Jisoo"));
    List<StoredPicture> many =
        IntStream.range(0, 60).mapToObj(i -> waiting("%02d.jpg".formatted(i))).toList();
    assertTrue(galleries().addPictures(id, lisa, many));
    PictureKey kept = picture(jisoo, "a.jpg");
    assertEquals(many.size(), find().people().get(1).pictures().size());
    assertTrue(galleries().deletePerson(id, lisa));
    assertFalse(galleries().deletePerson(id, lisa));
    assertFalse(galleries().decide(new PictureKey(id, lisa, many.get(0).id()), taken(1)));
    assertEquals(List.of(jisoo), find().people().stream().map(StoredPerson::id).toList());
    assertEquals(
        List.of(kept),
        galleries().waiting().stream().filter(key -> key.gallery().equals(id)).toList());
  }

  @Test
  void deletedPicturesAreNotDecided() {
    PersonId person = person(LISA);
    PictureKey picture = picture(person, "a.jpg");
    assertTrue(galleries().deletePicture(picture));
    long version = find().version();
    assertFalse(galleries().deletePicture(picture));
    assertFalse(galleries().decide(picture, taken(1)));
    assertEquals(List.of(), find().people().get(0).pictures());
    assertEquals(version, find().version());
  }

  @Test
  void decidesAgainTheSame() {
    PictureKey picture = picture(person(LISA), "a.jpg");
    assertTrue(galleries().decide(picture, taken(1)));
    assertTrue(galleries().decide(picture, taken(1)));
    assertTrue(galleries().decide(picture, new PictureState.Refused("two faces")));
    assertEquals(
        new PictureState.Refused("two faces"), find().people().get(0).pictures().get(0).state());
  }

  @Test
  void listsWaitingPictures() {
    PersonId person = person(LISA);
    PictureKey waiting = picture(person, "a.jpg");
    PictureKey decided = picture(person, "b.jpg");
    assertTrue(galleries().decide(decided, taken(1)));
    assertTrue(galleries().waiting().contains(waiting));
    assertFalse(galleries().waiting().contains(decided));
  }

  @Test
  void changesNothingThatIsNotThere() {
    PersonId nobody = PersonId.random(RANDOM);
    assertFalse(galleries().addPictures(id, nobody, List.of(waiting("a.jpg"))));
    assertFalse(galleries().deletePerson(id, nobody));
    assertEquals(new StoredGallery(id, "블랙핑크", 1, secret, List.of()), find());

    GalleryId nowhere = GalleryId.random(RANDOM);
    assertTrue(galleries().find(nowhere).isEmpty());
    assertTrue(galleries().secretOf(nowhere).isEmpty());
    assertFalse(galleries().rename(nowhere, "x"));
    assertFalse(galleries().putPerson(nowhere, nobody, LISA));
    assertFalse(galleries().addPictures(nowhere, nobody, List.of(waiting("a.jpg"))));
    assertFalse(galleries().delete(nowhere));
    assertTrue(galleries().find(nowhere).isEmpty());
  }

  @Test
  void deletesAllOfAGallery() {
    PersonId person = person(LISA);
    PictureKey picture = picture(person, "a.jpg");
    assertTrue(galleries().delete(id));
    assertTrue(galleries().find(id).isEmpty());
    assertTrue(galleries().secretOf(id).isEmpty());
    assertFalse(galleries().decide(picture, taken(1)));
    assertFalse(galleries().putPerson(id, person, LISA));
    assertFalse(galleries().waiting().contains(picture));
    assertFalse(galleries().delete(id));
  }

  private static GalleryShare newShare() {
    return new GalleryShare(GalleryShareId.random(RANDOM), Instant.parse("2027-02-24T05:00:00Z"));
  }

  @Test
  void isFoundByItsLinkAloneAndStaysAsItIs() {
    person(LISA);
    StoredGallery before = find();
    GalleryShare share = newShare();
    assertTrue(galleries().share(id, share));
    StoredGallery shared = galleries().findByShare(share.id()).orElseThrow();
    assertEquals(Optional.of(share), shared.share());
    assertEquals(shared, find());
    assertEquals(before.version(), shared.version());
    assertEquals(before.people(), shared.people());
    assertTrue(galleries().findByShare(newShare().id()).isEmpty());
  }

  @Test
  void keepsItsLinkThroughChanges() {
    GalleryShare share = newShare();
    assertTrue(galleries().share(id, share));
    person(LISA);
    assertTrue(galleries().rename(id, "BLACKPINK"));
    assertEquals("BLACKPINK", galleries().findByShare(share.id()).orElseThrow().name());
  }

  @Test
  void aNewLinkTakesThePlaceOfTheOld() {
    GalleryShare old = newShare();
    GalleryShare next = newShare();
    assertTrue(galleries().share(id, old));
    assertTrue(galleries().share(id, next));
    assertTrue(galleries().findByShare(old.id()).isEmpty());
    assertEquals(Optional.of(next), find().share());
    assertEquals(Optional.of(next), galleries().findByShare(next.id()).orElseThrow().share());
  }

  @Test
  void aLinkThatIsTakenBackLeadsNowhere() {
    GalleryShare share = newShare();
    assertTrue(galleries().unshare(id));
    assertTrue(galleries().share(id, share));
    assertTrue(galleries().unshare(id));
    assertTrue(galleries().unshare(id));
    assertTrue(galleries().findByShare(share.id()).isEmpty());
    assertEquals(Optional.empty(), find().share());
  }

  @Test
  void theLinkOfADeletedGalleryLeadsNowhere() {
    GalleryShare share = newShare();
    assertTrue(galleries().share(id, share));
    assertTrue(galleries().delete(id));
    assertTrue(galleries().findByShare(share.id()).isEmpty());
    assertFalse(galleries().share(id, share));
    assertFalse(galleries().unshare(id));
    assertTrue(galleries().findByShare(share.id()).isEmpty());
    assertTrue(galleries().find(id).isEmpty());
  }

  @Test
  void isWholeUnlessSomebodySaysOtherwise() {
    GalleryShare share = newShare();
    assertTrue(galleries().share(id, share));
    assertTrue(galleries().markWhole(id, false));
    person(LISA);
    assertFalse(find().whole());
    assertEquals(Optional.of(share), find().share());
    assertTrue(galleries().markWhole(id, true));
    assertTrue(find().whole());
    assertFalse(galleries().markWhole(GalleryId.random(RANDOM), false));
  }

  @Test
  void takesPicturesInTheStateThatTheyHave() {
    PersonId person = person(LISA);
    StoredPicture known = new StoredPicture(PictureId.random(RANDOM), "a.jpg", taken(3));
    assertTrue(galleries().addPictures(id, person, List.of(known)));
    assertEquals(List.of(known), find().people().get(0).pictures());
  }

  @Test
  void losesNoChangeOfManyAtOnce() throws Exception {
    PersonId person = person(LISA);
    List<StoredPicture> pictures =
        IntStream.range(0, 40).mapToObj(i -> waiting("%02d.jpg".formatted(i))).toList();
    assertTrue(galleries().addPictures(id, person, pictures));
    long before = find().version();
    List<Callable<Boolean>> decisions =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    (Callable<Boolean>)
                        () ->
                            galleries()
                                .decide(new PictureKey(id, person, pictures.get(i).id()), taken(i)))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      for (Future<Boolean> answer : threads.invokeAll(decisions)) {
        assertTrue(answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
    StoredGallery gallery = find();
    assertEquals(
        IntStream.range(0, 40).mapToObj(GalleriesContract::taken).toList(),
        gallery.people().get(0).pictures().stream().map(StoredPicture::state).toList());
    assertTrue(gallery.version() >= before + 40);
  }
}
