package io.github.idols.local;

import io.github.idols.core.gallery.health.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What would make a gallery better, as text: a sentence a line. */
final class GalleryAdvice {
  /** Lines of one kind, so that many small faces do not hide the rest. */
  private static final int MOST_OF_A_KIND = 3;

  private GalleryAdvice() {}

  /**
   * The lines, none where all is well.
   *
   * @param findings the most useful first
   * @param all whether to leave none out
   */
  static List<String> lines(List<Finding> findings, boolean all) {
    List<String> lines = new ArrayList<>();
    Map<Finding.Kind, Integer> shown = new EnumMap<>(Finding.Kind.class);
    int left = 0;
    for (Finding finding : findings) {
      // How many pictures are missing stands in the table.
      if (finding.kind() != Finding.Kind.TOO_FEW) {
        if (all || shown.merge(finding.kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
          lines.add("  " + finding.advice());
        } else {
          left++;
        }
      }
    }
    if (left > 0) {
      lines.add("  and " + left + " more like these: --verbose shows all");
    }
    if (!lines.isEmpty()) {
      lines.addAll(0, List.of("", "advice:"));
    }
    return lines;
  }
}
