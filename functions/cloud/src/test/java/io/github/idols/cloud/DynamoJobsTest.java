package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.job.Fan;
import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.JobsContract;
import io.github.idols.core.job.NewJob;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalCloud.Extension.class)
class DynamoJobsTest extends JobsContract {
  private final LocalCloud cloud;

  DynamoJobsTest(LocalCloud cloud) {
    this.cloud = cloud;
  }

  @Override
  protected Jobs jobs() {
    return cloud.cloud().jobs();
  }

  private Map<String, AttributeValue> item(String id) {
    return cloud
        .clients()
        .dynamo()
        .getItem(request -> request.tableName("jobs").key(Map.of("id", AttributeValue.fromS(id))))
        .item();
  }

  @Test
  void letsJobsAndSharesGoAfterThirtyDays() {
    NewJob job = newJob();
    jobs().create(job);
    String expires = Long.toString(job.created().getEpochSecond() + 30 * 24 * 60 * 60);
    assertEquals(AttributeValue.fromN(expires), item(job.id().value()).get("expires"));
    assertEquals(AttributeValue.fromN(expires), item("share#" + job.share()).get("expires"));
  }

  @Test
  void leavesNothingOfADeletedJob() {
    NewJob job = newJob();
    jobs().create(job);
    assertTrue(jobs().delete(job.id()));
    assertEquals(Map.of(), item(job.id().value()));
    assertEquals(Map.of(), item("share#" + job.share()));
  }

  /** A write costs by the kilobyte, and there is one for every chunk that is done. */
  @Test
  void keepsAnHourSmall() {
    NewJob job = newJob();
    jobs().create(job);
    assertTrue(jobs().planned(job.id(), outline(360)));
    IntStream.range(0, 360).forEach(chunk -> jobs().finished(job.id(), Fan.RECOGNIZE, chunk));
    int size =
        item(job.id().value()).values().stream().mapToInt(value -> value.toString().length()).sum();
    assertTrue(size < 20_000, () -> "characters: " + size);
  }
}
