package io.github.idols.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a YAML file of this repository. CloudFormation's short forms are read as its long
 * ones: {@code !Ref X} as {@code {Ref: X}}, {@code !Sub X} as {@code {"Fn::Sub": X}}.
 */
record Yaml(Object value) {
  private static final Path ROOT = Path.of("..", "..");

  /**
   * Reads a file.
   *
   * @param name from the root of the repository
   */
  static Yaml read(String name) throws IOException {
    try (Reader reader = Files.newBufferedReader(path(name))) {
      return new Yaml(new org.yaml.snakeyaml.Yaml(new ShortForms()).load(reader));
    }
  }

  /** A file or folder of the repository. */
  static Path path(String name) {
    return ROOT.resolve(name);
  }

  /** What lies there; fails when nothing does. */
  Yaml at(String... keys) {
    Yaml found = this;
    for (String key : keys) {
      Object next = found.map().get(key);
      if (next == null) {
        throw new AssertionError("there is no " + String.join(" > ", keys) + " in " + value);
      }
      found = new Yaml(next);
    }
    return found;
  }

  boolean has(String key) {
    return map().containsKey(key);
  }

  String text() {
    return value.toString();
  }

  int number() {
    return Integer.parseInt(text());
  }

  /** The values of a mapping by their keys, in the order of the file. */
  Map<String, Yaml> entries() {
    Map<String, Yaml> entries = new LinkedHashMap<>();
    map().forEach((key, entry) -> entries.put(key.toString(), new Yaml(entry)));
    return entries;
  }

  /** The elements of a sequence; a value that is none is its only element. */
  List<Yaml> elements() {
    return value instanceof List<?> list ? list.stream().map(Yaml::new).toList() : List.of(this);
  }

  private Map<?, ?> map() {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new AssertionError("not a mapping: " + value);
  }

  private static final class ShortForms extends SafeConstructor {
    ShortForms() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              String form = node.getTag().getValue().substring(1);
              return Map.of(form.equals("Ref") ? form : "Fn::" + form, content(node));
            }
          });
    }

    private Object content(Node node) {
      if (node instanceof ScalarNode scalar) {
        return constructScalar(scalar);
      }
      return node instanceof SequenceNode sequence
          ? constructSequence(sequence)
          : constructMapping((MappingNode) node);
    }
  }
}
