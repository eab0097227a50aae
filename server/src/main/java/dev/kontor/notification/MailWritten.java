package dev.kontor.notification;

import java.time.Duration;

/** A mail is to be sent, after this transaction and so long a wait. */
record MailWritten(Duration delay) {}
