package io.github.idols.local.doctor;

import static io.github.idols.local.doctor.MachineChecksTest.wrong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.idols.emulators.LocalCredentials;
import io.github.idols.emulators.S3Emulator;
import io.github.idols.emulators.SqsEmulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Each thing that can be wrong with a deployment, on servers that have just that fault. */
class DeploymentChecksTest {
  private static final String SHARE = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String INDEX =
      "<html><title>idols</title><script type=\"module\" src=\"/assets/a.js\"></script></html>";
  private static final String NOT_FOUND =
      "{\"error\":{\"code\":\"not_found\",\"message\":\"There is no such video.\"}}";

  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private HttpServer server;
  private URI address;

  private record Page(int status, String body, Map<String, String> headers) {}

  @BeforeEach
  void aServerOnWhichAllIsWell() throws IOException {
    pages.put("/", page(INDEX));
    pages.put("/v/doctor", page(INDEX));
    pages.put("/assets/a.js", new Page(200, "1", Map.of("Content-Type", "text/javascript")));
    pages.put("/config.json", new Page(200, "{\"api\":\"/api\"}", Map.of()));
    pages.put("/api/shares/" + SHARE, new Page(404, NOT_FOUND, Map.of()));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Page page =
          pages.getOrDefault(exchange.getRequestURI().getPath(), new Page(403, "no", Map.of()));
      page.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(page.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Page page(String body) {
    return new Page(
        200,
        body,
        Map.of(
            "Content-Security-Policy", "default-src 'none'; script-src 'self'",
            "X-Frame-Options", "DENY",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer"));
  }

  private PageCheck pageCheck() {
    return new PageCheck(new Web(), address);
  }

  private ApiCheck apiCheck() {
    return new ApiCheck(new Web(), address, SHARE);
  }

  @Test
  void nothingIsWrongWhereAllIsWell() {
    assertEquals(0, Report.of(List.of(pageCheck(), apiCheck())).wrong());
  }

  @Test
  void aPageThatWasNotCopiedThereIsTold() {
    pages.remove("/");
    Finding.Wrong wrong = MachineChecksTest.wrong(new Only(pageCheck(), "page"));
    assertEquals(address + " answers with status 403", wrong.text());
    assertTrue(wrong.advice().contains("aws s3 sync"), wrong.advice());
  }

  @Test
  void anotherPageIsTold() {
    pages.put("/", page("<title>Welcome to nginx!</title>"));
    assertEquals(address + " is another page", wrong(pageCheck()).text());
  }

  @Test
  void aScriptThatIsMissingIsTold() {
    pages.remove("/assets/a.js");
    assertEquals("/assets/a.js answers with status 403", wrong(pageCheck()).text());
  }

  @Test
  void shareLinksThatLeadNowhereAreTold() {
    pages.remove("/v/doctor");
    assertEquals("share links", wrong(pageCheck()).topic());
  }

  @Test
  void aServiceThatDoesNotRunIsTold() {
    server.stop(0);
    assertEquals(address + " cannot be reached: nobody listens there", wrong(pageCheck()).text());
    assertTrue(wrong(apiCheck()).text().contains("nobody listens there"), "API");
  }

  @Test
  void aHostThatDoesNotExistIsTold() {
    URI nowhere = URI.create("https://idols.invalid");
    assertEquals(
        nowhere + " cannot be reached: there is no host of that name",
        wrong(new PageCheck(new Web(), nowhere)).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Security-Policy",
        "X-Frame-Options",
        "X-Content-Type-Options",
        "Referrer-Policy"
      })
  void aSecurityHeaderThatIsMissingIsTold(String header) {
    Map<String, String> fewer = new TreeMap<>(page(INDEX).headers());
    fewer.remove(header);
    pages.put("/", new Page(200, INDEX, fewer));
    Finding.Wrong wrong = wrong(pageCheck());
    assertEquals("security headers", wrong.topic());
    assertTrue(wrong.text().contains(header), wrong.text());
  }

  @Test
  void aPolicyThatLetsAnyScriptRunIsTold() {
    Map<String, String> headers = new TreeMap<>(page(INDEX).headers());
    headers.put("Content-Security-Policy", "default-src *; frame-ancestors 'none'");
    pages.put("/", new Page(200, INDEX, headers));
    assertTrue(wrong(pageCheck()).text().contains("lets any script run"), "any script");
  }

  @Test
  void settingsThatDoNotNameTheApiAreTold() {
    pages.put("/config.json", page(INDEX));
    assertEquals("settings", wrong(apiCheck()).topic());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 429, 502})
  void anApiThatDoesNotAnswerAsItShouldIsTold(int status) {
    pages.put("/api/shares/" + SHARE, new Page(status, "{\"message\":\"no\"}", Map.of()));
    Finding.Wrong wrong = wrong(apiCheck());
    assertTrue(wrong.text().contains("status " + status), wrong.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "https://elsewhere.example"})
  void anApiThatEveryPageMayUseIsTold(String allowed) {
    pages.put(
        "/api/shares/" + SHARE,
        new Page(404, NOT_FOUND, Map.of("Access-Control-Allow-Origin", allowed)));
    assertEquals("CORS of the API", wrong(apiCheck()).topic());
  }

  @Test
  void aBucketLetsThePageInAndNobodyElse(@TempDir Path folder) {
    try (S3Emulator s3 = s3(folder, address.toString())) {
      URI bucket = s3.endpoint().resolve("/films/");
      assertInstanceOf(
          Finding.Good.class, new BucketCheck(new Web(), bucket, address, "PUT").look().get(0));
      URI moved = URI.create("https://idols.example");
      assertTrue(
          wrong(new BucketCheck(new Web(), bucket, moved, "PUT")).advice().contains("SiteOrigin"),
          "a page that has moved");
    }
    try (S3Emulator s3 = s3(folder, "*")) {
      URI bucket = s3.endpoint().resolve("/films/");
      assertTrue(
          wrong(new BucketCheck(new Web(), bucket, address, "GET")).text().contains("every page"),
          "every page");
    }
  }

  @Test
  void aBucketThatEverybodyCanListIsTold() {
    pages.put("/films/", new Page(200, "<ListBucketResult/>", Map.of()));
    pages.put(
        "/films/doctor",
        new Page(200, "", Map.of("Access-Control-Allow-Origin", address.toString())));
    assertEquals(
        "everybody can list it",
        wrong(new BucketCheck(new Web(), address.resolve("/films/"), address, "GET")).text());
  }

  private static S3Emulator s3(Path folder, String origin) {
    return S3Emulator.start(
        folder, 0, List.of("films"), List.of(origin), file -> {}, LocalCredentials.DEFAULT);
  }

  @Test
  void whatWasTriedInVainIsTold() {
    try (SqsEmulator emulator = SqsEmulator.start();
        SqsClient sqs = client(emulator.endpoint())) {
      String dead = emulator.createQueue("render", Duration.ofSeconds(30), 4).deadLetterUrl();
      DeadLettersCheck check = new DeadLettersCheck(() -> sqs, List.of(dead));
      assertEquals(List.of(new Finding.Good("dead letters", "render-dlq is empty")), check.look());

      sqs.sendMessage(request -> request.queueUrl(dead).messageBody("{}"));

      Finding.Wrong wrong = wrong(check);
      assertEquals("render-dlq has 1", wrong.text());
      assertTrue(wrong.advice().contains("redrive"), wrong.advice());
      String gone = dead.replace("render-dlq", "gone");
      assertTrue(
          wrong(new DeadLettersCheck(() -> sqs, List.of(gone))).text().startsWith("gone cannot be"),
          "gone");
    }
  }

  @Test
  void withoutCredentialsQueuesAreNotLookedAt() {
    DeadLettersCheck check =
        new DeadLettersCheck(
            () -> {
              throw SdkClientException.create("Unable to load region");
            },
            List.of("https://sqs/1/a", "https://sqs/1/b"));
    assertEquals(1, check.look().size());
    assertInstanceOf(Finding.Unknown.class, check.look().get(0));
  }

  private static SqsClient client(URI endpoint) {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(LocalCredentials.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Test
  void outputsAreReadAsBothProgramsPrintThem(@TempDir Path folder) throws IOException {
    String pairs =
        """
        [{"OutputKey": "Page", "OutputValue": "https://idols.example"},
         {"OutputKey": "Api", "OutputValue": "https://x.execute-api.eu-west-1.amazonaws.com/api"},
         {"OutputKey": "UploadsBucket", "OutputValue": "idols-uploads-1"},
         {"OutputKey": "DeadLetters", "OutputValue": "https://sqs/1/a https://sqs/1/b"}]
        """;
    for (String text : List.of(pairs, "{\"Stacks\":[{\"Outputs\":" + pairs + "}]}")) {
      StackOutputs outputs =
          StackOutputs.read(Files.writeString(folder.resolve("outputs.json"), text));
      assertEquals(Optional.of(URI.create("https://idols.example")), outputs.page());
      assertEquals(List.of("https://sqs/1/a", "https://sqs/1/b"), outputs.deadLetters());
      assertEquals(
          Optional.of(URI.create("https://idols-uploads-1.s3.eu-west-1.amazonaws.com/")),
          outputs.bucket("UploadsBucket"));
      assertEquals(Optional.empty(), outputs.bucket("ResultsBucket"));
    }
  }

  /** What a check says of one topic. */
  private record Only(Check all, String topic) implements Check {
    @Override
    public List<Finding> look() {
      return all.look().stream().filter(finding -> finding.topic().equals(topic)).toList();
    }
  }
}
