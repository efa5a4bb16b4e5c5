/**
 * The HTTP API: {@link io.github.idols.api.Router} finds the route of a request, a route reads what
 * it needs of it, calls core and answers with a record. docs/openapi.yaml describes all of it, and
 * a test holds the two together.
 */
package io.github.idols.api;
