package io.github.idols.cloud;

import static io.github.idols.cloud.Items.number;
import static io.github.idols.cloud.Items.text;

import io.github.idols.core.job.Job;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.fancam.Fancam;
import io.github.idols.core.job.fancam.FancamId;
import io.github.idols.core.job.fancam.Fancams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Fancams in the table of jobs: one item for those of a job, beside the job's own, which every
 * chunk rewrites and which is to stay small. A fancam is a map in it; the numbers of its chunks are
 * a set of their own, since sets grow at the top of an item alone. Every change is one conditional
 * write. Safe for use by several threads.
 */
final class DynamoFancams implements Fancams {
  /** No id of a job holds this letter. */
  private static final String ITEM = "fancams#";

  /** Ids of all; the condition on how many there are counts it. */
  private static final String ALL = "asked";

  /** Ids of those in the making; not there when there is none. */
  private static final String WORKING = "working";

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoFancams(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** The key of what a job's deletion takes along. */
  static String key(JobId job) {
    return ITEM + job;
  }

  private static String map(FancamId fancam) {
    return "fancam#" + fancam;
  }

  private static String cut(FancamId fancam) {
    return "cut#" + fancam;
  }

  @Override
  public List<Fancam> of(JobId job) {
    return all(
        dynamo
            .getItem(request -> request.tableName(table).key(itemKey(job)).consistentRead(true))
            .item());
  }

  @Override
  public Optional<Fancam> find(JobId job, FancamId fancam) {
    return of(job).stream().filter(each -> each.id().equals(fancam)).findFirst();
  }

  @Override
  public boolean ask(Job job, Fancam fancam) {
    Map<String, AttributeValue> map =
        Items.item()
            .put("person", fancam.person())
            .put("version", fancam.version())
            .put("chunks", fancam.chunks())
            .build();
    return update(
            job.id(),
            fancam.id(),
            "SET #fancam = :map, expires = :expires ADD #all :id, #working :id",
            "attribute_not_exists(#fancam)"
                + " AND (attribute_not_exists(#all) OR size(#all) < :most)"
                + " AND (attribute_not_exists(#working) OR size(#working) < :atonce)",
            Set.of("#fancam", "#all", "#working"),
            Map.of(
                ":map", AttributeValue.fromM(map),
                ":id", AttributeValue.fromSs(List.of(fancam.id().value())),
                ":expires", number(JobItems.expires(job.created())),
                ":most", number(MOST),
                ":atonce", number(MOST_WORKING)))
        .isPresent();
  }

  @Override
  public Optional<Fancam> cut(JobId job, FancamId fancam, int chunk) {
    return update(
            job,
            fancam,
            "ADD #cut :chunk",
            "attribute_exists(#fancam)",
            Set.of("#fancam", "#cut"),
            Map.of(":chunk", AttributeValue.fromNs(List.of(Integer.toString(chunk)))))
        .flatMap(item -> all(item).stream().filter(each -> each.id().equals(fancam)).findFirst());
  }

  @Override
  public boolean joined(JobId job, FancamId fancam, List<String> notes) {
    return end(job, fancam, "notes", Items.texts(notes));
  }

  @Override
  public boolean fail(JobId job, FancamId fancam, String reason) {
    return end(job, fancam, "reason", text(reason));
  }

  private boolean end(JobId job, FancamId fancam, String field, AttributeValue value) {
    return update(
            job,
            fancam,
            "SET #fancam." + field + " = :value DELETE #working :ids",
            "contains(#working, :id)",
            Set.of("#fancam", "#working"),
            Map.of(
                ":value", value,
                ":ids", AttributeValue.fromSs(List.of(fancam.value())),
                ":id", text(fancam.value())))
        .isPresent();
  }

  @Override
  public boolean delete(JobId job, FancamId fancam) {
    return update(
            job,
            fancam,
            "REMOVE #fancam, #cut DELETE #all :id, #working :id",
            "attribute_exists(#fancam)",
            Set.of("#fancam", "#cut", "#all", "#working"),
            Map.of(":id", AttributeValue.fromSs(List.of(fancam.value()))))
        .isPresent();
  }

  /** Reads the whole table: it is asked for once, when a machine starts. */
  @Override
  public List<Key> working() {
    return dynamo
        .scanPaginator(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .filterExpression("attribute_exists(#working)")
                    .expressionAttributeNames(Map.of("#working", WORKING)))
        .items()
        .stream()
        .flatMap(
            item -> {
              JobId job = new JobId(text(item, DynamoJobs.KEY).substring(ITEM.length()));
              return all(item).stream()
                  .filter(Fancam::isWorking)
                  .map(each -> new Key(job, each.id()));
            })
        .toList();
  }

  private static List<Fancam> all(Map<String, AttributeValue> item) {
    return ids(item, ALL).stream().map(id -> fancam(item, new FancamId(id))).toList();
  }

  private static Fancam fancam(Map<String, AttributeValue> item, FancamId id) {
    Map<String, AttributeValue> map = Items.get(item, map(id)).m();
    Optional<String> reason = Items.optionalText(map, "reason");
    Fancam.State ended = reason.isPresent() ? Fancam.State.FAILED : Fancam.State.DONE;
    AttributeValue cut = item.get(cut(id));
    AttributeValue notes = map.get("notes");
    return new Fancam(
        id,
        text(map, "person"),
        (int) number(map, "version"),
        (int) number(map, "chunks"),
        ids(item, WORKING).contains(id.value()) ? Fancam.State.WORKING : ended,
        cut == null
            ? Set.of()
            : cut.ns().stream().map(Integer::valueOf).collect(Collectors.toSet()),
        reason,
        notes == null ? List.of() : notes.l().stream().map(AttributeValue::s).toList());
  }

  private static List<String> ids(Map<String, AttributeValue> item, String set) {
    AttributeValue value = item.get(set);
    return value == null ? List.of() : value.ss();
  }

  /**
   * Writes if the condition holds.
   *
   * @param names which of {@code #fancam}, {@code #cut}, {@code #all}, {@code #working} are used
   * @return the item as it is afterwards
   */
  private Optional<Map<String, AttributeValue>> update(
      JobId job,
      FancamId fancam,
      String update,
      String condition,
      Set<String> names,
      Map<String, AttributeValue> values) {
    Map<String, String> named =
        new HashMap<>(
            Map.of("#fancam", map(fancam), "#cut", cut(fancam), "#all", ALL, "#working", WORKING));
    named.keySet().retainAll(names);
    return ConditionalWrite.update(
        dynamo,
        request ->
            request
                .tableName(table)
                .key(itemKey(job))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(named)
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.ALL_NEW));
  }

  private static Map<String, AttributeValue> itemKey(JobId job) {
    return Map.of(DynamoJobs.KEY, text(key(job)));
  }
}
