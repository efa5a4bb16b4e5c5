package io.github.idols.emulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

class DynamoEmulatorTest {
  private static final String TABLE = "galleries";

  private final Path folder;
  private DynamoEmulator emulator;
  private DynamoDbClient dynamo;

  DynamoEmulatorTest(@TempDir Path folder) {
    this.folder = folder;
    emulator = DynamoEmulator.start(folder);
    dynamo = client(emulator);
  }

  @AfterEach
  void stop() {
    dynamo.close();
    emulator.close();
  }

  @Test
  void aTableIsReadyAsSoonAsItIsSaidToExist() {
    createTable();

    assertEquals(
        TableStatus.ACTIVE, dynamo.describeTable(r -> r.tableName(TABLE)).table().tableStatus());
  }

  @Test
  void aSetOfNumbersGrowsByAddAndIsGivenBack() {
    createTable();
    put("meta");

    assertEquals(List.of("4"), add("4"));
    assertEquals(List.of("2", "4"), add("2"));
    assertEquals(List.of("2", "4"), add("4"));
  }

  @Test
  void aConditionThatDoesNotHoldChangesNothing() {
    createTable();
    put("meta");

    assertThrows(
        ConditionalCheckFailedException.class,
        () ->
            dynamo.updateItem(
                r ->
                    r.tableName(TABLE)
                        .key(key("missing"))
                        .updateExpression("SET v = :v")
                        .conditionExpression("attribute_exists(gallery)")
                        .expressionAttributeValues(Map.of(":v", AttributeValue.fromN("1")))));

    assertFalse(dynamo.getItem(r -> r.tableName(TABLE).key(key("missing"))).hasItem());
  }

  @Test
  void itemsOfOneKeyComeInOrder() {
    createTable();
    List.of("picture#b#1", "meta", "picture#a#2", "person#a").forEach(this::put);

    List<String> pictures =
        dynamo
            .query(
                r ->
                    r.tableName(TABLE)
                        .keyConditionExpression("gallery = :g AND begins_with(#i, :p)")
                        .expressionAttributeNames(Map.of("#i", "item"))
                        .expressionAttributeValues(
                            Map.of(
                                ":g",
                                AttributeValue.fromS("g"),
                                ":p",
                                AttributeValue.fromS("picture#"))))
            .items()
            .stream()
            .map(item -> text(item, "item"))
            .toList();

    assertEquals(List.of("picture#a#2", "picture#b#1"), pictures);
  }

  @Test
  void whatWasWrittenOutlivesAKilledChild() {
    createTable();
    put("meta");
    ProcessHandle child = ProcessHandle.of(emulator.pid()).orElseThrow();
    child.destroyForcibly();
    Eventually.holds("the child is dead", () -> !child.isAlive());

    restart();

    var item = dynamo.getItem(r -> r.tableName(TABLE).key(key("meta"))).item();
    assertEquals(SdkBytes.fromByteArray(new byte[] {1, -1}), item.getOrDefault("data", none()).b());
  }

  @Test
  void theNextWaitsUntilTheOneBeforeHasLetGoOfTheFolder() throws Exception {
    createTable();
    put("meta");
    Thread closing = new Thread(emulator::close);
    long before = emulator.pid();
    dynamo.close();

    Thread starting =
        new Thread(
            () -> {
              emulator = DynamoEmulator.start(folder);
              dynamo = client(emulator);
            });
    starting.start();
    Eventually.holds("the second child is there", () -> children() > 1);
    closing.start();
    closing.join();
    starting.join();

    assertTrue(emulator.pid() != before);
    assertTrue(dynamo.getItem(r -> r.tableName(TABLE).key(key("meta"))).hasItem());
  }

  @Test
  void theChildEndsWhenItsParentIsKilled() throws Exception {
    createTable();
    put("meta");
    emulator.close();
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      ProcessHandle child;
      try (BufferedReader output = parent.inputReader(StandardCharsets.UTF_8)) {
        child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
        parent.destroyForcibly();
      }
      Eventually.holds("the child ends", () -> !child.isAlive());
    } finally {
      parent.destroyForcibly();
    }

