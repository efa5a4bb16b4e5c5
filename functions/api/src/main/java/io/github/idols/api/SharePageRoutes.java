package io.github.idols.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.JobLinks;
import io.github.idols.core.job.ResultFile;
import io.github.idols.core.job.ShareId;
import io.github.idols.core.job.SharedJobs;
import io.github.idols.core.job.SitePage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The routes of share links as a browser opens them, and as a chat looks at them that shows a card
 * of a link: such a one runs no script, so the HTML has to say what the video is.
 */
final class SharePageRoutes {
  private static final JsonMapper JSON = new JsonMapper();

  /** Behind a link: its picture. */
  private static final String PREVIEW = "/preview.jpg";

  private final SharedJobs jobs;
  private final JobFiles files;
  private final SitePage page;

  SharePageRoutes(SharedJobs jobs, JobFiles files, SitePage page) {
    this.jobs = jobs;
    this.files = files;
    this.page = page;
  }

  List<Route> routes() {
    String template = HttpEvents.SHARED + "{share}";
    return List.of(
        new Route("GET", template, this::page),
        // Who only wants to know whether there is something gets no body from the server before.
        new Route("HEAD", template, this::page),
        new Route("GET", template + PREVIEW, this::preview));
  }

  /** Unknown links lead to the page alone, which says that there is nothing. */
  private Reply page(Request request) throws DeclinedException {
    String share = request.ids().getOrDefault("share", "");
    Optional<Job> job = ShareId.isId(share) ? jobs.find(new ShareId(share)) : Optional.empty();
    try {
      String html = page.html();
      return Reply.ok(
          new Html(
              job.isPresent() && request.origin().isPresent()
                  ? card(job.get(), request.origin().get()).in(html)
                  : html));
    } catch (FileNotFoundException e) {
      throw new DeclinedException(
          Why.NOT_FOUND, "The page has not been put here yet: docs/operations.md says how.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LinkCard card(Job job, String origin) throws IOException {
    String url = origin + HttpEvents.SHARED + job.share().value();
    return new LinkCard(
        job.file().name(),
        cast(job),
        url,
        JobLinks.isThere(job, ResultFile.PREVIEW) ? Optional.of(url + PREVIEW) : Optional.empty());
  }

  /**
   * The picture itself and no way to it: a signed address runs out, this one does with the link.
   */
  private Reply preview(Request request) throws DeclinedException {
    Optional<Job> job =
        jobs.find(request.share()).filter(found -> JobLinks.isThere(found, ResultFile.PREVIEW));
    try {
      Optional<byte[]> picture =
          job.isEmpty() ? Optional.empty() : files.result(job.get().id(), ResultFile.PREVIEW);
      return Reply.ok(
          new Jpeg(
              picture.orElseThrow(
                  () -> new DeclinedException(Why.NOT_FOUND, "There is no such picture."))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody before the video is named. */
  private List<String> cast(Job job) throws IOException {
    Optional<byte[]> cast = files.result(job.id(), ResultFile.CAST);
    return cast.isEmpty()
        ? List.of()
        : JSON.readTree(cast.get()).path("cast").findValues("name").stream()
            .map(JsonNode::asText)
            .toList();
  }
}
