package io.github.idols.api;

import io.github.idols.core.access.DeclinedException;
import io.github.idols.core.access.DeclinedException.Why;
import io.github.idols.core.access.Secret;
import io.github.idols.core.gallery.GalleryId;
import io.github.idols.core.gallery.PersonId;
import io.github.idols.core.gallery.PictureId;
import io.github.idols.core.job.JobId;
import io.github.idols.core.job.ShareId;
import io.github.idols.core.job.fancam.FancamId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A request that has found its route.
 *
 * @param ids what stands for the names in the route's template
 * @param secret that was shown, if it has the form of one
 * @param body the JSON of the body, read by the routes that want one
 * @param origin where the page is for whoever asks, without a slash at its end
 */
record Request(
    Map<String, String> ids, Optional<Secret> secret, Body body, Optional<String> origin) {
  GalleryId gallery() throws DeclinedException {
    return id("gallery", GalleryId::isId, GalleryId::new);
  }

  PersonId person() throws DeclinedException {
    return id("person", PersonId::isId, PersonId::new);
  }

  PictureId picture() throws DeclinedException {
    return id("picture", PictureId::isId, PictureId::new);
  }

  JobId job() throws DeclinedException {
    return id("job", JobId::isId, JobId::new);
  }

  ShareId share() throws DeclinedException {
    return id("share", ShareId::isId, ShareId::new);
  }

  FancamId fancam() throws DeclinedException {
    return id("fancam", FancamId::isId, FancamId::new);
  }

  private <T> T id(String name, Predicate<String> isId, Function<String, T> id)
      throws DeclinedException {
    String text = ids.getOrDefault(name, "");
    if (!isId.test(text)) {
      throw new DeclinedException(
          Why.NOT_FOUND, "There is no such " + name + ": the link may have been cut off.");
    }
    return id.apply(text);
  }
}
