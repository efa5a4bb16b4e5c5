/** A DJL engine named TFLite over TensorFlow Lite. */
package io.github.idols.tflite;
