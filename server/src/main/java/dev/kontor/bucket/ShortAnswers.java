package dev.kontor.bucket;

import dev.kontor.web.BoundedStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Lets no store outside answer a question at any length: lists and faults are read into memory. Objects are not. */
final class ShortAnswers implements ExecutionInterceptor {
    /** A page of the list has 500 names of at most 1 KiB, each with some 300 bytes about it. */
    static final int LONGEST = 4 << 20;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        boolean object = context.request() instanceof GetObjectRequest
                && context.httpResponse().isSuccessful();
        return object
                ? context.responseBody()
                : context.responseBody().map(body -> new BoundedStream(body, LONGEST, ShortAnswers::tooLong));
    }

    private static void tooLong(InputStream in) throws IOException {
        if (in instanceof Abortable answer) {
            answer.abort(); // else the rest would be read when it is closed
        }
        throw new IOException("The store's answer is longer than any that is asked for.");
    }
}
