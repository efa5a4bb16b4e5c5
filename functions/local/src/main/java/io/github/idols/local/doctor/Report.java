package io.github.idols.local.doctor;

import java.util.ArrayList;
import java.util.List;

/**
 * What all checks found.
 *
 * @param findings in their order
 */
public record Report(List<Finding> findings) {
  private static final String LINE = "%-6s%s: %s";

  public Report {
    findings = List.copyOf(findings);
  }

  /** Has everything looked at, one after the other. */
  public static Report of(List<? extends Check> checks) {
    List<Finding> findings = new ArrayList<>();
    checks.forEach(check -> findings.addAll(check.look()));
    return new Report(findings);
  }

  /** How many things are wrong. */
  public int wrong() {
    return (int) findings.stream().filter(Finding.Wrong.class::isInstance).count();
  }

  /** For people: a line each, with the advice below what is wrong, and the sum. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding instanceof Finding.Wrong bad) {
        lines.add(LINE.formatted("WRONG", bad.topic(), bad.text()));
        lines.add("      " + bad.advice());
      } else {
        String mark = finding instanceof Finding.Good ? "ok" : "?";
        lines.add(LINE.formatted(mark, finding.topic(), finding.text()));
      }
    }
    lines.add(
        switch (wrong()) {
          case 0 -> "Nothing is wrong.";
          case 1 -> "One thing is wrong.";
          default -> wrong() + " things are wrong.";
        });
    return lines;
  }
}
