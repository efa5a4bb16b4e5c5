package io.github.idols.local.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The page's files, out of the class path. Safe for use by several threads. */
public final class Site {
  /** Where the page itself lies. */
  static final String PAGE = "/index.html";

  /** Names that cannot lead out of the folder: no empty ones, none that begins with a dot. */
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

  /** The build puts a hash of the content into the names of these. */
  private static final Pattern HASHED = Pattern.compile("/assets/.+-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("woff2", "font/woff2"));

  private final ClassLoader loader;
  private final String root;
  private final Map<String, Asset> known = new ConcurrentHashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param root folder on the class path, without slashes around it
   */
  public Site(ClassLoader loader, String root) {
    this.loader = loader;
    this.root = root;
  }

  /**
   * A file of the page.
   *
   * @param type media type
   * @param etag in quotes
   * @param immutable whether another content would have another name
   */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Asset(byte[] content, String type, String etag, boolean immutable) {}

  /** The file of a path that begins with a slash, if there is one. */
  Optional<Asset> find(String path) {
    Asset asset = known.get(path);
    if (asset != null) {
      return Optional.of(asset);
    }
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    if (type == null || !PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    Optional<Asset> read = read(path, type);
    read.ifPresent(found -> known.put(path, found));
    return read;
  }

  /**
   * The one page, as it was built.
   *
   * @throws IllegalStateException when the page is not on the class path
   */
  public byte[] page() {
    return find(PAGE)
        .orElseThrow(() -> new IllegalStateException("there is no " + root + PAGE))
        .content()
        .clone();
  }

  private Optional<Asset> read(String path, String type) {
    try (InputStream in = loader.getResourceAsStream(root + path)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] content = in.readAllBytes();
      return Optional.of(new Asset(content, type, etag(content), HASHED.matcher(path).matches()));
    } catch (IOException e) {
      throw new UncheckedIOException("the page's file " + path + " cannot be read", e);
    }
  }

  private static String etag(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
