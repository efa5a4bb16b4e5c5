package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.job.fancam.AskFancam;
import java.util.List;

/** The routes of fancams, for the makers of finished jobs. */
final class FancamRoutes {
  private static final String FANCAMS = "/jobs/{job}/fancams";

  private final AskFancam fancams;

  FancamRoutes(AskFancam fancams) {
    this.fancams = fancams;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", FANCAMS, this::ask),
        new Route("DELETE", FANCAMS + "/{fancam}", this::delete));
  }

  private record Asked(String id) {}

  private Reply ask(Request request) throws DeclinedException {
    String person = request.body().json().text("person");
    return Reply.ok(new Asked(fancams.ask(request.job(), request.secret(), person).value()));
  }

  private Reply delete(Request request) throws DeclinedException {
    fancams.delete(request.job(), request.secret(), request.fancam());
    return Reply.done();
  }
}
