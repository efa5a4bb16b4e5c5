package io.github.idols.api;

/** Why a request was not carried out. */
record ErrorAnswer(Fault error) {
  /**
   * What is the matter.
   *
   * @param code for programs
   * @param message a sentence for fans
   */
  record Fault(String code, String message) {}
}
