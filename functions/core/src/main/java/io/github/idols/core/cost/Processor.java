package io.github.idols.core.cost;

/** What a function runs on. */
public enum Processor {
  X86_64,
  ARM64;

  /** What this program runs on; whatever is not arm64 counts as x86-64. */
  public static Processor ofThisMachine() {
    return System.getProperty("os.arch", "").equals("aarch64") ? ARM64 : X86_64;
  }
}
