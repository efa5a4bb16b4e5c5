package io.github.idols.api;

import io.github.idols.core.label.PreviewSpot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What chats and networks show of a link to a video, in the words of the Open Graph protocol
 * (https://ogp.me) and of Twitter's cards. Videos and people are called what strangers typed: all
 * of it is escaped.
 *
 * @param file name of the video's file
 * @param cast who is in it, the most important first
 * @param url of the page, absolute as crawlers want it
 * @param picture its address, absolute too, once there is one
 */
record LinkCard(String file, List<String> cast, String url, Optional<String> picture) {
  /** As the page's script ends its title. */
  private static final String SUFFIX = " · idols";

  /** As the page says of itself. */
  private static final String NOBODY = "A music video, with a name on every face.";

  /** Most characters of names: networks show some 100 to 200, and cut without looking. */
  private static final int LONGEST = 160;

  private static final Pattern TITLE = Pattern.compile("<title>[^<]*</title>");

  /** As the page's script takes it off. */
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{2,4}$");

  LinkCard {
    cast = List.copyOf(cast);
  }

  /**
   * The page with the card.
   *
   * @param html of the page, as built
   * @throws IllegalStateException when it has no title
   */
  String in(String html) {
    Matcher title = TITLE.matcher(html);
    if (!title.find()) {
      throw new IllegalStateException("the page has no title");
    }
    return html.substring(0, title.start())
        + "<title>"
        + escaped(title() + SUFFIX)
        + "</title>"
        + tags()
        + html.substring(title.end());
  }

  /** {@code mv.mp4} is {@code mv}, as on the page. */
  private String title() {
    String title = ENDING.matcher(file).replaceFirst("");
    return title.isEmpty() ? file : title;
  }

  private String tags() {
    return property("og:site_name", "idols")
        + property("og:type", "video.other")
        + property("og:title", title())
        + property("og:description", description())
        + property("og:url", url)
        + picture.map(this::picture).orElse("")
        + tag("name", "twitter:card", picture.isPresent() ? "summary_large_image" : "summary");
  }

  private String picture(String address) {
    return property("og:image", address)
        + property("og:image:type", "image/jpeg")
        + property("og:image:width", Integer.toString(PreviewSpot.WIDTH))
        + property("og:image:height", Integer.toString(PreviewSpot.HEIGHT))
        + property("og:image:alt", description());
  }

  /** As many names as fit, whole, and how many more there are. */
  String description() {
    if (cast.isEmpty()) {
      return NOBODY;
    }
    List<String> fitting = new ArrayList<>();
    int length = 0;
    for (String name : cast) {
      length += name.length() + 2;
      if (length > LONGEST && !fitting.isEmpty()) {
        break;
      }
      fitting.add(name);
    }
    int more = cast.size() - fitting.size();
    return String.join(", ", fitting) + (more > 0 ? " +" + more : "");
  }

  private static String property(String name, String content) {
    return tag("property", name, content);
  }

  private static String tag(String kind, String name, String content) {
    return "\n    <meta %s=\"%s\" content=\"%s\" />".formatted(kind, name, escaped(content));
  }

  /** Nothing of it ends an attribute or an element, or begins one. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
