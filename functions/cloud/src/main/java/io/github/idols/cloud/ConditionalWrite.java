package io.github.idols.cloud;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Changes of items that are made only where their condition holds. */
final class ConditionalWrite {
  private ConditionalWrite() {}

  /**
   * Changes an item.
   *
   * @return the attributes that the request wants back, none where it wants none; nothing when its
   *     condition does not hold
   */
  static Optional<Map<String, AttributeValue>> update(
      DynamoDbClient dynamo, Consumer<UpdateItemRequest.Builder> request) {
    try {
      return Optional.of(dynamo.updateItem(request).attributes());
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }
}
