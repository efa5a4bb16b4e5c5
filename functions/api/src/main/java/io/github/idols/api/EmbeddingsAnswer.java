package io.github.idols.api;

import io.github.idols.core.face.Detail;
import io.github.idols.core.face.EmbeddingBytes;
import io.github.idols.core.gallery.CentroidMatcher;
import io.github.idols.core.gallery.Gallery;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.StoredGallery;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a gallery's maker needs to name faces elsewhere by its default rule ({@link
 * CentroidMatcher}): the mean of each person's pictures, never the pictures' own embeddings.
 *
 * @param model the network that the embeddings are of
 * @param cosine least cosine that gives a name
 */
record EmbeddingsAnswer(
    String name, long version, String model, double cosine, List<Person> people) {
  /** Of embeddings that a stack keeps: it has one network for all. */
  private static final String MODEL = "mobilefacenet";

  /** Somebody with a usable picture. */
  record Person(
      String name,
      Optional<String> korean,
      Optional<String> romanised,
      Optional<String> english,
      Faces faces) {}

  /** Means of a person's pictures, as sharp as they are and made soft: base64 of floats. */
  record Faces(String full, String half, String quarter) {}

  static EmbeddingsAnswer of(StoredGallery gallery) {
    Map<String, PersonNames> names =
        gallery.names().stream()
            // Of two people who were given one name at the very same time.
            .collect(Collectors.toMap(PersonNames::name, Function.identity(), (one, other) -> one));
    return new EmbeddingsAnswer(
        gallery.name(),
        gallery.version(),
        MODEL,
        MatcherKind.cosine(MatcherKind.CENTROID.defaultTolerance()),
        gallery.usable().stream()
            .map(Gallery::people)
            .flatMap(List::stream)
            .map(
                person ->
                    person(
                        names.getOrDefault(person.name(), PersonNames.of(person.name())), person))
            .toList());
  }

  private static Person person(PersonNames names, io.github.idols.core.gallery.Person person) {
    return new Person(
        names.name(),
        names.korean(),
        names.romanised(),
        names.english(),
        new Faces(
            bytes(person, Detail.FULL), bytes(person, Detail.HALF), bytes(person, Detail.QUARTER)));
  }

  private static String bytes(io.github.idols.core.gallery.Person person, Detail detail) {
    return Base64.getEncoder()
        .encodeToString(EmbeddingBytes.of(CentroidMatcher.mean(person, detail)));
  }
}
