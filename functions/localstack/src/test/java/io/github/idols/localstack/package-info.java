/** Has the product work on LocalStack's S3, SQS and CloudFormation. */
package io.github.idols.localstack;
