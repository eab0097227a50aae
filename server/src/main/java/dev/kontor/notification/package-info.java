/**
 * Tells people what concerns them: notifications made of the log, and mails. Hears of every event in its own transaction
 * and puts those that are to be told into an outbox, from which they are told after the commit; every mail, those about
 * accounts too, waits in a table until it is sent. Owns {@code untold_event}, {@code notification},
 * {@code notification_preference}, {@code mail}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "identity", "organization", "invitation"})
@org.jspecify.annotations.NullMarked
package dev.kontor.notification;
