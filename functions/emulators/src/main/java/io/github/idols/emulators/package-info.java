/**
 * S3, SQS and DynamoDB for one machine: real servers that speak AWS's protocols on 127.0.0.1.
 *
 * <p>Nothing here knows the product. Any AWS SDK works against the endpoints, with {@link
 * io.github.idols.emulators.LocalCredentials} and any region.
 */
@NullMarked
package io.github.idols.emulators;

import org.jspecify.annotations.NullMarked;
