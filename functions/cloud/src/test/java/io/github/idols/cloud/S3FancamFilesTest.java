package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.idols.core.job.fancam.FancamFiles;
import io.github.idols.core.job.fancam.FancamFilesContract;
import io.github.idols.core.job.fancam.FancamId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

@ExtendWith(LocalCloud.Extension.class)
class S3FancamFilesTest extends FancamFilesContract {
  private final LocalCloud cloud;
  private final S3Client s3;

  S3FancamFilesTest(LocalCloud cloud) {
    this.cloud = cloud;
    s3 = cloud.clients().s3();
  }

  @Override
  protected FancamFiles files() {
    return cloud.cloud().fancams(cloud.cloud().tasks()).files();
  }

  @Override
  protected Optional<byte[]> fancam(FancamId fancam) {
    String key = "jobs/" + job + "/fancams/" + fancam + ".mp4";
    try {
      return Optional.of(
          s3.getObjectAsBytes(request -> request.bucket("results").key(key)).asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  protected long count() {
    return s3.listObjectsV2(request -> request.bucket("results").prefix("jobs/" + job + "/"))
        .contents()
        .size();
  }

  @Test
  void goWithTheFilesOfTheirJob(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[1]);
    FancamId fancam = FancamId.of("Lisa", 0);
    files().saveChunk(job, fancam, 0, file);
    files().save(job, fancam, file);
    cloud.cloud().jobFiles().delete(job, "upload");
    assertEquals(0, count());
  }
}
