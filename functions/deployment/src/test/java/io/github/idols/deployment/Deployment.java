package io.github.idols.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.idols.local.client.StackClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The whole service, deployed by {@code sam deploy} from template.yaml as samconfig.toml says. */
final class Deployment implements AutoCloseable {
  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path TARGET = Path.of("target").toAbsolutePath();

  private static final int WORKERS = 2;

  private final Ministack aws;
  private final Map<String, String> outputs;
  private final Edge edge;
  private final SqsClient sqs;
  private final LambdaApi lambda;
  private final S3Client s3;

  private Deployment(Ministack aws, Map<String, String> outputs, Edge edge) {
    this.aws = aws;
    this.outputs = outputs;
    this.edge = edge;
    this.sqs = aws.client(SqsClient.builder());
    this.lambda = new LambdaApi(aws.endpoint());
    this.s3 = aws.client(S3Client.builder().forcePathStyle(true));
  }

  /** Starts the emulator and deploys. */
  static Deployment make() throws IOException, InterruptedException {
    Path folder = TARGET.resolve("emulated");
    remove(folder);
    Files.createDirectories(folder);
    Path template = EmulatedTemplate.make(ROOT, folder, WORKERS);
    Ministack aws = Ministack.start(TARGET.resolve("ministack"), folder);
    try {
      Map<String, String> outputs = deploy(aws, template, folder);
      return new Deployment(
          aws,
          outputs,
          Edge.start(
              aws.endpoint(),
              URI.create(output(outputs, "Page")).getHost(),
              id(output(outputs, "Api"))));
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      aws.close();
      throw e;
    }
  }

  /** Of an API; its host begins with it. */
  private static String id(String api) {
    String host = URI.create(api).getHost();
    return host.substring(0, host.indexOf('.'));
  }

  private static Map<String, String> deploy(Ministack aws, Path template, Path folder)
      throws IOException, InterruptedException {
    String sam = Tool.program(ROOT.resolve("functions/template/target/sam"), "sam");
    Map<String, String> environment = new HashMap<>(aws.account());
    environment.put("SAM_CLI_TELEMETRY", "0");
    environment.put("__SAM_CLI_APP_DIR", folder.resolve("sam-notes").toString());
    List<String> how =
        List.of(
            "--config-file", ROOT.resolve("samconfig.toml").toString(), "--config-env", "local");
    List<String> deploy =
        new ArrayList<>(
            List.of(sam, "deploy", "--template-file", template.toString(), "--no-progressbar"));
    deploy.addAll(how);
    Tool.run(deploy, environment, folder.resolve("deploy.log"));
    List<String> list = new ArrayList<>(List.of(sam, "list", "stack-outputs", "--output", "json"));
    list.addAll(how);
    String said = Tool.run(list, environment, folder.resolve("outputs.log"));
    Map<String, String> outputs = new HashMap<>();
    for (JsonNode output : new ObjectMapper().readTree(said.substring(said.indexOf('[')))) {
      outputs.put(output.path("OutputKey").asText(), output.path("OutputValue").asText());
    }
    return outputs;
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Puts the built page where the output SiteBucket says, as {@code aws s3 sync} does. */
  void publish(Path site) throws IOException {
    try (var files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String key = site.relativize(file).toString().replace('\\', '/');
        String type = key.endsWith(".html") ? "text/html" : "application/octet-stream";
        s3.putObject(
            put -> put.bucket(output("SiteBucket")).key(key).contentType(type),
            RequestBody.fromFile(file));
      }
    }
  }

  /** One of the stack's outputs. */
  String output(String name) {
    return output(outputs, name);
  }

  private static String output(Map<String, String> outputs, String name) {
    String value = outputs.get(name);
    if (value == null) {
      throw new AssertionError("no output " + name + ": " + outputs);
    }
    return value;
  }

  /** Where the page is for who sits at this machine. */
  URI page() {
    return edge.address();
  }

  StackClient client() {
    return new StackClient(page());
  }

  SqsClient sqs() {
    return sqs;
  }

  LambdaApi lambda() {
    return lambda;
  }

  S3Client s3() {
    return s3;
  }

  /** The address of a queue of the template. */
  String queue(String logicalId) {
    return sqs.listQueues().queueUrls().stream()
        .filter(url -> url.contains("-" + logicalId + "-"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no queue " + logicalId));
  }

  /** The address of a queue of dead letters, by the stack's outputs. */
  String deadLetters(String logicalId) {
    return Pattern.compile(" ")
        .splitAsStream(output("DeadLetters"))
        .filter(url -> url.contains("-" + logicalId + "-"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(output("DeadLetters")));
  }

  /** How many lines with metrics the functions have logged about a chunk. */
  long linesOfMetrics(String job, int chunk) throws IOException {
    return Files.readAllLines(TARGET.resolve("emulated/ministack.log")).stream()
        .filter(line -> line.contains("\"CloudWatchMetrics\"") && line.contains("\"Done\":1.0"))
        .filter(line -> line.contains("\"job\":\"" + job + "\""))
        .filter(line -> line.contains("\"chunk\":" + chunk + ","))
        .count();
  }

  @Override
  public void close() {
    edge.close();
    sqs.close();
    s3.close();
    aws.close();
  }
}
