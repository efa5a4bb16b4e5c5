/** Calls functions as AWS Lambda does: for messages of queues, for events, and for who asks. */
package io.github.idols.local.lambda;
