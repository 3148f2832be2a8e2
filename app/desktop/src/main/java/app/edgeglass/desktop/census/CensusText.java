package app.edgeglass.desktop.census;

import app.edgeglass.core.census.CensusProgress;

/**
 * A state in words.
 *
 * @param sentence how far the counting is
 * @param remedy what is missing or what to do; may be empty
 */
record CensusText(String sentence, String remedy) {

    static CensusText of(CensusState state) {
        return switch (state) {
            case CensusState.None _ -> new CensusText("", "");
            case CensusState.Counting(CensusProgress progress) ->
                new CensusText(
                        progress.total() == 0
                                ? Texts.WORDS.say("state.asking")
                                : Texts.WORDS.say(
                                        "state.counting", figure(progress.counted()), figure(progress.total())),
                        "");
            case CensusState.Counted(CensusProgress progress) ->
                progress.missing() > 0
                        ? new CensusText(some("state.some", progress), Texts.WORDS.say("state.some.remedy"))
                        : new CensusText(
                                Texts.WORDS.say("state.all", progress.counted(), figure(progress.counted())), "");
            case CensusState.Stopped(CensusProgress progress) ->
                new CensusText(some("state.stopped", progress), Texts.WORDS.say("state.stopped.remedy"));
            case CensusState.Failed(var _, var failure) -> new CensusText(failure.sentence(), failure.remedy());
        };
    }

    private static String some(String key, CensusProgress progress) {
        return Texts.WORDS.say(key, figure(progress.counted()), figure(progress.total()));
    }

    private static String figure(long count) {
        return Texts.FIGURES.count(count);
    }
}
