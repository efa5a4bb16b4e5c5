package io.github.idols.core.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditGalleryTest {
  private final SecureRandom random = new SecureRandom();
  private final InMemoryGalleries galleries = new InMemoryGalleries();
  private final InMemoryPictureFiles files = new InMemoryPictureFiles();
  private final EditGallery edit = new EditGallery(galleries, files, random);
  private GalleryId id = GalleryId.random(random);
  private Optional<Secret> secret = Optional.empty();

  @BeforeEach
  void aGallery() throws DeclinedException {
    EditGallery.Made made = edit.create(" group ");
    id = made.id();
    secret = Optional.of(made.secret());
  }

  @Test
  void keepsACleanName() {
    assertEquals("group", gallery().name());
  }

  @Test
  void changesNothingForThoseWithAnotherSecretOrNone() throws Exception {
    PersonId yuna = edit.addPerson(id, secret, PersonNames.of("Yuna"));
    PictureKey picture = put(yuna);
    StoredGallery before = gallery();

    for (Optional<Secret> other :
        List.of(Optional.of(Secret.random(random)), Optional.<Secret>empty())) {
      assertDeclined(Why.NOT_FOUND, () -> edit.rename(id, other, "mine"));
      assertDeclined(Why.NOT_FOUND, () -> edit.addPerson(id, other, PersonNames.of("Lia")));
      assertDeclined(
          Why.NOT_FOUND, () -> edit.renamePerson(id, other, yuna, PersonNames.of("Lia")));
      assertDeclined(Why.NOT_FOUND, () -> edit.addPictures(id, other, yuna, List.of()));
      assertDeclined(Why.NOT_FOUND, () -> edit.deletePicture(picture, other));
      assertDeclined(Why.NOT_FOUND, () -> edit.deletePerson(id, other, yuna));
      assertDeclined(Why.NOT_FOUND, () -> edit.delete(id, other));
    }

    assertEquals(before, gallery());
    assertTrue(files.isThere(picture));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "Unknown", " UNKNOWN "})
  void callsNobodyWhatUnknownFacesAreCalled(String name) {
    assertDeclined(Why.INVALID, () -> edit.addPerson(id, secret, PersonNames.of(name)));
  }

  @Test
  void givesANameToOnePersonOnly() throws Exception {
    PersonId yuna = edit.addPerson(id, secret, PersonNames.of("\uC720\uB098"));
    PersonId lia = edit.addPerson(id, secret, PersonNames.of("Lia"));

    // The same letters in parts.
    PersonNames again = PersonNames.of("\u110B\u1172\u1102\u1161");
    assertDeclined(Why.CONFLICT, () -> edit.addPerson(id, secret, again));
    assertDeclined(Why.CONFLICT, () -> edit.renamePerson(id, secret, lia, again));

    edit.renamePerson(id, secret, yuna, again);
    assertEquals(2, gallery().people().size());
  }

  @Test
  void takesAnEmptyFieldForNoName() throws Exception {
    edit.addPerson(
        id,
        secret,
        new PersonNames("Yuna", Optional.of(" "), Optional.of("Yu-na"), Optional.empty()));
    PersonNames names = gallery().people().get(0).names();
    assertEquals(Optional.empty(), names.korean());
    assertEquals(Optional.of("Yu-na"), names.romanised());
  }

  @Test
  void keepsAGalleryWithinBounds() throws Exception {
    PersonId first = edit.addPerson(id, secret, PersonNames.of("0"));
    for (int i = 1; i < EditGallery.MOST_PEOPLE; i++) {
      edit.addPerson(id, secret, PersonNames.of(Integer.toString(i)));
    }
    assertDeclined(Why.CONFLICT, () -> edit.addPerson(id, secret, PersonNames.of("one more")));

    List<NewPicture> many =
        IntStream.rangeClosed(0, EditGallery.MOST_PICTURES)
            .mapToObj(i -> new NewPicture(i + ".jpg", "image/jpeg", 1))
            .toList();
    assertDeclined(Why.CONFLICT, () -> edit.addPictures(id, secret, first, many));
  }

  @Test
  void declinesPicturesThatCannotBeOfUse() throws Exception {
    PersonId yuna = edit.addPerson(id, secret, PersonNames.of("Yuna"));
    assertPictureDeclined(Why.UNSUPPORTED, yuna, new NewPicture("a.gif", "image/gif", 1));
    assertPictureDeclined(Why.INVALID, yuna, new NewPicture("a.jpg", "image/jpeg", 0));
    assertPictureDeclined(
        Why.TOO_LARGE,
        yuna,
        new NewPicture("a.jpg", "image/jpeg", EditGallery.LARGEST_PICTURE + 1));
    assertEquals(List.of(), gallery().people().get(0).pictures());
  }

  @Test
  void deletesAPictureWithItsFile() throws Exception {
    PersonId yuna = edit.addPerson(id, secret, PersonNames.of("Yuna"));
    PictureKey gone = put(yuna);
    PictureKey kept = put(yuna);

    edit.deletePicture(gone, secret);

    assertFalse(files.isThere(gone));
    assertTrue(files.isThere(kept));
    assertEquals(1, gallery().people().get(0).pictures().size());
    assertDeclined(Why.NOT_FOUND, () -> edit.deletePicture(gone, secret));
  }

  @Test
  void deletesAPersonWithAllFiles() throws Exception {
    PersonId yuna = edit.addPerson(id, secret, PersonNames.of("Yuna"));
    PersonId lia = edit.addPerson(id, secret, PersonNames.of("Lia"));
    PictureKey gone = put(yuna);
    PictureKey kept = put(lia);

    edit.deletePerson(id, secret, yuna);

    assertFalse(files.isThere(gone));
    assertTrue(files.isThere(kept));
    assertEquals(List.of(lia), gallery().people().stream().map(StoredPerson::id).toList());
    assertDeclined(Why.NOT_FOUND, () -> edit.deletePerson(id, secret, yuna));
  }

  @Test
  void deletesAGalleryWithAllFiles() throws Exception {
    PictureKey one = put(edit.addPerson(id, secret, PersonNames.of("Yuna")));
    PictureKey two = put(edit.addPerson(id, secret, PersonNames.of("Lia")));

    edit.delete(id, secret);

    assertEquals(Optional.empty(), galleries.find(id));
    assertFalse(files.isThere(one) || files.isThere(two));
    assertDeclined(Why.NOT_FOUND, () -> edit.delete(id, secret));
  }

  /** Announces a picture and puts it in its place. */
  private PictureKey put(PersonId person) throws DeclinedException {
    PictureId picture =
        edit.addPictures(
                id, secret, person, List.of(new NewPicture("C:\\me\\a.jpg", "image/jpeg", 3)))
            .get(0)
            .id();
    PictureKey key = new PictureKey(id, person, picture);
    files.put(key, new byte[3]);
    return key;
  }

  private StoredGallery gallery() {
    return galleries.find(id).orElseThrow();
  }

  private void assertPictureDeclined(Why why, PersonId person, NewPicture picture) {
    NewPicture fine = new NewPicture("b.jpg", "image/jpeg", 1);
    assertDeclined(why, () -> edit.addPictures(id, secret, person, List.of(fine, picture)));
  }

  private static void assertDeclined(Why why, Executable change) {
    DeclinedException e = assertThrows(DeclinedException.class, change);
    assertEquals(why, e.why());
  }
}
