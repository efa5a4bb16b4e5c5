package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.access.Secret;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.GalleriesContract;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.GalleryShare;
import io.github.idols.core.gallery.GalleryShareId;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.gallery.StoredPicture;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalCloud.Extension.class)
class DynamoGalleriesTest extends GalleriesContract {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final LocalCloud cloud;

  DynamoGalleriesTest(LocalCloud cloud) {
    this.cloud = cloud;
  }

  @Override
  protected Galleries galleries() {
    return cloud.cloud().galleries();
  }

  private int items(GalleryId id) {
    return items(id.value());
  }

  private int items(String partition) {
    return cloud
        .clients()
        .dynamo()
        .query(
            request ->
                request
                    .tableName("galleries")
                    .keyConditionExpression("gallery = :id")
                    .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(partition))))
        .count();
  }

  private GalleryId gallery() {
    GalleryId id = GalleryId.random(RANDOM);
    galleries().create(id, "Group", Secret.random(RANDOM).hash());
    return id;
  }

  @Test
  void leavesNothingOfADeletedGallery() {
    GalleryId id = gallery();
    PersonId person = PersonId.random(RANDOM);
    assertTrue(galleries().putPerson(id, person, PersonNames.of("Lisa")));
    List<StoredPicture> pictures =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    new StoredPicture(
                        PictureId.random(RANDOM), i + ".jpg", new PictureState.Waiting()))
            .toList();
    assertTrue(galleries().addPictures(id, person, pictures));
    assertEquals(62, items(id));
    assertTrue(galleries().delete(id));
    assertEquals(0, items(id));
    assertFalse(galleries().addPictures(id, person, pictures));
    assertEquals(0, items(id));
  }

  @Test
  void leavesNothingOfALinkThatLeadsNowhere() {
    GalleryId id = gallery();
    List<GalleryShare> shares =
        IntStream.range(0, 3)
            .mapToObj(
                i -> new GalleryShare(GalleryShareId.random(RANDOM), Instant.ofEpochSecond(i)))
            .toList();
    shares.forEach(share -> assertTrue(galleries().share(id, share)));
    assertEquals(List.of(0, 0, 1), shares.stream().map(this::links).toList());
    assertTrue(galleries().unshare(id));
    assertEquals(0, links(shares.get(2)));
    assertTrue(galleries().share(id, shares.get(0)));
    assertTrue(galleries().delete(id));
    assertFalse(galleries().share(id, shares.get(1)));
    assertEquals(List.of(0, 0, 0), shares.stream().map(this::links).toList());
  }

  private int links(GalleryShare share) {
    return items("share#" + share.id());
  }

  /** Who reads while others write gets for each version that is not being changed one content. */
  @Test
  void readsOneVersionWhileOthersWrite() throws Exception {
    GalleryId id = gallery();
    PersonId person = PersonId.random(RANDOM);
    assertTrue(galleries().putPerson(id, person, PersonNames.of("0")));
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    Map<Long, String> atRest = new HashMap<>();
    try {
      Future<Map<Long, String>> written =
          writer.submit(
              () -> {
                Map<Long, String> versions = new HashMap<>();
                for (int i = 1; i <= 30; i++) {
                  galleries().putPerson(id, person, PersonNames.of("" + i));
                  // Nobody else writes: this is the version at rest.
                  versions.put(galleries().find(id).orElseThrow().version(), "" + i);
                }
                ended.set(true);
                return versions;
              });
      Map<Long, String> read = new HashMap<>();
      while (!ended.get() && !written.isDone()) {
        StoredGallery gallery = galleries().find(id).orElseThrow();
        read.put(gallery.version(), gallery.people().get(0).names().name());
      }
      atRest.putAll(written.get());
      atRest.forEach((version, name) -> assertEquals(name, read.getOrDefault(version, name)));
      assertFalse(read.isEmpty());
    } finally {
      writer.shutdownNow();
    }
  }
}
