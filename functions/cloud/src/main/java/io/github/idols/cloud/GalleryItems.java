package io.github.idols.cloud;

import static io.github.idols.cloud.Items.decimal;
import static io.github.idols.cloud.Items.number;
import static io.github.idols.cloud.Items.optionalText;
import static io.github.idols.cloud.Items.text;

import io.github.idols.core.access.SecretHash;
import io.github.idols.core.face.EmbeddingBytes;
import io.github.idols.core.face.SoftFaces;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.GalleryShare;
import io.github.idols.core.gallery.GalleryShareId;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.PictureTraits;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.gallery.StoredPerson;
import io.github.idols.core.gallery.StoredPicture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A gallery as items of a table: one for itself, named {@code meta}, one for each person, {@code
 * person#<person>}, and one for each picture, {@code picture#<person>#<picture>}. A share link is
 * an item of its own, {@code link} of {@code share#<share>}, which leads to the gallery and goes
 * when it expires.
 */
final class GalleryItems {
  static final String GALLERY = "gallery";
  static final String ITEM = "item";
  static final String META = "meta";
  static final String NAME = "name";
  static final String VERSION = "version";
  static final String SECRET = "secret";
  static final String STATE = "state";
  static final String WAITING = "waiting";
  static final String UNFINISHED = "unfinished";
  static final String SHARE = "share";
  static final String SHARE_ENDS = "shareEnds";

  private static final String REASON = "reason";
  private static final String EMBEDDING = "embedding";
  private static final String HALF = "half";
  private static final String QUARTER = "quarter";
  private static final String FACE_SIZE = "faceSize";
  private static final String SCORE = "score";
  private static final String TURN = "turn";
  private static final String SHARPNESS = "sharpness";
  private static final String PATTERN = "pattern";

  /** All attributes that {@link #state} may give. */
  static final List<String> OF_STATE =
      List.of(STATE, REASON, EMBEDDING, HALF, QUARTER, FACE_SIZE, SCORE, TURN, SHARPNESS, PATTERN);

  private static final String LINK = "link";
  private static final String LEADS_TO = "leadsTo";

  /** The attribute by which the table lets items go; only links have it. */
  private static final String EXPIRES = "expires";

  private static final String PERSON = "person#";
  private static final String PICTURE = "picture#";
  private static final String TAKEN = "taken";
  private static final String REFUSED = "refused";

  private GalleryItems() {}

  static String person(PersonId person) {
    return PERSON + person;
  }

  /** What the names of a person's pictures begin with. */
  static String pictures(PersonId person) {
    return PICTURE + person + "#";
  }

  static String picture(PersonId person, PictureId picture) {
    return pictures(person) + picture;
  }

  static Map<String, AttributeValue> key(GalleryId id, String item) {
    return Map.of(GALLERY, text(id.value()), ITEM, text(item));
  }

  /** No gallery's id holds the sign that comes before the share's. */
  static Map<String, AttributeValue> linkKey(GalleryShareId share) {
    return Map.of(GALLERY, text("share#" + share), ITEM, text(LINK));
  }

  static Map<String, AttributeValue> link(GalleryId id, GalleryShare share) {
    Items.Builder item = Items.item();
    linkKey(share.id()).forEach(item::put);
    return item.put(LEADS_TO, id.value()).put(EXPIRES, share.ends().getEpochSecond()).build();
  }

  static GalleryId leadsTo(Map<String, AttributeValue> link) {
    return new GalleryId(text(link, LEADS_TO));
  }

  /** The share link that an item named {@code meta} tells of. */
  static Optional<GalleryShare> share(Map<String, AttributeValue> meta) {
    return optionalText(meta, SHARE)
        .map(
            id ->
                new GalleryShare(
                    new GalleryShareId(id), Instant.ofEpochSecond(number(meta, SHARE_ENDS))));
  }

  static Map<String, AttributeValue> meta(GalleryId id, String name, SecretHash secret) {
    return begin(id, META).put(NAME, name).put(VERSION, 1).put(SECRET, secret.hex()).build();
  }

  static Map<String, AttributeValue> person(GalleryId id, PersonId person, PersonNames names) {
    return begin(id, person(person))
        .put(NAME, names.name())
        .put("korean", names.korean())
        .put("romanised", names.romanised())
        .put("english", names.english())
        .build();
  }

  static Map<String, AttributeValue> picture(GalleryId id, PersonId person, StoredPicture picture) {
    Items.Builder item = begin(id, picture(person, picture.id())).put("file", picture.file());
    state(picture.state()).forEach(item::put);
    return item.build();
  }

  private static Items.Builder begin(GalleryId id, String item) {
    return Items.item().put(GALLERY, id.value()).put(ITEM, item);
  }

  /** The attributes that say what became of a picture. */
  static Map<String, AttributeValue> state(PictureState state) {
    Items.Builder item = Items.item();
    if (state instanceof PictureState.Taken taken) {
      item.put(STATE, TAKEN)
          .put(EMBEDDING, Items.bytes(EmbeddingBytes.of(taken.embedding())))
          .put(FACE_SIZE, taken.faceSize())
          .put(SCORE, taken.score());
      taken
          .soft()
          .ifPresent(
              soft ->
                  item.put(HALF, Items.bytes(EmbeddingBytes.of(soft.half())))
                      .put(QUARTER, Items.bytes(EmbeddingBytes.of(soft.quarter()))));
      taken
          .traits()
          .ifPresent(
              traits ->
                  item.put(TURN, traits.turn())
                      .put(SHARPNESS, traits.sharpness())
                      .put(PATTERN, traits.pattern()));
    } else if (state instanceof PictureState.Refused refused) {
      item.put(STATE, REFUSED).put(REASON, refused.reason());
    } else {
      item.put(STATE, WAITING);
    }
    return item.build();
  }

  /** Which picture an item is of. */
  static PictureKey pictureKey(Map<String, AttributeValue> item) {
    String[] parts = text(item, ITEM).split("#", -1);
    return new PictureKey(
        new GalleryId(text(item, GALLERY)), new PersonId(parts[1]), new PictureId(parts[2]));
  }

  /**
   * Puts a gallery together. Pictures of nobody are left out: their person is being deleted.
   *
   * @param items all of the gallery, in the table's order
   */
  static StoredGallery gallery(
      Map<String, AttributeValue> meta, List<Map<String, AttributeValue>> items) {
    List<StoredPerson> people = new ArrayList<>();
    for (Map<String, AttributeValue> item : items) {
      if (text(item, ITEM).startsWith(PERSON)) {
        PersonId person = new PersonId(text(item, ITEM).substring(PERSON.length()));
        people.add(new StoredPerson(person, names(item), picturesOf(person, items)));
      }
    }
    return new StoredGallery(
        new GalleryId(text(meta, GALLERY)),
        text(meta, NAME),
        number(meta, VERSION),
        new SecretHash(text(meta, SECRET)),
        share(meta),
        !meta.containsKey(UNFINISHED) || number(meta, UNFINISHED) == 0,
        people);
  }

  private static PersonNames names(Map<String, AttributeValue> item) {
    return new PersonNames(
        text(item, NAME),
        optionalText(item, "korean"),
        optionalText(item, "romanised"),
        optionalText(item, "english"));
  }

  private static List<StoredPicture> picturesOf(
      PersonId person, List<Map<String, AttributeValue>> items) {
    return items.stream()
        .filter(item -> text(item, ITEM).startsWith(pictures(person)))
        .map(
            item ->
                new StoredPicture(pictureKey(item).picture(), text(item, "file"), stateOf(item)))
        .toList();
  }

  private static PictureState stateOf(Map<String, AttributeValue> item) {
    String state = text(item, STATE);
    return switch (state) {
      case TAKEN ->
          new PictureState.Taken(
              EmbeddingBytes.embedding(Items.bytes(item, EMBEDDING)),
              soft(item),
              decimal(item, FACE_SIZE),
              decimal(item, SCORE),
              traits(item));
      case REFUSED -> new PictureState.Refused(text(item, REASON));
      case WAITING -> new PictureState.Waiting();
      default -> throw new IllegalStateException("a picture is in no known state: " + state);
    };
  }

  /** Pictures that were taken before these were kept have none. */
  private static Optional<SoftFaces> soft(Map<String, AttributeValue> item) {
    return item.containsKey(HALF)
        ? Optional.of(
            new SoftFaces(
                EmbeddingBytes.embedding(Items.bytes(item, HALF)),
                EmbeddingBytes.embedding(Items.bytes(item, QUARTER))))
        : Optional.empty();
  }

  /** Pictures that were taken before traits were kept have none. */
  private static Optional<PictureTraits> traits(Map<String, AttributeValue> item) {
    return item.containsKey(PATTERN)
        ? Optional.of(
            new PictureTraits(decimal(item, TURN), decimal(item, SHARPNESS), number(item, PATTERN)))
        : Optional.empty();
  }
}
