package io.github.idols.cloud;

import static io.github.idols.cloud.Items.number;
import static io.github.idols.cloud.Items.text;

import io.github.idols.core.access.SecretHash;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.GalleryShare;
import io.github.idols.core.gallery.GalleryShareId;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.gallery.StoredPicture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Galleries in a DynamoDB table, as {@link GalleryItems} lays them out. Safe for use by several
 * threads.
 *
 * <p>A change is one write of one item, which takes effect at once; the rest is tidying up. The
 * version is raised before it and after it: so a version that is not being changed means one
 * content, whoever is cut off where, and a reader sees the version move when a change happens
 * meanwhile.
 */
public final class DynamoGalleries implements Galleries {
  /** As many as DynamoDB writes at once. */
  private static final int BATCH = 25;

  private static final int TRIES = 20;

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoGalleries(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void create(GalleryId id, String name, SecretHash secret) {
    put(GalleryItems.meta(id, name, secret));
  }

  @Override
  public Optional<StoredGallery> find(GalleryId id) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      List<Map<String, AttributeValue>> items = query(id, "");
      Optional<Map<String, AttributeValue>> meta =
          items.stream()
              .filter(item -> text(item, GalleryItems.ITEM).equals(GalleryItems.META))
              .findFirst();
      Optional<Map<String, AttributeValue>> after = get(id, GalleryItems.META);
      if (meta.isEmpty() || after.isEmpty()) {
        return Optional.empty();
      }
      if (number(meta.get(), GalleryItems.VERSION) == number(after.get(), GalleryItems.VERSION)) {
        return Optional.of(GalleryItems.gallery(meta.get(), items));
      }
      Pause.after(attempt);
    }
    throw new IllegalStateException("A gallery is changed faster than it can be read.");
  }

  @Override
  public Optional<SecretHash> secretOf(GalleryId id) {
    return get(id, GalleryItems.META).map(item -> new SecretHash(text(item, GalleryItems.SECRET)));
  }

  @Override
  public boolean rename(GalleryId id, String name) {
    return update(
        GalleryItems.key(id, GalleryItems.META),
        "SET #name = :name ADD #version :one",
        Map.of("#name", GalleryItems.NAME, "#version", GalleryItems.VERSION),
        Map.of(":name", text(name), ":one", number(1)));
  }

  @Override
  public boolean putPerson(GalleryId id, PersonId person, PersonNames names) {
    if (!raiseVersion(id)) {
      return false;
    }
    put(GalleryItems.person(id, person, names));
    if (!raiseVersion(id)) {
      // The gallery was deleted meanwhile: nothing of it may stay.
      remove(GalleryItems.key(id, GalleryItems.person(person)));
      return false;
    }
    return true;
  }

  @Override
  public boolean deletePerson(GalleryId id, PersonId person) {
    boolean deleted = delete(id, GalleryItems.person(person));
    // Asked for again, this finishes what was cut off.
    removeAll(id, GalleryItems.pictures(person));
    return deleted;
  }

  @Override
  public boolean addPictures(GalleryId id, PersonId person, List<StoredPicture> pictures) {
    if (!exists(id, person) || !raiseVersion(id)) {
      return false;
    }
    write(
        pictures.stream()
            .map(
                picture ->
                    WriteRequest.builder()
                        .putRequest(
                            PutRequest.builder()
                                .item(GalleryItems.picture(id, person, picture))
                                .build())
                        .build())
            .toList());
    if (!raiseVersion(id) || !exists(id, person)) {
      removeAll(id, GalleryItems.pictures(person));
      return false;
    }
    return true;
  }

  @Override
  public boolean decide(PictureKey picture, PictureState state) {
    GalleryId id = picture.gallery();
    String item = GalleryItems.picture(picture.person(), picture.picture());
    if (get(id, item).isEmpty() || !raiseVersion(id)) {
      return false;
    }
    Map<String, AttributeValue> attributes = GalleryItems.state(state);
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> set = new ArrayList<>();
    List<String> remove = new ArrayList<>();
    for (String attribute : GalleryItems.OF_STATE) {
      names.put("#" + attribute, attribute);
      AttributeValue value = attributes.get(attribute);
      if (value == null) {
        remove.add("#" + attribute);
      } else {
        set.add("#%s = :%s".formatted(attribute, attribute));
        values.put(":" + attribute, value);
      }
    }
    String update = "SET " + String.join(", ", set);
    if (!remove.isEmpty()) {
      update += " REMOVE " + String.join(", ", remove);
    }
    boolean decided = update(GalleryItems.key(id, item), update, names, values);
    raiseVersion(id);
    return decided;
  }

  @Override
  public boolean deletePicture(PictureKey picture) {
    return delete(picture.gallery(), GalleryItems.picture(picture.person(), picture.picture()));
  }

  @Override
  public boolean delete(GalleryId id) {
    Map<String, AttributeValue> old = removed(GalleryItems.key(id, GalleryItems.META));
    // If this is never reached, the link leads nowhere, and goes when it expires.
    GalleryItems.share(old).ifPresent(this::removeLink);
    // Asked for again, this finishes what was cut off.
    removeAll(id, "");
    return !old.isEmpty();
  }

  @Override
  public boolean share(GalleryId id, GalleryShare share) {
    // The new one first: until the gallery has it, it leads nowhere.
    put(GalleryItems.link(id, share));
    boolean shared =
        relink(
            id,
            "SET #share = :share, #ends = :ends",
            Map.of(
                ":share", text(share.id().value()),
                ":ends", number(share.ends().getEpochSecond())));
    if (!shared) {
      removeLink(share);
    }
    return shared;
  }

  @Override
  public boolean unshare(GalleryId id) {
    return relink(id, "REMOVE #share, #ends", Map.of());
  }

  /** Changes the link that a gallery has; whose link it was before leads nowhere, and goes. */
  private boolean relink(GalleryId id, String update, Map<String, AttributeValue> values) {
    Optional<Map<String, AttributeValue>> old =
        ConditionalWrite.update(
            dynamo,
            request -> {
              request
                  .tableName(table)
                  .key(GalleryItems.key(id, GalleryItems.META))
                  .updateExpression(update)
                  .conditionExpression("attribute_exists(" + GalleryItems.GALLERY + ")")
                  .expressionAttributeNames(
                      Map.of("#share", GalleryItems.SHARE, "#ends", GalleryItems.SHARE_ENDS))
                  .returnValues(ReturnValue.ALL_OLD);
              if (!values.isEmpty()) {
                request.expressionAttributeValues(values);
              }
            });
    old.flatMap(GalleryItems::share).ifPresent(this::removeLink);
    return old.isPresent();
  }

  private void removeLink(GalleryShare share) {
    remove(GalleryItems.linkKey(share.id()));
  }

  @Override
  public boolean markWhole(GalleryId id, boolean whole) {
    return update(
        GalleryItems.key(id, GalleryItems.META),
        "SET #unfinished = :unfinished",
        Map.of("#unfinished", GalleryItems.UNFINISHED),
        Map.of(":unfinished", number(whole ? 0 : 1)));
  }

  @Override
  public Optional<StoredGallery> findByShare(GalleryShareId share) {
    // A link whose end was never reached is still there, but no longer its gallery's.
    return get(GalleryItems.linkKey(share))
        .map(GalleryItems::leadsTo)
        .flatMap(this::find)
        .filter(gallery -> gallery.share().map(GalleryShare::id).equals(Optional.of(share)));
  }

  /** Reads the whole table: it is asked for once, when a machine starts. */
  @Override
  public List<PictureKey> waiting() {
    return dynamo
        .scanPaginator(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .filterExpression("#state = :waiting")
                    .projectionExpression("#gallery, #item")
                    .expressionAttributeNames(
                        Map.of(
                            "#state", GalleryItems.STATE,
                            "#gallery", GalleryItems.GALLERY,
                            "#item", GalleryItems.ITEM))
                    .expressionAttributeValues(Map.of(":waiting", text(GalleryItems.WAITING))))
        .items()
        .stream()
        .map(GalleryItems::pictureKey)
        .toList();
  }

  private boolean delete(GalleryId id, String item) {
    if (get(id, item).isEmpty() || !raiseVersion(id)) {
      return false;
    }
    boolean deleted = remove(GalleryItems.key(id, item));
    raiseVersion(id);
    return deleted;
  }

  private boolean exists(GalleryId id, PersonId person) {
    return get(id, GalleryItems.person(person)).isPresent();
  }

  /** Whether there is such a gallery. */
  private boolean raiseVersion(GalleryId id) {
    return update(
        GalleryItems.key(id, GalleryItems.META),
        "ADD #version :one",
        Map.of("#version", GalleryItems.VERSION),
        Map.of(":one", number(1)));
  }

  /** Changes an item that is there. */
  private boolean update(
      Map<String, AttributeValue> key,
      String update,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    return ConditionalWrite.update(
            dynamo,
            request ->
                request
                    .tableName(table)
                    .key(key)
                    .updateExpression(update)
                    .conditionExpression("attribute_exists(" + GalleryItems.GALLERY + ")")
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values))
        .isPresent();
  }

  private void put(Map<String, AttributeValue> item) {
    dynamo.putItem(request -> request.tableName(table).item(item));
  }

  /** Whether it was there. */
  private boolean remove(Map<String, AttributeValue> key) {
    return !removed(key).isEmpty();
  }

  /** What was there; empty when nothing was. */
  private Map<String, AttributeValue> removed(Map<String, AttributeValue> key) {
    return dynamo
        .deleteItem(request -> request.tableName(table).key(key).returnValues(ReturnValue.ALL_OLD))
        .attributes();
  }

  private Optional<Map<String, AttributeValue>> get(GalleryId id, String item) {
    return get(GalleryItems.key(id, item));
  }

  private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    return Optional.of(
            dynamo
                .getItem(request -> request.tableName(table).key(key).consistentRead(true))
                .item())
        .filter(found -> !found.isEmpty());
  }

  /** All items of a gallery whose names begin so. */
  private List<Map<String, AttributeValue>> query(GalleryId id, String beginning) {
    String condition =
        beginning.isEmpty() ? "#gallery = :id" : "#gallery = :id AND begins_with(#item, :item)";
    Map<String, String> names =
        beginning.isEmpty()
            ? Map.of("#gallery", GalleryItems.GALLERY)
            : Map.of("#gallery", GalleryItems.GALLERY, "#item", GalleryItems.ITEM);
    Map<String, AttributeValue> values =
        beginning.isEmpty()
            ? Map.of(":id", text(id.value()))
            : Map.of(":id", text(id.value()), ":item", text(beginning));
    return dynamo
        .queryPaginator(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression(condition)
                    .expressionAttributeNames(names)
                    .expressionAttributeValues(values))
        .items()
        .stream()
        .toList();
  }

  private void removeAll(GalleryId id, String beginning) {
    write(
        query(id, beginning).stream()
            .map(item -> GalleryItems.key(id, text(item, GalleryItems.ITEM)))
            .map(
                key ->
                    WriteRequest.builder()
                        .deleteRequest(DeleteRequest.builder().key(key).build())
                        .build())
            .toList());
  }

  /** DynamoDB may do some writes of a batch and not others; the SDK does not try those again. */
  private void write(List<WriteRequest> writes) {
    for (int from = 0; from < writes.size(); from += BATCH) {
      List<WriteRequest> left = writes.subList(from, Math.min(writes.size(), from + BATCH));
      for (int attempt = 1; !left.isEmpty(); attempt++) {
        if (attempt > TRIES) {
          throw new IllegalStateException("The table did not take all writes.");
        }
        if (attempt > 1) {
          Pause.after(attempt - 1);
        }
        List<WriteRequest> batch = left;
        BatchWriteItemResponse response =
            dynamo.batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
        left = response.unprocessedItems().getOrDefault(table, List.of());
      }
    }
  }
}
