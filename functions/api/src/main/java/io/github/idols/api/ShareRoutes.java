package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.RenewLink;
import io.github.idols.core.job.SharedJobs;
import java.util.List;
import java.util.Optional;

/**
 * The routes of share links: whoever has one may look, and nothing more; whoever made the video may
 * have it another. An unknown link, one that was renewed and one that expired look the same.
 */
final class ShareRoutes {
  private final SharedJobs jobs;
  private final RenewLink renewal;
  private final VideoAnswers answers;

  ShareRoutes(SharedJobs jobs, RenewLink renewal, VideoAnswers answers) {
    this.jobs = jobs;
    this.renewal = renewal;
    this.answers = answers;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/shares/{share}", this::show),
        new Route("POST", "/jobs/{job}/share", this::renew));
  }

  private record Link(String share) {}

  private Reply renew(Request request) throws DeclinedException {
    return Reply.ok(new Link(renewal.renew(request.job(), request.secret()).value()));
  }

  private Reply show(Request request) throws DeclinedException {
    Optional<Job> job = jobs.find(request.share());
    return Reply.ok(
        answers.of(
            job.orElseThrow(
                () ->
                    new DeclinedException(
                        Why.NOT_FOUND, "There is no such video: it may have been deleted."))));
  }
}