    restart();

    assertTrue(dynamo.getItem(r -> r.tableName(TABLE).key(key("meta"))).hasItem());
  }

  /** Starts an emulator, says its child's process id, and waits to be killed. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] args) throws InterruptedException {
      System.out.println(DynamoEmulator.start(Path.of(args[0])).pid());
      Thread.currentThread().join();
    }
  }

  @Test
  void aClosedOneLeavesNoProcess() {
    ProcessHandle child = ProcessHandle.of(emulator.pid()).orElseThrow();

    emulator.close();

    assertFalse(child.isAlive());
  }

  @Test
  void theProgramIsUnpackedOnceAndOldOnesGo() throws Exception {
    emulator.close();
    Path programs = folder.resolve("program");
    Path program = onlyEntryOf(programs);
    var unpacked = Files.getLastModifiedTime(program);
    restart();
    assertEquals(unpacked, Files.getLastModifiedTime(onlyEntryOf(programs)));
    emulator.close();

    Files.move(program, programs.resolve("0123456789abcdef"));
    restart();

    assertEquals(program, onlyEntryOf(programs));
  }

  @Test
  void missingNodeIsSaidInOneSentence() {
    EmulatorException thrown =
        assertThrows(
            EmulatorException.class,
            () -> DynamoEmulator.start(folder.resolve("other"), "no-such-node"));

    assertEquals(
        "Node.js could not be started as `no-such-node`: install Node.js 20 or newer and try"
            + " again.",
        thrown.getMessage());
  }

  private void restart() {
    dynamo.close();
    emulator.close();
    emulator = DynamoEmulator.start(folder);
    dynamo = client(emulator);
  }

  private static long children() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }

  private static Path onlyEntryOf(Path folder) throws Exception {
    try (var entries = Files.list(folder)) {
      List<Path> all = entries.toList();
      assertEquals(1, all.size(), all.toString());
      return all.get(0);
    }
  }

  private void createTable() {
    dynamo.createTable(
        r ->
            r.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("gallery"), attribute("item"))
                .keySchema(
                    KeySchemaElement.builder()
                        .attributeName("gallery")
                        .keyType(KeyType.HASH)
                        .build(),
                    KeySchemaElement.builder()
                        .attributeName("item")
                        .keyType(KeyType.RANGE)
                        .build()));
    // As TableDefinitions does: the answer comes while the table is still being made.
    dynamo.waiter().waitUntilTableExists(r -> r.tableName(TABLE));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static Map<String, AttributeValue> key(String item) {
    return Map.of("gallery", AttributeValue.fromS("g"), "item", AttributeValue.fromS(item));
  }

  private void put(String item) {
    dynamo.putItem(
        r ->
            r.tableName(TABLE)
                .item(
                    Map.of(
                        "gallery",
                        AttributeValue.fromS("g"),
                        "item",
                        AttributeValue.fromS(item),
                        "data",
                        AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, -1})))));
  }

  private List<String> add(String number) {
    return dynamo
        .updateItem(
            r ->
                r.tableName(TABLE)
                    .key(key("meta"))
                    .updateExpression("ADD recognized :n")
                    .conditionExpression("attribute_exists(gallery)")
                    .expressionAttributeValues(Map.of(":n", AttributeValue.fromNs(List.of(number))))
                    .returnValues(ReturnValue.ALL_NEW))
        .attributes()
        .getOrDefault("recognized", none())
        .ns()
        .stream()
        .sorted()
        .toList();
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, none()).s();
  }

  private static AttributeValue none() {
    return AttributeValue.builder().build();
  }

  private static DynamoDbClient client(DynamoEmulator emulator) {
    return DynamoDbClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.of(LocalCredentials.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
