package io.github.idols.cloud;

import io.github.idols.core.job.Jobs;
import io.github.idols.core.job.fancam.Fancams;
import io.github.idols.core.job.fancam.FancamsContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCloud.Extension.class)
class DynamoFancamsTest extends FancamsContract {
  private final LocalCloud cloud;

  DynamoFancamsTest(LocalCloud cloud) {
    this.cloud = cloud;
  }

  @Override
  protected Jobs jobs() {
    return cloud.cloud().jobs();
  }

  @Override
  protected Fancams fancams() {
    return cloud.cloud().fancams(cloud.cloud().tasks()).fancams();
  }
}
