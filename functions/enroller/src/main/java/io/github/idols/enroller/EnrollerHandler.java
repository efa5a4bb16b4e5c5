package io.github.idols.enroller;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import io.github.idols.cloud.Cloud;
import io.github.idols.cloud.ObjectKeys;
import io.github.idols.cloud.S3Arrivals;
import io.github.idols.core.gallery.EnrollPicture;
import io.github.idols.core.gallery.Galleries;
import io.github.idols.core.gallery.PictureChecker;
import io.github.idols.core.gallery.PictureFiles;
import io.github.idols.core.gallery.PictureKey;
import io.github.idols.vision.face.FaceModels;
import io.github.idols.vision.face.GalleryPictures;
import org.jspecify.annotations.Nullable;

/** Called when a picture has arrived. Closing it closes its checker. */
public final class EnrollerHandler implements RequestHandler<S3Event, Void>, AutoCloseable {
  private final PictureChecker checker;
  private final S3Arrivals<PictureKey> arrivals;

  /** As deployed. */
  public EnrollerHandler() {
    this(Cloud.fromEnvironment(), new GalleryPictures(new FaceModels()));
  }

  /** On what the cloud has. */
  public EnrollerHandler(Cloud cloud, PictureChecker checker) {
    this(cloud.galleries(), cloud.pictureFiles(), checker);
  }

  public EnrollerHandler(Galleries galleries, PictureFiles files, PictureChecker checker) {
    this.checker = checker;
    EnrollPicture enroller = new EnrollPicture(galleries, files, checker);
    arrivals = new S3Arrivals<>(ObjectKeys::pictureOf, enroller::enroll);
  }

  @Override
  public @Nullable Void handleRequest(S3Event event, Context context) {
    arrivals.handle(event, context.getLogger());
    return null;
  }

  @Override
  public void close() {
    checker.close();
  }
}
