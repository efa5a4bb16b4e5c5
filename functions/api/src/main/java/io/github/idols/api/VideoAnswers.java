package io.github.idols.api;

import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobLinks;
import io.github.idols.core.job.fancam.Fancam;
import io.github.idols.core.job.fancam.FancamLinks;
import io.github.idols.core.job.fancam.Fancams;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells of jobs what a share link shows. */
final class VideoAnswers {
  private final JobLinks links;
  private final Fancams fancams;
  private final FancamLinks fancamLinks;

  VideoAnswers(JobLinks links, Fancams fancams, FancamLinks fancamLinks) {
    this.links = links;
    this.fancams = fancams;
    this.fancamLinks = fancamLinks;
  }

  VideoAnswer of(Job job) {
    // Before it is named there can be none: that spares those who wait a look into the table.
    List<Fancam> there = job.galleryVersion().isPresent() ? fancams.of(job.id()) : List.of();
    return VideoAnswer.of(
        job,
        links,
        there.stream()
            .sorted(Comparator.comparing(Fancam::person).thenComparing(Fancam::version))
            .map(fancam -> answer(job, fancam))
            .toList());
  }

  private VideoAnswer.FancamAnswer answer(Job job, Fancam fancam) {
    return new VideoAnswer.FancamAnswer(
        fancam.id().value(),
        fancam.person(),
        fancam.state().word(),
        fancam.cut().size(),
        fancam.chunks(),
        fancam.version() == job.corrected().named(),
        fancam.reason(),
        fancam.notes(),
        fancam.state() == Fancam.State.DONE ? Optional.of(link(job, fancam)) : Optional.empty());
  }

  private URI link(Job job, Fancam fancam) {
    String saveAs = JobLinks.titled(job, fancam.person() + ".mp4");
    return fancamLinks.fancam(job.id(), fancam.id(), saveAs, JobLinks.VALID);
  }
}
