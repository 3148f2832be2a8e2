package app.edgeglass.desktop.profile.editor;

/** The parts of the form, in their order. */
public enum Section {
    GENERAL,
    SIGN_IN,
    SECURITY,
    LINK,
    JETSTREAM,
    SUBSCRIPTIONS
}
