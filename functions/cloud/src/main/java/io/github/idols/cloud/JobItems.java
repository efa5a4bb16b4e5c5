package io.github.idols.cloud;

import static io.github.idols.cloud.Items.decimal;
import static io.github.idols.cloud.Items.get;
import static io.github.idols.cloud.Items.number;
import static io.github.idols.cloud.Items.optionalText;
import static io.github.idols.cloud.Items.text;

import io.github.idols.core.access.SecretHash;
import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.MatcherKind;
import io.github.idols.core.job.Corrected;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.JobState;
import io.github.idols.core.job.NewJob;
import io.github.idols.core.job.Outline;
import io.github.idols.core.job.ShareId;
import io.github.idols.core.job.VideoFile;
import io.github.idols.core.label.Correction;
import io.github.idols.core.label.Corrections;
import io.github.idols.core.video.Rational;
import io.github.idols.core.video.VideoInfo;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Jobs as items of a table. */
final class JobItems {
  static final String STATE = "state";
  static final String SHARE = "share";
  static final String RECOGNIZED = "recognized";
  static final String RENDERED = "rendered";

  /** Seconds since 1970, as DynamoDB wants them to let an item go. */
  static final String EXPIRES = "expires";

  private JobItems() {}

  static long expires(Instant created) {
    return created.plus(Job.KEPT).getEpochSecond();
  }

  static Map<String, AttributeValue> item(NewJob job) {
    Items.Builder item =
        Items.item()
            .put(DynamoJobs.KEY, job.id().value())
            .put(SHARE, job.share().value())
            .put("secret", job.secret().hex())
            .put("fileName", job.file().name())
            .put("fileSize", job.file().size())
            .put("upload", job.upload())
            .put("gallery", job.gallery().value())
            .put("galleryName", job.galleryName())
            .put("matcher", job.matcher().word())
            .put("created", job.created().toString())
            .put(EXPIRES, expires(job.created()))
            .put(STATE, JobState.UPLOADING.word());
    if (!job.file().type().isEmpty()) {
      item.put("fileType", job.file().type());
    }
    return item.build();
  }

  static Job job(Map<String, AttributeValue> item) {
    return new Job(
        new JobId(text(item, DynamoJobs.KEY)),
        new ShareId(text(item, SHARE)),
        new SecretHash(text(item, "secret")),
        new VideoFile(
            text(item, "fileName"),
            optionalText(item, "fileType").orElse(""),
            number(item, "fileSize")),
        text(item, "upload"),
        new GalleryId(text(item, "gallery")),
        text(item, "galleryName"),
        MatcherKind.from(text(item, "matcher")).orElseThrow(),
        Instant.parse(text(item, "created")),
        JobState.valueOf(text(item, STATE).toUpperCase(Locale.ROOT)),
        optionalText(item, "reason"),
        Optional.ofNullable(item.get("outline")).map(outline -> outline(outline.m())),
        numbers(item, RECOGNIZED),
        numbers(item, RENDERED),
        item.containsKey("galleryVersion")
            ? OptionalLong.of(number(item, "galleryVersion"))
            : OptionalLong.empty(),
        item.containsKey("notes")
            ? get(item, "notes").l().stream().map(AttributeValue::s).toList()
            : List.of(),
        runs(item),
        corrected(item));
  }

  /** Where a step's runs are counted; no word of DynamoDB's own. */
  static String runs(Step step) {
    return step.word() + "Runs";
  }

  /** Where a step's memory and time are added up. */
  static String megabyteMillis(Step step) {
    return step.word() + "MegabyteMillis";
  }

  private static Map<Step, Runs> runs(Map<String, AttributeValue> item) {
    Map<Step, Runs> all = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      if (item.containsKey(runs(step))) {
        all.put(step, new Runs(number(item, runs(step)), number(item, megabyteMillis(step))));
      }
    }
    return all;
  }

  private static Corrected corrected(Map<String, AttributeValue> item) {
    return new Corrected(
        new Corrections(
            item.containsKey("corrections")
                ? get(item, "corrections").l().stream().map(each -> correction(each.m())).toList()
                : List.of()),
        count(item, "version"),
        count(item, "named"),
        count(item, "drawn"));
  }

  private static int count(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name) ? (int) number(item, name) : 0;
  }

  static AttributeValue corrections(Corrections corrections) {
    return AttributeValue.fromL(
        corrections.all().stream().map(each -> AttributeValue.fromM(item(each))).toList());
  }

  private static Map<String, AttributeValue> item(Correction correction) {
    return Items.item()
        .put("name", correction.name())
        .put("is", AttributeValue.fromBool(correction.is()))
        .put(
            "tracks",
            AttributeValue.fromNs(
                correction.tracks().stream().sorted().map(String::valueOf).toList()))
        .build();
  }

  private static Correction correction(Map<String, AttributeValue> item) {
    return new Correction(numbers(item, "tracks"), text(item, "name"), get(item, "is").bool());
  }

  private static Set<Integer> numbers(Map<String, AttributeValue> item, String name) {
    return item.containsKey(name)
        ? get(item, name).ns().stream().map(Integer::valueOf).collect(Collectors.toSet())
        : Set.of();
  }

  static Map<String, AttributeValue> outline(Outline outline) {
    VideoInfo video = outline.video();
    return Items.item()
        .put("width", video.width())
        .put("height", video.height())
        .put("rotation", video.rotation())
        .put("timeBase", video.timeBase().toString())
        .put("frameRate", video.frameRate().toString())
        .put("duration", video.durationSeconds())
        .put("frames", video.frames())
        .put("codec", video.codec())
        .put("audio", AttributeValue.fromBool(video.hasAudio()))
        .put("chunkEnds", Items.bytes(ends(outline.chunkEnds())))
        .build();
  }

  private static Outline outline(Map<String, AttributeValue> item) {
    return new Outline(
        new VideoInfo(
            (int) number(item, "width"),
            (int) number(item, "height"),
            (int) number(item, "rotation"),
            rational(text(item, "timeBase")),
            rational(text(item, "frameRate")),
            decimal(item, "duration"),
            number(item, "frames"),
            text(item, "codec"),
            get(item, "audio").bool()),
        ends(Items.bytes(item, "chunkEnds")));
  }

  private static Rational rational(String text) {
    String[] parts = text.split("/", -1);
    return new Rational(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  /**
   * Eight bytes each: the item is written whole for every chunk that is done, and an hour has 360.
   */
  private static byte[] ends(List<Double> ends) {
    ByteBuffer bytes = ByteBuffer.allocate(ends.size() * Double.BYTES);
    ends.forEach(bytes::putDouble);
    return bytes.array();
  }

  private static List<Double> ends(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    List<Double> ends = new ArrayList<>(bytes.length / Double.BYTES);
    while (buffer.hasRemaining()) {
      ends.add(buffer.getDouble());
    }
    return ends;
  }
}
