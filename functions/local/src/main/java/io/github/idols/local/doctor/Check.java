package io.github.idols.local.doctor;

import java.util.List;

/** Looks at one thing, or at some that belong together. It changes nothing, and throws nothing. */
public interface Check {
  List<Finding> look();
}
