package app.edgeglass.core.message;

/**
 * How full a log is, and what it let go.
 *
 * @param recentBytes bytes of recent messages
 * @param recentBudget the most of them
 * @param lastBytes bytes of last messages that are no longer recent, outdated ones included
 * @param lastBudget the most of them
 * @param evicted messages that were in the log and went, the oldest first
 * @param evictedBytes their bytes
 * @param tooLarge messages that were never kept, since one alone would fill a quarter of the log
 * @param lastsLost subjects whose last message went, for want of room
 */
public record LogUse(
        long recentBytes,
        long recentBudget,
        long lastBytes,
        long lastBudget,
        long evicted,
        long evictedBytes,
        long tooLarge,
        long lastsLost) {}
