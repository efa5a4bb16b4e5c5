package io.github.idols.api;

/** A page that is answered, where all other answers are JSON. */
record Html(String text) {}
