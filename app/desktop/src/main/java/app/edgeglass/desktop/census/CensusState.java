package app.edgeglass.desktop.census;

import app.edgeglass.core.census.CensusProgress;
import app.edgeglass.core.error.Failure;

/** What is known of a stream's subjects. */
public sealed interface CensusState {

    /** No stream is looked at. */
    record None() implements CensusState {}

    /** They are being counted. */
    record Counting(CensusProgress progress) implements CensusState {}

    /** They were counted, as far as they could be. */
    record Counted(CensusProgress progress) implements CensusState {}

    /** The person has ended the counting before its end. */
    record Stopped(CensusProgress progress) implements CensusState {}

    /** The counting went wrong; what had come until then is shown. */
    record Failed(CensusProgress progress, Failure failure) implements CensusState {}
}
