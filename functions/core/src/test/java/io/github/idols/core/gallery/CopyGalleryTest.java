package io.github.idols.core.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.video.MediaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopyGalleryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
  private static final PersonNames MINA =
      new PersonNames("Mina", Optional.of("미나"), Optional.empty(), Optional.of("Mina Myoi"));

  private final SecureRandom random = new SecureRandom();
  private final InMemoryGalleries galleries = new InMemoryGalleries();
  private final InMemoryPictureFiles files = new InMemoryPictureFiles();
  private final GalleryId from = GalleryId.random(random);
  private final GalleryId to = GalleryId.random(random);
  private final Secret own = Secret.random(random);
  private final Optional<Secret> secret = Optional.of(own);
  private final PersonId mina = PersonId.random(random);
  private final PersonId sana = PersonId.random(random);
  private final List<PictureKey> taken = new ArrayList<>();
  private final CopyGallery copying =
      new CopyGallery(galleries, files, Clock.fixed(NOW, ZoneOffset.UTC));

  @BeforeEach
  void twoGalleries() {
    galleries.create(from, "TWICE", Secret.random(random).hash());
    galleries.putPerson(from, mina, MINA);
    galleries.putPerson(from, sana, PersonNames.of("Sana"));
    for (int i = 0; i < 40; i++) {
      taken.add(picture(i % 2 == 0 ? mina : sana, i));
    }
    galleries.create(to, "Mine", own.hash());
  }

  private PictureKey picture(PersonId person, int number) {
    PictureState state =
        new PictureState.Taken(
            Embedding.of(number + 1, 2), Optional.empty(), 90 + number, 0.9, Optional.empty());
    return picture(person, number + ".jpg", state, new byte[] {(byte) number});
  }

  private PictureKey picture(PersonId person, String file, PictureState state, byte[] bytes) {
    StoredPicture picture = new StoredPicture(PictureId.random(random), file, state);
    galleries.addPictures(from, person, List.of(picture));
    PictureKey key = new PictureKey(from, person, picture.id());
    files.put(key, bytes);
    return key;
  }

  private PictureKey copyOf(PictureKey picture) {
    return new PictureKey(to, picture.person(), picture.picture());
  }

  private StoredGallery source() {
    return galleries.find(from).orElseThrow();
  }

  private StoredGallery copy() {
    return galleries.find(to).orElseThrow();
  }

  @Test
  void hasTheSameNamesPicturesAndFacesUnderItsOwnName() throws Exception {
    assertEquals(0, copying.copy(source(), to, secret));

    assertEquals("Mine", copy().name());
    assertEquals(source().people(), copy().people());
    assertTrue(copy().whole());
    assertTrue(copy().secret().fits(own));
    for (int i = 0; i < taken.size(); i++) {
      assertEquals(i, firstByte(copyOf(taken.get(i))));
    }
  }

  @Test
  void isItsOwnersAlone() throws Exception {
    copying.copy(source(), to, secret);
    galleries.delete(from);
    files.delete(taken);
    assertEquals(2, copy().people().size());
    assertTrue(files.isThere(copyOf(taken.get(0))));
  }

  @Test
  void leavesOutWhatIsOfNoUseOrNotLookedAtYet() throws Exception {
    PictureKey refused =
        picture(mina, "a.jpg", new PictureState.Refused("no face found"), new byte[1]);
    PictureKey waiting = picture(mina, "b.jpg", new PictureState.Waiting(), new byte[1]);
    copying.copy(source(), to, secret);
    assertEquals(20, copy().people().get(0).pictures().size());
    assertFalse(files.isThere(copyOf(refused)) || files.isThere(copyOf(waiting)));
  }

  @Test
  void leavesOutAPictureWhoseFileIsGone() throws Exception {
    StoredGallery seen = source();
    files.delete(List.of(taken.get(0)));
    assertEquals(0, copying.copy(seen, to, secret));
    assertEquals(19, copy().people().get(0).pictures().size());
    assertTrue(copy().whole());
  }

  @Test
  void fillsNothingThatIsSomebodyElsesOrHasPeople() throws Exception {
    assertEquals(Why.NOT_FOUND, declined(Optional.of(Secret.random(random))));
    assertEquals(Why.NOT_FOUND, declined(Optional.empty()));
    galleries.putPerson(to, PersonId.random(random), PersonNames.of("Nayeon"));
    StoredGallery before = copy();
    assertEquals(Why.CONFLICT, declined(secret));
    assertEquals(before, copy());
  }

  private Why declined(Optional<Secret> other) {
    return assertThrows(DeclinedException.class, () -> copying.copy(source(), to, other)).why();
  }

  /** Whatever call it dies at: until it is whole it does not look so, and it goes on from there. */
  @Test
  void goesOnWhereItWasCutOffAndIsNotWholeBefore() throws Exception {
    for (int dies = 1; dies <= taken.size(); dies += 3) {
      galleries.delete(to);
      files.delete(taken.stream().map(this::copyOf).toList());
      galleries.create(to, "Mine", own.hash());
      DyingFiles dying = new DyingFiles(files, dies);
      CopyGallery cut = new CopyGallery(galleries, dying, Clock.fixed(NOW, ZoneOffset.UTC));
      assertThrows(UncheckedIOException.class, () -> cut.copy(source(), to, secret));
      assertFalse(copy().whole());

      assertEquals(0, copying.copy(source(), to, secret));
      assertTrue(copy().whole());
      assertEquals(source().people(), copy().people());
      for (PictureKey picture : taken) {
        assertTrue(files.isThere(copyOf(picture)));
      }
    }
  }

  @Test
  void stopsInTimeAndSaysHowMuchIsLeft() throws Exception {
    // Each look at the clock is a second later: 18 s are the beginning and a part of the pictures.
    CopyGallery slow = new CopyGallery(galleries, files, new TickingClock());
    int left = slow.copy(source(), to, secret);
    assertEquals(taken.size() - 17, left);
    assertFalse(copy().whole());
    assertEquals(17, taken.stream().filter(picture -> isThere(copyOf(picture))).count());
    assertEquals(0, copying.copy(source(), to, secret));
    assertTrue(copy().whole());
  }

  private boolean isThere(PictureKey picture) {
    return files.isThere(picture);
  }

  private int firstByte(PictureKey picture) throws IOException {
    try (MediaSource source = files.open(picture).orElseThrow()) {
      ByteBuffer bytes = ByteBuffer.allocate(1);
      source.read(0, bytes);
      return bytes.get(0);
    }
  }

  private static final class TickingClock extends Clock {
    private final AtomicInteger seconds = new AtomicInteger();

    @Override
    public Instant instant() {
      return NOW.plusSeconds(seconds.getAndIncrement());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Files that fail from a certain copy on. */
  private record DyingFiles(PictureFiles files, AtomicInteger left) implements PictureFiles {
    DyingFiles(PictureFiles files, int copies) {
      this(files, new AtomicInteger(copies));
    }

    @Override
    public boolean copy(PictureKey from, PictureKey to) throws IOException {
      if (left.decrementAndGet() <= 0) {
        throw new IOException("the store is gone");
      }
      return files.copy(from, to);
    }

    @Override
    public Target target(PictureKey picture, String type, long size) {
      return files.target(picture, type, size);
    }

    @Override
    public URI link(PictureKey picture, Duration valid) {
      return files.link(picture, valid);
    }

    @Override
    public Optional<MediaSource> open(PictureKey picture) throws IOException {
      return files.open(picture);
    }

    @Override
    public boolean isThere(PictureKey picture) throws IOException {
      return files.isThere(picture);
    }

    @Override
    public void delete(Collection<PictureKey> pictures) throws IOException {
      files.delete(pictures);
    }
  }
}
