/**
 * Video read: the gate that every file passes, the plan that shares a video out among workers, and
 * the frames of one share.
 */
package io.github.idols.vision.video;
