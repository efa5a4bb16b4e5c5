package io.github.idols.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Something that the user can put right; the message is one line that says what to do. */
final class UserError extends Exception {
  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }

  UserError(String message, Throwable cause) {
    super(message, cause);
  }

  /** What went wrong with a file, in words. */
  static UserError of(IOException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.toString());
    if (message.contains("No space left on device")) {
      return new UserError("the disk is full, make room on it (" + message + ")", e);
    }
    String file = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "";
    if (e instanceof NoSuchFileException) {
      return new UserError("there is no file " + file, e);
    }
    if (e instanceof AccessDeniedException) {
      return new UserError("no permission to use " + file, e);
    }
    if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException) {
      return new UserError(file + " is a file where a folder is needed", e);
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return new UserError(file + ": " + f.getReason(), e);
    }
    return new UserError(message, e);
  }
}
