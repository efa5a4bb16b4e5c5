package io.github.idols.local.events;

import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.LocalCloud;
import io.github.idols.cloud.ObjectKeys;
import io.github.idols.cloud.S3SitePage;
import io.github.idols.cloud.Settings;
import io.github.idols.core.access.Secret;
import io.github.idols.core.access.SecretHash;
import io.github.idols.core.face.Embedding;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.GalleryShare;
import io.github.idols.core.gallery.GalleryShareId;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PersonNames;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.core.gallery.PictureState;
import io.github.idols.core.gallery.ShareGallery;
import io.github.idols.core.gallery.StoredGallery;
import io.github.idols.core.gallery.StoredPicture;
import io.github.idols.core.job.FakeFilm;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.NewJob;
import io.github.idols.core.job.ShareId;
import io.github.idols.core.job.VideoFile;
import io.github.idols.core.job.VideoUploads;
import io.github.idols.core.job.fancam.Fancams;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What the samples in {@code events/} take for granted, and what they leave behind. */
final class SampleState {
  static final int CHUNKS = 3;

  /** Of the samples about a video's way. */
  static final JobId JOB = new JobId("Zk3vX0nq8mR2tYbW5sLd1A");

  /** Of the samples about a gallery's picture. */
  static final GalleryId GALLERY = new GalleryId("pQ7rT2uV9wX4yZ1aB6cD3g");

  /** Of the samples of the API. */
  static final JobId API_JOB = new JobId("sample-job-id-00000001");

  static final GalleryId API_GALLERY = new GalleryId("sample-gallery-id-0001");

  /** An empty one, of the sample that copies. */
  static final GalleryId API_COPY = new GalleryId("sample-gallery-id-0002");

  static final GalleryShareId API_GALLERY_SHARE = new GalleryShareId("sample-gallery-shr-001");

  /** Of the message that nobody understands. */
  static final String POISON = "5f0c7d1e-0a4f-4f2f-9f57-6f2f3a1f0c11";

  private static final SecretHash SECRET =
      new Secret("sample-secret-of-the-one-who-made-the-thing").hash();
  private static final PictureKey PICTURE =
      new PictureKey(GALLERY, new PersonId("hN8jK2mP5qS"), new PictureId("aB3cD6eF9gH"));
  private static final PictureKey API_PICTURE =
      new PictureKey(API_GALLERY, new PersonId("sample-prsn"), new PictureId("sample-pctr"));

  /** As api-upload-parts.json asks for. */
  private static final long FOUR_PARTS = 3 * VideoUploads.PART_SIZE + 5;

  private final LocalCloud local;

  SampleState(LocalCloud local) {
    this.local = local;
  }

  Cloud cloud() {
    return local.cloud();
  }

  Fancams fancams() {
    return cloud().fancams(cloud().tasks()).fancams();
  }

  /** Makes it as the samples take it to be, whatever was there. */
  void begin() throws IOException {
    begin(GALLERY, PICTURE, new PictureState.Waiting());
    begin(
        API_GALLERY,
        API_PICTURE,
        new PictureState.Taken(Embedding.of(1, 0, 0), Optional.empty(), 50, 1, Optional.empty()));
    String page = "<head><title>idols</title></head>";
    s3().putObject(
            put -> put.bucket(local.setting(Settings.Name.SITE_BUCKET)).key(S3SitePage.KEY),
            RequestBody.fromString(page));
    cloud()
        .galleries()
        .share(
            API_GALLERY,
            new GalleryShare(API_GALLERY_SHARE, Instant.now().plus(ShareGallery.TERM)));
    cloud().galleries().delete(API_COPY);
    cloud().galleries().create(API_COPY, "Copy", SECRET);
    put(ObjectKeys.picture(API_PICTURE), resource("/demo/franck_01829.jpg"));
    put(ObjectKeys.picture(PICTURE), resource("/demo/franck_01829.jpg"));
    byte[] film = FakeFilm.of(CHUNKS);
    begin(JOB, "Zshareshareshareshares", film.length, API_GALLERY);
    put(ObjectKeys.video(JOB), film);
    begin(API_JOB, "sample-share-id-000001", FOUR_PARTS, API_GALLERY);
    recognizeMessages();
  }

