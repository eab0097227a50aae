/**
 * The edge that everybody shares: how the server says no, how lists are paged, how JSON is read. Uses no other module
 * and owns no table.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package dev.kontor.web;
