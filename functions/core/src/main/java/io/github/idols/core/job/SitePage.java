package io.github.idols.core.job;

import java.io.IOException;

/** The page that share links lead to, where it has been put. Safe for use by several threads. */
public interface SitePage {
  /**
   * Its HTML, as it was built.
   *
   * @throws java.io.FileNotFoundException when nobody has put it there yet
   * @throws IOException when it could not be read
   */
  String html() throws IOException;
}
