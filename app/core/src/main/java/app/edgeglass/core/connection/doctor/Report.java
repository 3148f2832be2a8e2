package app.edgeglass.core.connection.doctor;

/** A diagnosis as plain text. */
final class Report {

    private final Diagnosis diagnosis;

    Report(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    String text() {
        return diagnosis.profile().name();
    }
}
