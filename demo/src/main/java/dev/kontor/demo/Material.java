package dev.kontor.demo;

import java.io.IOException;
import java.nio.file.Path;

/** The pictures of the story: a large collection, a small one with care put into it, and one that is nobody's business yet. */
record Material(Collection large, Collection small, Collection secret) {

    static Material load(Options options) throws IOException {
        if (options.images().isPresent()) {
            return new Folder(options.images().get()).material();
        }
        Path fashion = new DebianPackage("dataset-fashion-mnist", "usr/share/datasets/fashion-mnist").folder();
        Path photographs = new DebianPackage("python3-skimage", "usr/lib/python3/dist-packages/skimage/data").folder();
        return new Material(
                FashionMnist.collection(fashion),
                Photographs.collection(photographs),
                Photographs.surfaces(photographs));
    }
}
