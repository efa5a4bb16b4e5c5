package io.github.idols.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The two calls of CloudFormation's API that are needed; the SDK's client is not a dependency. */
final class CloudFormation {
  private static final int PATIENCE_SECONDS = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;

  CloudFormation(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Makes a stack and waits until all of it is there. */
  void create(String stack, String template) throws IOException, InterruptedException {
    call("CreateStack", "&StackName=" + stack + "&TemplateBody=" + encoded(template));
    String state = "";
    for (int i = 0; i < PATIENCE_SECONDS * 2; i++) {
      state = call("DescribeStacks", "&StackName=" + stack);
      if (state.contains(">CREATE_COMPLETE<")) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("the stack is not made: " + state);
  }

  private String call(String action, String parameters) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20261124/us-east-1/cloudformation/aws4_request,"
                    + " SignedHeaders=host, Signature=none")
            .POST(BodyPublishers.ofString("Action=" + action + "&Version=2010-05-15" + parameters))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(action + ": " + answer.body());
    }
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
