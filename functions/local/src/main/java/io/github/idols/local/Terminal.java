package io.github.idols.local;

import java.io.PrintStream;

/**
 * Where the program writes to.
 *
 * @param out results, in UTF-8
 * @param err progress, warnings and errors, in UTF-8
 * @param redraws whether {@code err} shows a screen on which a line can be drawn again
 */
record Terminal(PrintStream out, PrintStream err, boolean redraws) {
  void warn(String sentence) {
    err.println("idols: " + sentence);
  }
}