  private void begin(GalleryId id, PictureKey picture, PictureState state) {
    Galleries galleries = cloud().galleries();
    galleries.delete(id);
    galleries.create(id, "Sample", SECRET);
    galleries.putPerson(id, picture.person(), PersonNames.of("Momo"));
    galleries.addPictures(
        id,
        picture.person(),
        List.of(new StoredPicture(picture.picture(), "1.jpg", new PictureState.Waiting())));
    if (!(state instanceof PictureState.Waiting)) {
      galleries.decide(picture, state);
    }
  }

  private void begin(JobId id, String share, long size, GalleryId gallery) throws IOException {
    Optional<Job> old = cloud().jobs().find(id);
    if (old.isPresent()) {
      cloud().jobs().delete(id);
      cloud().jobFiles().delete(id, old.get().upload());
    }
    VideoFile file = new VideoFile("mv.mp4", "video/mp4", size);
    cloud()
        .jobs()
        .create(
            new NewJob(
                id,
                new ShareId(share),
                SECRET,
                file,
                cloud().uploads().begin(id, file),
                gallery,
                "Sample",
                MatcherKind.CENTROID,
                Instant.now()));
  }

  private void put(String key, byte[] bytes) {
    s3().putObject(put -> put.bucket(uploads()).key(key), RequestBody.fromBytes(bytes));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SampleState.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  /** Uploads the API's video. */
  void uploadParts() {
    String upload = cloud().jobs().find(API_JOB).orElseThrow().upload();
    for (int i = 1; i <= VideoUploads.parts(FOUR_PARTS); i++) {
      int number = i;
      s3().uploadPart(
              part ->
                  part.bucket(uploads())
                      .key(ObjectKeys.video(API_JOB))
                      .uploadId(upload)
                      .partNumber(number),
              RequestBody.fromBytes(new byte[(int) VideoUploads.partSize(FOUR_PARTS, number)]));
    }
  }

  boolean isUploaded(JobId id) {
    return exists(uploads(), ObjectKeys.video(id));
  }

  /** Whether the job of a video's way has such a result. */
  boolean hasResult(String file) {
    return exists(results(), resultKey(file));
  }

  /** What a result of the job of a video's way says. */
  String result(String file) {
    return s3().getObjectAsBytes(get -> get.bucket(results()).key(resultKey(file))).asUtf8String();
  }

  private static String resultKey(String file) {
    return "jobs/" + JOB + "/" + file;
  }

  private String results() {
    return local.setting(Settings.Name.RESULTS_BUCKET);
  }

  private boolean exists(String bucket, String key) {
    try {
      s3().headObject(head -> head.bucket(bucket).key(key));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return false;
      }
      throw e;
    }
  }

  boolean hasCopiedThePicture() {
    PictureKey copy = new PictureKey(API_COPY, API_PICTURE.person(), API_PICTURE.picture());
    return exists(uploads(), ObjectKeys.picture(copy));
  }

  StoredGallery gallery(String id) {
    return cloud().galleries().find(new GalleryId(id)).orElseThrow();
  }

  StoredGallery apiGallery() {
    return gallery(API_GALLERY.value());
  }

  /** Different messages to recognizers; they are taken away. */
  Set<String> recognizeMessages() {
    SqsClient sqs = local.clients().sqs();
    String queue = local.setting(Settings.Name.RECOGNIZE_QUEUE_URL);
    Set<String> bodies = new HashSet<>();
    for (List<Message> some = receive(sqs, queue); !some.isEmpty(); some = receive(sqs, queue)) {
      for (Message message : some) {
        bodies.add(message.body());
        sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }

  private static List<Message> receive(SqsClient sqs, String queue) {
    return sqs.receiveMessage(get -> get.queueUrl(queue).maxNumberOfMessages(10)).messages();
  }

  private S3Client s3() {
    return local.clients().s3();
  }

  private String uploads() {
    return local.setting(Settings.Name.UPLOADS_BUCKET);
  }
}
