package app.edgeglass.desktop.publish;

import java.util.List;

/** The subjects that are known, for completing one that is being typed. Asked off the window's thread. */
@FunctionalInterface
public interface SubjectNames {

    /**
     * @param typed what is typed so far
     * @param most the most that are of use
     * @return subjects that go on from there, the likeliest first
     */
    List<String> startingWith(String typed, int most);
}
