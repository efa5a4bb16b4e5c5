/**
 * The ports of core on Amazon's services: files in S3, jobs and galleries in DynamoDB, tasks in
 * SQS. The same code works against emulators, which the SDK finds by {@code AWS_ENDPOINT_URL}.
 */
@NullMarked
package io.github.idols.cloud;

import org.jspecify.annotations.NullMarked;
