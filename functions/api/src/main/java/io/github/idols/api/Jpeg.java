package io.github.idols.api;

/** A picture that is answered, where most other answers are JSON. */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
record Jpeg(byte[] file) {}
