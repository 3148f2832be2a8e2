package app.edgeglass.core.connection;

import java.util.Optional;

/** What servers are told of us. */
public final class Product {

    /** Such as {@code Edgeglass 0.1.0}; without a version when run from classes that were not packaged. */
    public static final String NAME_AND_VERSION = "Edgeglass"
            + Optional.ofNullable(Product.class.getPackage().getImplementationVersion())
                    .map(version -> " " + version)
                    .orElse("");

    private Product() {}
}
