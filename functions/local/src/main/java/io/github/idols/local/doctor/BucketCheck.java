package io.github.idols.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a bucket lets the page in, and nobody else. */
public final class BucketCheck implements Check {
  private final Web web;
  private final URI bucket;
  private final String origin;
  private final String method;

  /**
   * @param bucket its address, with a slash at the end
   * @param page its address, without a path
   * @param method what the page does there: PUT or GET
   */
  public BucketCheck(Web web, URI bucket, URI page, String method) {
    this.web = web;
    this.bucket = bucket;
    this.origin = page.getScheme() + "://" + page.getRawAuthority();
    this.method = method;
  }

  @Override
  public List<Finding> look() {
    String topic = "bucket " + bucket;
    try {
      List<Finding> wrong = new ArrayList<>();
      URI file = bucket.resolve("doctor");
      if (!allows(file, origin)) {
        wrong.add(
            new Finding.Wrong(
                topic,
                "its CORS rules do not let the page " + method,
                "Set the parameter SiteOrigin to " + origin + " and deploy again."));
      }
      if (allows(file, Web.STRANGER)) {
        wrong.add(
            new Finding.Wrong(
                topic,
                "its CORS rules let every page " + method,
                "Allow the page's origin only, as template.yaml does; deploy again."));
      }
      if (web.get(bucket, Map.of()).status() == 200) {
        wrong.add(
            new Finding.Wrong(
                topic,
                "everybody can list it",
                "Block public access at once: aws s3api put-public-access-block; deploy again."));
      }
      return wrong.isEmpty()
          ? List.of(new Finding.Good(topic, "private, and open to the page's signed requests"))
          : wrong;
    } catch (IOException e) {
      return List.of(
          new Finding.Wrong(
              topic,
              "it cannot be reached: " + Web.why(e),
              "Look whether the outputs are those of this stack."));
    }
  }

  private boolean allows(URI file, String from) throws IOException {
    Web.Answer answer = web.preflight(file, from, method);
    String allowed = answer.header("Access-Control-Allow-Origin");
    return answer.status() / 100 == 2 && (allowed.equals(from) || allowed.equals("*"));
  }
}
