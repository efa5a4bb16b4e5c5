package io.github.idols.local.doctor;

/** What was found out about one thing. */
public sealed interface Finding {
  /** What was looked at, in a word or two. */
  String topic();

  /** What was found, without a full stop. */
  String text();

  /** All is well. */
  record Good(String topic, String text) implements Finding {}

  /**
   * Something does not work, or is not safe.
   *
   * @param advice what to do, in sentences
   */
  record Wrong(String topic, String text, String advice) implements Finding {}

  /** It could not be looked at from here. */
  record Unknown(String topic, String text) implements Finding {}
}
