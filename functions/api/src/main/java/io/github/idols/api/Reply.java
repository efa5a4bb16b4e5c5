package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import java.util.Map;
import java.util.Optional;

/**
 * What is answered.
 *
 * @param headers beyond those that every answer has
 * @param body an {@link Html}, a {@link Jpeg}, or what is written as JSON
 */
record Reply(int status, Map<String, String> headers, Optional<Object> body) {
  static Reply ok(Object body) {
    return new Reply(200, Map.of(), Optional.of(body));
  }

  static Reply created(Object body) {
    return new Reply(201, Map.of(), Optional.of(body));
  }

  static Reply done() {
    return new Reply(204, Map.of(), Optional.empty());
  }

  static Reply declined(DeclinedException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.why()) {
      case INVALID -> error(400, "bad_request", message);
      case NOT_FOUND -> error(404, "not_found", message);
      case CONFLICT -> error(409, "conflict", message);
      case TOO_LARGE -> error(413, "too_large", message);
      case UNSUPPORTED -> error(415, "unsupported", message);
    };
  }

  static Reply notFound() {
    return error(404, "not_found", "There is nothing at this address.");
  }

  static Reply methodNotAllowed(String allowed) {
    return error(405, "method_not_allowed", "This address takes " + allowed + " only.")
        .with("allow", allowed);
  }

  /** Says nothing about what went wrong: that is for the log. */
  static Reply broken() {
    return error(
        500, "internal", "Something went wrong on our side: please try again in a moment.");
  }

  private static Reply error(int status, String code, String message) {
    return new Reply(
        status, Map.of(), Optional.of(new ErrorAnswer(new ErrorAnswer.Fault(code, message))));
  }

  private Reply with(String header, String value) {
    return new Reply(status, Map.of(header, value), body);
  }
}
