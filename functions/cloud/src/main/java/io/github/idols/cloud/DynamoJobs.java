package io.github.idols.cloud;

import static io.github.idols.cloud.Items.number;
import static io.github.idols.cloud.Items.text;

import io.github.idols.core.cost.Runs;
import io.github.idols.core.cost.Step;
import io.github.idols.core.job.Fan;
import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.JobState;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.NewJob;
import io.github.idols.core.job.Outline;
import io.github.idols.core.job.ShareId;
import io.github.idols.core.label.Corrections;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Jobs in a DynamoDB table: an item for each, and one that leads from its share link to it. Every
 * change is one conditional write. Safe for use by several threads.
 */
public final class DynamoJobs implements Jobs {
  /** The key of the table: a job's id, or that of a share behind {@link #SHARE}. */
  static final String KEY = "id";

  /** No id of a job holds this letter. */
  private static final String SHARE = "share#";

  /** Labels without what was said of them last; what is not there at all differs from anything. */
  private static final String LACKING =
      "(#state = :d AND attribute_exists(version) AND version <> named)";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoJobs(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public void create(NewJob job) {
    // The share first: one that leads nowhere harms nobody, a job without its share could not be
    // shown. Nobody knows the ids yet, so that writing twice is writing once.
    putLink(job.share(), job.id(), job.created());
    Map<String, AttributeValue> item = JobItems.item(job);
    dynamo.putItem(request -> request.tableName(table).item(item));
  }

  @Override
  public Optional<Job> find(JobId id) {
    return get(id.value()).map(JobItems::job);
  }

  @Override
  public Optional<Job> findByShare(ShareId share) {
    // A link whose end was never reached is still there, but no longer its job's.
    return get(SHARE + share)
        .map(item -> new JobId(text(item, "job")))
        .flatMap(this::find)
        .filter(job -> job.share().equals(share));
  }

  @Override
  public boolean share(Job job, ShareId next) {
    // The new one first: until the job has it, it leads nowhere.
    putLink(next, job.id(), job.created());
    boolean shared =
        update(
            job.id(),
            "SET #share = :next",
            "#share = :old",
            Map.of("#share", JobItems.SHARE),
            Map.of(":next", text(next.value()), ":old", text(job.share().value())));
    deleteLink(shared ? job.share() : next);
    return shared;
  }

  private void putLink(ShareId share, JobId job, Instant created) {
    Map<String, AttributeValue> item =
        Items.item()
            .put(KEY, SHARE + share)
            .put("job", job.value())
            .put(JobItems.EXPIRES, number(JobItems.expires(created)))
            .build();
    dynamo.putItem(request -> request.tableName(table).item(item));
  }

  private void deleteLink(ShareId share) {
    dynamo.deleteItem(request -> request.tableName(table).key(key(SHARE + share)));
  }

  private Optional<Map<String, AttributeValue>> get(String key) {
    return Optional.of(
            dynamo
                .getItem(request -> request.tableName(table).key(key(key)).consistentRead(true))
                .item())
        .filter(item -> !item.isEmpty());
  }

  @Override
  public boolean planned(JobId id, Outline outline) {
    return update(
        id,
        "SET #state = :next, outline = :outline",
        "#state = :state",
        Map.of(
            ":state", state(JobState.UPLOADING),
            ":next", state(JobState.RECOGNIZING),
            ":outline", AttributeValue.fromM(JobItems.outline(outline))));
  }

  @Override
  public Optional<Job> finished(JobId id, Fan fan, int chunk) {
    String set =
        switch (fan) {
          case RECOGNIZE -> JobItems.RECOGNIZED;
          case RENDER -> JobItems.RENDERED;
        };
    return ConditionalWrite.update(
            dynamo,
            request ->
                request
                    .tableName(table)
                    .key(key(id.value()))
                    .updateExpression("ADD #set :chunk")
                    .conditionExpression("attribute_exists(#id)")
                    .expressionAttributeNames(Map.of("#set", set, "#id", KEY))
                    .expressionAttributeValues(
                        Map.of(":chunk", AttributeValue.fromNs(List.of("" + chunk))))
                    .returnValues(ReturnValue.ALL_NEW))
        .map(JobItems::job);
  }

  @Override
  public boolean claim(JobId id, Fan after, Instant now, Instant until) {
    JobState state =
        switch (after) {
          case RECOGNIZE -> JobState.RECOGNIZING;
          case RENDER -> JobState.RENDERING;
        };
    return claim(id, state, now, until);
  }

  private boolean claim(JobId id, JobState state, Instant now, Instant until) {
    return update(
        id,
        "SET claimedUntil = :until",
        "#state = :state AND (attribute_not_exists(claimedUntil) OR claimedUntil <= :now)",
        Map.of(
            ":state", state(state),
            ":now", number(now.toEpochMilli()),
            ":until", number(until.toEpochMilli())));
  }

  @Override
  public boolean named(JobId id, long galleryVersion) {
    return update(
        id,
        "SET #state = :next, galleryVersion = :version REMOVE claimedUntil",
        "#state = :state",
        Map.of(
            ":state", state(JobState.RECOGNIZING),
            ":next", state(JobState.RENDERING),
            ":version", number(galleryVersion)));
  }

  @Override
  public boolean joined(JobId id, List<String> notes) {
    return update(
        id,
        "SET #state = :next, notes = :notes, drawn = if_not_exists(named, :none) REMOVE claimedUntil",
        "#state = :state",
        Map.of(
            ":none", number(0),
            ":state", state(JobState.RENDERING),
            ":next", state(JobState.DONE),
            ":notes", Items.texts(notes)));
  }

  @Override
  public boolean correct(JobId id, Corrections corrections, int version) {
    return update(
        id,
        "SET corrections = :corrections, version = :next, named = if_not_exists(named, :none)",
        "#state = :state AND "
            + (version == 0 ? "attribute_not_exists(version)" : "version = :version"),
        version == 0
            ? Map.of(
                ":state", state(JobState.DONE),
                ":corrections", JobItems.corrections(corrections),
                ":none", number(0),
                ":next", number(1))
            : Map.of(
                ":state", state(JobState.DONE),
                ":corrections", JobItems.corrections(corrections),
                ":none", number(0),
                ":version", number(version),
                ":next", number(version + 1L)));
  }

  @Override
  public boolean claimCorrection(JobId id, Instant now, Instant until) {
    return claim(id, JobState.DONE, now, until);
  }

  @Override
  public boolean corrected(JobId id, int version, long galleryVersion) {
    return update(
        id,
        "SET named = :version, galleryVersion = :gallery REMOVE claimedUntil",
        "#state = :state AND version = :version",
        Map.of(
            ":state", state(JobState.DONE),
            ":version", number(version),
            ":gallery", number(galleryVersion)));
  }

  @Override
  public boolean redraw(JobId id, Instant now) {
    return update(
        id,
        "SET #state = :next REMOVE rendered",
        "#state = :state AND attribute_exists(version) AND version = named"
            + " AND (attribute_not_exists(claimedUntil) OR claimedUntil <= :now)",
        Map.of(
            ":state", state(JobState.DONE),
            ":next", state(JobState.RENDERING),
            ":now", number(now.toEpochMilli())));
  }

  @Override
  public boolean refuse(JobId id, String reason) {
    return end(id, JobState.REFUSED, reason);
  }

  @Override
  public boolean fail(JobId id, String reason) {
    return end(id, JobState.FAILED, reason);
  }

  private boolean end(JobId id, JobState state, String reason) {
    return update(
        id,
        "SET #state = :next, reason = :reason REMOVE claimedUntil",
        "#state IN (:a, :b, :c)",
        Map.of(
            ":next", state(state),
            ":reason", text(reason),
            ":a", state(JobState.UPLOADING),
            ":b", state(JobState.RECOGNIZING),
            ":c", state(JobState.RENDERING)));
  }

  @Override
  public boolean delete(JobId id) {
    // First, so that whoever is cut off in between finds the job again.
    dynamo.deleteItem(request -> request.tableName(table).key(key(DynamoFancams.key(id))));
    Map<String, AttributeValue> old =
        dynamo
            .deleteItem(
                request ->
                    request.tableName(table).key(key(id.value())).returnValues(ReturnValue.ALL_OLD))
            .attributes();
    if (old.isEmpty()) {
      return false;
    }
    // If this is never reached, the link leads nowhere, and goes when it expires.
    deleteLink(new ShareId(text(old, JobItems.SHARE)));
    return true;
  }

  /** Reads the whole table, as {@link #unfinished} does: on AWS the table forgets by itself. */
  @Override
  public List<Job> expired(Instant now) {
    return scan(
        "attribute_exists(#state) AND expires <= :now",
        Map.of(":now", number(now.getEpochSecond())));
  }

  /**
   * Reads the whole table: it is asked for once, when a machine starts. With many jobs, an index by
   * state would be cheaper.
   */
  @Override
  public List<Job> unfinished() {
    return scan(
        "#state IN (:a, :b, :c) OR " + LACKING,
        Map.of(
            ":a", state(JobState.UPLOADING),
            ":b", state(JobState.RECOGNIZING),
            ":c", state(JobState.RENDERING),
            ":d", state(JobState.DONE)));
  }

  private List<Job> scan(String filter, Map<String, AttributeValue> values) {
    return dynamo
        .scanPaginator(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .filterExpression(filter)
                    .expressionAttributeNames(Map.of("#state", JobItems.STATE))
                    .expressionAttributeValues(values))
        .items()
        .stream()
        .map(JobItems::job)
        .toList();
  }

  @Override
  public void ran(JobId id, Step step, Runs runs) {
    update(
        id,
        "ADD " + JobItems.runs(step) + " :count, " + JobItems.megabyteMillis(step) + " :time",
        "attribute_exists(#state)",
        Map.of(":count", number(runs.count()), ":time", number(runs.megabyteMillis())));
  }

  @Override
  public void release(JobId id) {
    update(id, "REMOVE claimedUntil", "attribute_exists(#state)", Map.of());
  }

  /** Writes if the condition, which always names {@code #state}, holds. */
  private boolean update(
      JobId id, String update, String condition, Map<String, AttributeValue> values) {
    return update(id, update, condition, Map.of("#state", JobItems.STATE), values);
  }

  private boolean update(
      JobId id,
      String update,
      String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    return ConditionalWrite.update(
            dynamo,
            request -> {
              request
                  .tableName(table)
                  .key(key(id.value()))
                  .updateExpression(update)
                  .conditionExpression(condition)
                  .expressionAttributeNames(names);
              if (!values.isEmpty()) {
                request.expressionAttributeValues(values);
              }
            })
        .isPresent();
  }

  private static AttributeValue state(JobState state) {
    return text(state.word());
  }

  private static Map<String, AttributeValue> key(String value) {
    return Map.of(KEY, text(value));
  }
}
