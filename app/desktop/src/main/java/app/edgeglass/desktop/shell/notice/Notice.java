package app.edgeglass.desktop.shell.notice;

import java.time.Instant;

/**
 * Something that a person was told.
 *
 * @param number names the notice; a repeated one keeps its number
 * @param at when it happened; for a repeated one, the last time
 * @param sentence what happened
 * @param remedy what to do; may be empty
 * @param times how often the same was said
 * @param details what a bug report needs; empty for what is no bug
 * @param popsUp whether it comes to the front by itself; what the window shows elsewhere only stands in the list
 */
public record Notice(
        long number,
        Instant at,
        Severity severity,
        String sentence,
        String remedy,
        long times,
        String details,
        boolean popsUp) {}
