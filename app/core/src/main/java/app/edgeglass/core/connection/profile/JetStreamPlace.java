package app.edgeglass.core.connection.profile;

/** Which JetStream is asked. */
public sealed interface JetStreamPlace {

    /** That of the account one is in. */
    record Own() implements JetStreamPlace {

        @Override
        public String apiPrefix() {
            return "$JS.API";
        }
    }

    /** That of a domain, such as a leaf's {@code edge}; asked at {@code $JS.edge.API}. */
    record Domain(String name) implements JetStreamPlace {

        @Override
        public String apiPrefix() {
            return "$JS." + name + ".API";
        }
    }

    /** One that another account exports, asked at a prefix such as {@code JS.hub.API}. */
    record Prefix(String prefix) implements JetStreamPlace {

        @Override
        public String apiPrefix() {
            return prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix;
        }
    }

    /** Under which its questions are asked, without the last point. */
    String apiPrefix();
}
