package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.job.CorrectJob;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The routes of what makers of finished jobs say of the names. */
final class CorrectionRoutes {
  private static final String CORRECTIONS = "/jobs/{job}/corrections";

  private final CorrectJob correct;

  CorrectionRoutes(CorrectJob correct) {
    this.correct = correct;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", CORRECTIONS, this::say),
        new Route("DELETE", CORRECTIONS + "/last", this::undo),
        new Route("POST", "/jobs/{job}/drawing", this::draw));
  }

  private record Version(int version) {}

  private Reply say(Request request) throws DeclinedException {
    Fields json = request.body().json();
    Set<Integer> tracks = new TreeSet<>(json.wholes("tracks", CorrectJob.MOST_TRACKS));
    if (tracks.stream().anyMatch(track -> track < 0)) {
      throw json.wrong("tracks", "ids of tracks");
    }
    return Reply.ok(
        new Version(
            correct.say(
                request.job(), request.secret(), tracks, json.text("name"), json.flag("is"))));
  }

  private Reply undo(Request request) throws DeclinedException {
    return Reply.ok(new Version(correct.undo(request.job(), request.secret())));
  }

  private Reply draw(Request request) throws DeclinedException {
    correct.draw(request.job(), request.secret());
    return Reply.done();
  }
}
