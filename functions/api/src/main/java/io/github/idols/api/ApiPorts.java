package io.github.idols.api;

import io.github.idols.cloud.Cloud;
import io.github.idols.core.gallery.CopyGallery;
import io.github.idols.core.gallery.EditGallery;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.OwnedGalleries;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.ShareGallery;
import io.github.idols.core.job.CorrectJob;
import io.github.idols.core.job.DeleteJob;
import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.JobLinks;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.Links;
import io.github.idols.core.job.OwnedJobs;
import io.github.idols.core.job.RenewLink;
import io.github.idols.core.job.SharedJobs;
import io.github.idols.core.job.SitePage;
import io.github.idols.core.job.StartJob;
import io.github.idols.core.job.Tasks;
import io.github.idols.core.job.UploadVideo;
import io.github.idols.core.job.VideoUploads;
import io.github.idols.core.job.fancam.AskFancam;
import io.github.idols.core.job.fancam.FancamLinks;
import io.github.idols.core.job.fancam.FancamTasks;
import io.github.idols.core.job.fancam.FancamWork;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the API works on.
 *
 * @param tasks of which it sends no other than {@link Tasks#name}
 * @param fancams of whose tasks it sends no other than {@link FancamTasks#stitch}
 */
public record ApiPorts(
    Galleries galleries,
    PictureFiles pictures,
    Jobs jobs,
    JobFiles files,
    VideoUploads uploads,
    Tasks tasks,
    Links links,
    FancamWork fancams,
    FancamLinks fancamLinks,
    SitePage page,
    Clock clock) {
  /** Those on Amazon's services. */
  public static ApiPorts of(Cloud cloud) {
    return new ApiPorts(
        cloud.galleries(),
        cloud.pictureFiles(),
        cloud.jobs(),
        cloud.jobFiles(),
        cloud.uploads(),
        cloud.stitching(),
        cloud.links(),
        cloud.fancams(cloud.stitching()),
        cloud.links(),
        cloud.sitePage(),
        Clock.systemUTC());
  }

  /** All routes, over use cases on these ports. */
  List<Route> routes() {
    SecureRandom random = new SecureRandom();
    OwnedJobs owned = new OwnedJobs(jobs, clock);
    VideoAnswers answers = new VideoAnswers(new JobLinks(links), fancams.fancams(), fancamLinks);
    SharedJobs shared = new SharedJobs(jobs, clock);
    OwnedGalleries ownedGalleries = new OwnedGalleries(galleries);
    ShareGallery sharing = new ShareGallery(galleries, clock, random);
    return Stream.of(
            new GalleryRoutes(
                    ownedGalleries, sharing, pictures, new EditGallery(galleries, pictures, random))
                .routes(),
            new GalleryShareRoutes(sharing, new CopyGallery(galleries, pictures, clock), pictures)
                .routes(),
            new JobRoutes(
                    owned,
                    new StartJob(jobs, uploads, clock, random),
                    ownedGalleries,
                    sharing,
                    new UploadVideo(owned, uploads),
                    new DeleteJob(owned, jobs, files),
                    answers)
                .routes(),
            new CorrectionRoutes(new CorrectJob(owned, jobs, tasks, galleries, clock)).routes(),
            new FancamRoutes(
                    new AskFancam(owned, fancams.fancams(), fancams.files(), fancams.tasks()))
                .routes(),
            new ShareRoutes(shared, new RenewLink(owned, jobs, random), answers).routes(),
            new SharePageRoutes(shared, files, page).routes(),
            new LimitRoutes().routes())
        .flatMap(List::stream)
        .toList();
  }
}
