package io.github.idols.core.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ShareGalleryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T05:00:00.25Z");

  private final SecureRandom random = new SecureRandom();
  private final InMemoryGalleries galleries = new InMemoryGalleries();
  private final GalleryId id = GalleryId.random(random);
  private final Secret own = Secret.random(random);
  private final Optional<Secret> secret = Optional.of(own);
  private final ShareGallery sharing = at(NOW);

  private ShareGallery at(Instant now) {
    return new ShareGallery(galleries, Clock.fixed(now, ZoneOffset.UTC), random);
  }

  @BeforeEach
  void aGallery() {
    galleries.create(id, "TWICE", own.hash());
  }

  @Test
  void leadsToTheGalleryUntilItsTermIsOver() throws Exception {
    GalleryShare share = sharing.share(id, secret);
    assertEquals(
        Duration.ofDays(90), Duration.between(Instant.parse("2026-11-24T05:00:00Z"), share.ends()));
    assertEquals("TWICE", sharing.find(share.id()).name());
    assertEquals("TWICE", at(share.ends().minusMillis(1)).find(share.id()).name());

    ShareGallery after = at(share.ends());
    assertNotFound(() -> after.find(share.id()));
    assertEquals(Optional.empty(), after.linkOf(galleries.find(id).orElseThrow()));
  }

  @Test
  void linksThatEndedInAnyWayLookLikeOnesThatNeverWere() throws Exception {
    GalleryShare renewed = sharing.share(id, secret);
    GalleryShare takenBack = sharing.share(id, secret);
    String unknown = assertNotFound(() -> sharing.find(GalleryShareId.random(random)));
    assertEquals(unknown, assertNotFound(() -> sharing.find(renewed.id())));
    sharing.unshare(id, secret);
    assertEquals(unknown, assertNotFound(() -> sharing.find(takenBack.id())));
    GalleryShare last = sharing.share(id, secret);
    assertEquals(unknown, assertNotFound(() -> at(last.ends()).find(last.id())));
    galleries.delete(id);
    assertEquals(unknown, assertNotFound(() -> sharing.find(last.id())));
  }

  @Test
  void onlyItsMakerSharesItAndStops() throws Exception {
    GalleryShare share = sharing.share(id, secret);
    for (Optional<Secret> other :
        List.of(Optional.of(Secret.random(random)), Optional.<Secret>empty())) {
      assertNotFound(() -> sharing.share(id, other));
      assertNotFound(() -> sharing.unshare(id, other));
    }
    assertEquals(Optional.of(share), galleries.find(id).orElseThrow().share());
  }

  private static String assertNotFound(Executable look) {
    DeclinedException e = assertThrows(DeclinedException.class, look);
    assertEquals(Why.NOT_FOUND, e.why());
    return String.valueOf(e.getMessage());
  }
}
