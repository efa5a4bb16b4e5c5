package io.github.idols.cloud;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Makes the tables where no template does: on one machine, and in tests. template.yaml says the
 * same for Amazon, and lets items go by their attribute {@code expires} there.
 */
public final class TableDefinitions {
  private TableDefinitions() {}

  /** Makes the table of jobs, if it is missing. */
  public static void createJobs(DynamoDbClient dynamo, String table) {
    create(dynamo, table, List.of(DynamoJobs.KEY));
  }

  /** Makes the table of galleries, if it is missing. */
  public static void createGalleries(DynamoDbClient dynamo, String table) {
    create(dynamo, table, List.of(GalleryItems.GALLERY, GalleryItems.ITEM));
  }

  /** The first attribute chooses the partition, the second the place in it. All are texts. */
  private static void create(DynamoDbClient dynamo, String table, List<String> keys) {
    List<KeySchemaElement> schema = new ArrayList<>();
    List<AttributeDefinition> attributes = new ArrayList<>();
    for (String key : keys) {
      KeyType type = schema.isEmpty() ? KeyType.HASH : KeyType.RANGE;
      schema.add(KeySchemaElement.builder().attributeName(key).keyType(type).build());
      attributes.add(
          AttributeDefinition.builder()
              .attributeName(key)
              .attributeType(ScalarAttributeType.S)
              .build());
    }
    try {
      dynamo.createTable(
          request ->
              request
                  .tableName(table)
                  .keySchema(schema)
                  .attributeDefinitions(attributes)
                  .billingMode(BillingMode.PAY_PER_REQUEST));
    } catch (ResourceInUseException e) {
      // It is there, or being made: both are waited for.
    }
    dynamo.waiter().waitUntilTableExists(request -> request.tableName(table));
  }
}
