/** The public contract between Edgeglass and its plugins: data in, data out. No screen and no NATS client in it. */
@org.jspecify.annotations.NullMarked
module app.edgeglass.plugin.api {
    requires static transitive org.jspecify;

    exports app.edgeglass.plugin.api;
}
