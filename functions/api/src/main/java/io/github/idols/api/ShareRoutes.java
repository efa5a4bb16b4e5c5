package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobLinks;
import io.github.idols.core.job.Jobs;
import java.util.List;
import java.util.Optional;

/** The route of share links: whoever has one may look, and nothing more. */
final class ShareRoutes {
  private final Jobs jobs;
  private final JobLinks links;

  ShareRoutes(Jobs jobs, JobLinks links) {
    this.jobs = jobs;
    this.links = links;
  }

  List<Route> routes() {
    return List.of(new Route("GET", "/shares/{share}", this::show));
  }

  private Reply show(Request request) throws DeclinedException {
    Optional<Job> job = jobs.findByShare(request.share());
    return Reply.ok(
        VideoAnswer.of(
            job.orElseThrow(
                () ->
                    new DeclinedException(
                        Why.NOT_FOUND, "There is no such video: it may have been deleted.")),
            links));
  }
}
