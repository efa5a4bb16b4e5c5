package io.github.idols.core.gallery.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what would make a gallery better, from what is kept of its pictures. docs/galleries.md says
 * where the thresholds come from.
 */
public final class CheckHealth {
  private CheckHealth() {}

  /**
   * All findings, the most useful first. The same people give the same findings, in the same order.
   *
   * @param people in the gallery's order
   */
  public static List<Finding> findings(List<CheckedPerson> people) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(CompareFaces.findings(people));
    findings.addAll(FindCopies.findings(people));
    findings.addAll(JudgePictures.findings(people));
    // Stable: within a kind each of the three has put the worst first.
    findings.sort(Comparator.comparing(Finding::kind));
    return List.copyOf(findings);
  }
}
