package io.github.idols.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.idols.core.job.JobFiles;
import io.github.idols.core.job.JobFilesContract;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.ResultFile;
import io.github.idols.core.job.VideoFile;
import io.github.idols.core.job.VideoUploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(LocalCloud.Extension.class)
class S3JobFilesTest extends JobFilesContract {
  private final LocalCloud cloud;
  private final S3Client s3;

  S3JobFilesTest(LocalCloud cloud) {
    this.cloud = cloud;
    s3 = cloud.clients().s3();
  }

  @Override
  protected JobFiles files() {
    return cloud.cloud().jobFiles();
  }

  @Override
  protected void upload(JobId id, byte[] video) {
    s3.putObject(
        request -> request.bucket("uploads").key("videos/" + id), RequestBody.fromBytes(video));
  }

  @Override
  protected byte[] result(JobId id, ResultFile result) {
    return s3.getObjectAsBytes(
            request -> request.bucket("results").key("jobs/" + id + "/" + result.file()))
        .asByteArray();
  }

  @Override
  protected boolean isEmpty(JobId id) {
    return s3.listObjectsV2(request -> request.bucket("results").prefix("jobs/" + id + "/"))
            .contents()
            .isEmpty()
        && s3.listObjectsV2(request -> request.bucket("uploads").prefix("videos/" + id))
            .contents()
            .isEmpty();
  }

  @Test
  void deletesAnUploadThatIsHalfDone() throws IOException {
    JobId id = JobId.random(new SecureRandom());
    VideoUploads uploads = cloud.cloud().uploads();
    VideoFile file = new VideoFile("mv.mp4", "video/mp4", VideoUploads.PART_SIZE + 1);
    String upload = uploads.begin(id, file);
    s3.uploadPart(
        request -> request.bucket("uploads").key("videos/" + id).uploadId(upload).partNumber(2),
        RequestBody.fromBytes(new byte[1]));
    files().delete(id, upload);
    assertTrue(
        s3.listMultipartUploads(request -> request.bucket("uploads")).uploads().stream()
            .noneMatch(left -> left.uploadId().equals(upload)));
  }

  @Test
  void tellsBrowsersWhatResultsAre(@TempDir Path folder) throws IOException {
    JobId id = JobId.random(new SecureRandom());
    Path file = Files.write(folder.resolve("file"), new byte[1]);
    for (ResultFile result : ResultFile.values()) {
      files().saveResult(id, result, file);
      assertEquals(
          result.type(),
          s3.headObject(
                  request -> request.bucket("results").key("jobs/" + id + "/" + result.file()))
              .contentType());
    }
  }
}
