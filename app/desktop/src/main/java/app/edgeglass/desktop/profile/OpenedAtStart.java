package app.edgeglass.desktop.profile;

/** Which connections are opened when the program starts. */
public interface OpenedAtStart {

    boolean contains(String id);

    void change(String id, boolean wanted);
}
