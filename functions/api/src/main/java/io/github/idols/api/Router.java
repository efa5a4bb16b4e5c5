package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the route of a request. Immutable. */
final class Router {
  private final List<Route> routes;

  Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  List<Route> routes() {
    return routes;
  }

  /** Answers a request, or says why not. */
  Reply answer(
      String method, String path, Optional<Secret> secret, Body body, Optional<String> origin) {
    List<Route> family = routes.stream().filter(r -> r.match(path).isPresent()).toList();
    Optional<Route> route = family.stream().filter(r -> r.method().equals(method)).findFirst();
    if (family.isEmpty()) {
      return Reply.notFound();
    }
    if (route.isEmpty()) {
      return Reply.methodNotAllowed(
          family.stream().map(Route::method).collect(Collectors.joining(", ")));
    }
    try {
      return route
          .get()
          .action()
          .answer(new Request(route.get().match(path).orElseThrow(), secret, body, origin));
    } catch (DeclinedException e) {
      return Reply.declined(e);
    }
  }
}
